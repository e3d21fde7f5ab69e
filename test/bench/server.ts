import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const METER = pathToFileURL(join(import.meta.dirname, 'cpu-meter.mjs')).href;

/** A server in a process of its own. */
export interface Server {
  /** `http://127.0.0.1:40123` */
  readonly address: string;
  /** The CPU time that its process has used so far, in microseconds. */
  cpuMicros(): Promise<number>;
  /** The memory that its process holds now, in bytes. */
  memoryBytes(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts Node with these arguments and resolves when it prints a line with the address that it listens on. What it
 * writes to standard error goes to `logFile`. Rejects with the end of that file when it ends before.
 */
export async function startServer(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  logFile: string,
): Promise<Server> {
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['--import', METER, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', log, 'ipc'],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  const address = await Promise.race([addressOf(child), ended.then(() => undefined)]);
  if (address === undefined) throw new Error(`a server did not start: ${readFileSync(logFile, 'utf8')}`);
  return {
    address,
    cpuMicros: () => measured(child, 'cpu'),
    memoryBytes: () => measured(child, 'memory'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function measured(child: ChildProcess, what: 'cpu' | 'memory'): Promise<number> {
  const answer = once(child, 'message');
  child.send(what);
  return Number((await answer)[0]);
}

async function addressOf(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  return undefined;
}
