import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A child process whose output is read and whose errors are shown. */
export type Child = ChildProcessByStdio<null, Readable, null>;

const ROOT = join(import.meta.dirname, '..', '..');
const HOOKS = join(import.meta.dirname, 'typescript-hooks.mjs');

/** Starts a script (a path from the root of this tree) of TypeScript as it stands, in a process of its own. */
export function startChild(script: string, args: readonly string[], under: readonly string[] = []): Child {
  const command = [...under, process.execPath, '--import', HOOKS, join(ROOT, script), ...args];
  return spawn(command[0] as string, command.slice(1), { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** All that a child prints, once it has ended well; rejects when it ends otherwise. */
export async function output(child: Child): Promise<string> {
  const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the child ended with ${code ?? signal}: ${printed}`);
  return printed;
}
