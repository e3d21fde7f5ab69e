import { DoubleLog } from './double-log.js';
import type { Endpoint } from './double-node.js';
import { KurrentDbDouble } from './kurrentdb-double.js';
import type { Member } from './small-calls.js';

/** Nodes that share one log, as if replication took no time; one leads, and the others say so. */
export class DoubleCluster {
  readonly log = new DoubleLog();
  readonly nodes: KurrentDbDouble[] = [];
  readonly #dead = new Set<number>();
  #leader = 0;

  private constructor() {}

  /** Three nodes, of which the first leads. */
  static async start(): Promise<DoubleCluster> {
    const cluster = new DoubleCluster();
    for (const index of [0, 1, 2]) {
      const leader = (): Endpoint | undefined => cluster.#leaderAsKnownBy(index);
      const options = { log: cluster.log, leader, members: () => cluster.#members() };
      cluster.nodes.push(await KurrentDbDouble.start(options));
    }
    return cluster;
  }

  /** The addresses of all nodes, without TLS. */
  get address(): string {
    const hosts = this.nodes.map(({ endpoint }) => `${endpoint.host}:${endpoint.port}`);
    return `kurrentdb://${hosts.join(',')}?tls=false&discoveryInterval=20&maxDiscoverAttempts=5`;
  }

  /** The address of one node, without TLS. */
  addressOf(index: number): string {
    const { host, port } = this.node(index).endpoint;
    return `kurrentdb://${host}:${port}?tls=false`;
  }

  node(index: number): KurrentDbDouble {
    return this.nodes[index] as KurrentDbDouble;
  }

  /** Lets another node lead from now on. */
  elect(index: number): void {
    this.#leader = index;
  }

  /** Breaks a node off. It leads until another one is elected, as it does until the others have noticed. */
  kill(index: number): void {
    this.#dead.add(index);
    this.node(index).stop();
  }

  async revive(index: number): Promise<void> {
    await this.node(index).resume();
    this.#dead.delete(index);
  }

  stop(): void {
    for (const node of this.nodes) node.stop();
  }

  #leaderAsKnownBy(index: number): Endpoint | undefined {
    return index === this.#leader ? undefined : this.node(this.#leader).endpoint;
  }

  #members(): readonly Member[] {
    return this.nodes.map(({ endpoint }, index) => ({
      ...endpoint,
      state: index === this.#leader ? 'LEADER' : 'FOLLOWER',
      alive: index === this.#leader || !this.#dead.has(index),
    }));
  }
}
