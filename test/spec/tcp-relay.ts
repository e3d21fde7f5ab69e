import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

const HOST = '127.0.0.1';

/** A cable that can be pulled: passes bytes between whoever connects to it and a port of this machine. */
export class TcpRelay {
  readonly #open = new Set<Socket>();
  #server: Server | undefined;
  #cutAfter: number | undefined;
  #whenCut: () => void = () => undefined;

  private constructor(
    private readonly target: number,
    /** Where it listens. */
    readonly port: number,
  ) {}

  static async to(target: number): Promise<TcpRelay> {
    const probe = createServer().listen(0, HOST);
    await once(probe, 'listening');
    const { port } = probe.address() as { readonly port: number };
    await new Promise((closed) => probe.close(closed));
    const relay = new TcpRelay(target, port);
    await relay.mend();
    return relay;
  }

  /** Breaks every connection off in the middle of whatever it carries, and refuses others until it is mended. */
  cut(): void {
    this.#cutAfter = undefined;
    this.#server?.close();
    this.#server = undefined;
    for (const socket of this.#open) socket.destroy();
    this.#whenCut();
  }

  /** Resolves when it has been cut, which it is once so many bytes more came back from the target: in mid-answer. */
  cutWithin(bytes: number): Promise<void> {
    this.#cutAfter = bytes;
    return new Promise((done) => {
      this.#whenCut = done;
    });
  }

  /** Takes connections again, on the port that it had. */
  async mend(): Promise<void> {
    this.#server = createServer((socket) => this.#join(socket)).listen(this.port, HOST);
    await once(this.#server, 'listening');
  }

  #join(socket: Socket): void {
    const target = connect(this.target, HOST);
    for (const [one, other] of [
      [socket, target],
      [target, socket],
    ] as const) {
      this.#open.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
    }
    target.on('data', (bytes) => this.#count(bytes.length));
    socket.pipe(target);
    target.pipe(socket);
  }

  #count(bytes: number): void {
    if (this.#cutAfter === undefined) return;
    this.#cutAfter -= bytes;
    if (this.#cutAfter <= 0) this.cut();
  }
}
