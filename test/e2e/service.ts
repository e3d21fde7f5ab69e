import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/config/read-config.js';
import { SigningKey } from '../../src/identity/signing-key.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { Client, type Seen } from './client.js';

const LAUNCHER = resolve('bin/doorlopend.mjs');
const LISTENS = /^Doorlopend luistert op (http:\/\/\S+)\n/;

/** Where the service keeps its data, and what clients of every process on it saw last. */
interface Place {
  readonly folder: string;
  readonly seen: Seen;
}

/** The whole service as its users run it: `doorlopend serve` in a process of its own, on a free port. */
export class Service {
  private constructor(
    private readonly child: Child,
    private readonly place: Place,
    /** Where it listens, such as `http://127.0.0.1:41234`. */
    readonly url: string,
    private readonly key: SigningKey,
  ) {}

  /** Starts on a new folder; resolves once it says where it listens, and rejects with its log when it ends first. */
  static start(env: Readonly<Record<string, string>> = {}): Promise<Service> {
    return Service.on({ folder: mkdtempSync(join(tmpdir(), 'doorlopend-e2e-')), seen: {} }, env);
  }

  /** Another process on the same data, while this one runs or after it ended. */
  again(env: Readonly<Record<string, string>> = {}): Promise<Service> {
    return Service.on(this.place, env);
  }

  private static async on(place: Place, env: Readonly<Record<string, string>>): Promise<Service> {
    const settings = { DOORLOPEND_DATA: place.folder, HOST: '127.0.0.1', PORT: '0', ...env };
    const child = new Child({ ...process.env, ...settings });
    const url = await child.address();
    return new Service(child, place, url, SigningKey.open(readConfig(settings).signingKeyFile));
  }

  /** The folder with its data. */
  get folder(): string {
    return this.place.folder;
  }

  /** Everything that it printed. */
  get printed(): string {
    return this.child.printed;
  }

  /** Everything that it wrote to its log. */
  get log(): string {
    return this.child.log;
  }

  /** Somebody with a token of this service; each read waits for what any client of this data wrote before. */
  async as(claims: TokenClaims): Promise<Client> {
    return new Client(this.url, await issueToken(this.key, claims), this.place.seen);
  }

  /** Somebody who brings no token, or this one. */
  stranger(token?: string): Client {
    return new Client(this.url, token, this.place.seen);
  }

  /** Asks it to end (SIGTERM) and resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.child.end('SIGTERM');
  }

  /** Kills it on the spot, so that it can clean nothing up. */
  async kill(): Promise<void> {
    await this.child.end('SIGKILL');
  }

  /** Sends it a signal that does not end it: SIGSTOP stalls it, SIGCONT wakes it up. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.signal(signal);
  }

  /** Takes its data away, and so has nothing to let it finish. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The process, with what it prints. */
class Child {
  log = '';
  printed = '';
  private readonly process: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(env: NodeJS.ProcessEnv) {
    this.process = spawn(process.execPath, [LAUNCHER, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.log += text;
    });
    this.ended = new Promise((done, fail) => {
      this.process.once('error', fail);
      this.process.once('close', done);
    });
  }

  /** Where it says that it listens; rejects with its log when it ends before it does. */
  address(): Promise<string> {
    return new Promise((listens, fail) => {
      this.ended.then((code) => fail(new Error(`the service ended with ${code}: ${this.log}`)), fail);
      this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
        const [, url] = LISTENS.exec(this.printed) ?? [];
        if (url !== undefined) listens(url);
      });
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Sends the signal and resolves with the exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}
