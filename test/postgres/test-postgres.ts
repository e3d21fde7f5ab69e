import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';

/** Where the server's programs lie; undefined on a machine without them. */
function programs(): string | undefined {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(asked ? [asked] : []), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made. */
export function databaseOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (kind: '-u' | '-g') => Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** A real server with a data folder of its own, on a free port of the loopback address. */
export class TestPostgres {
  #server: ChildProcess | undefined;
  #databases = 0;

  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    private readonly port: number,
    private readonly password: string,
  ) {}

  static async start(): Promise<TestPostgres> {
    const bin = programs();
    if (bin === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
    const folder = mkdtempSync(join(tmpdir(), 'doorlopend-postgres-'));
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    const user = databaseOwner();
    for (const path of user ? [folder, passwordFile] : []) chownSync(path, user?.uid ?? 0, user?.gid ?? 0);
    const made = spawnSync(
      join(bin, 'initdb'),
      [
        ...['--pgdata', join(folder, 'data'), '--username', 'doorlopend', '--pwfile', passwordFile],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
      ],
      { ...user, cwd: folder, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    const server = new TestPostgres(bin, folder, await freePort(), password);
    await server.restart();
    return server;
  }

  /** The address of a database of its own, empty; its data lie in `folder` where one is given, which must be empty. */
  async database(folder?: string): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    const client = new pg.Client(this.#address('postgres'));
    await client.connect();
    if (folder !== undefined) await client.query(`create tablespace ${name} location '${folder}'`);
    await client.query(`create database ${name} ${folder === undefined ? '' : `tablespace ${name}`}`);
    await client.end();
    return this.#address(name);
  }

  /** A database that is always there, and the folder of the server's programs. */
  get maintenance(): { readonly maintenanceUrl: string; readonly programs: string } {
    return { maintenanceUrl: this.#address('postgres'), programs: this.bin };
  }

  /** Starts the server again on the same folder and port, and waits until it answers. */
  async restart(): Promise<void> {
    this.#server = spawn(
      join(this.bin, 'postgres'),
      [
        ...['-D', join(this.folder, 'data'), '-p', String(this.port), '-h', '127.0.0.1'],
        ...['-k', this.folder, '-c', 'max_connections=200', '-c', 'log_min_messages=fatal'],
        // The machine itself never loses power here, and what a killed process wrote is in the system's memory.
        ...['-c', 'fsync=off'],
      ],
      { ...databaseOwner(), cwd: this.folder, stdio: 'ignore' },
    );
    for (let tries = 0; ; tries++) {
      const client = new pg.Client(this.#address('postgres'));
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (tries === 300) throw error;
        await pause(100);
      }
    }
  }

  /** Ends every process of the server at once, as a machine that loses power does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  #address(database: string): string {
    return `postgres://doorlopend:${this.password}@127.0.0.1:${this.port}/${database}`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the port of a server has a number');
  return address.port;
}
