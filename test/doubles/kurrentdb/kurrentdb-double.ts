import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendCall, batchAppendCall } from './append-calls.js';
import { DoubleLog } from './double-log.js';
import type { DoubleNode, Endpoint, Seen, User } from './double-node.js';
import { Faults } from './faults.js';
import { readCall } from './read-calls.js';
import { deleteCall, featuresCall, gossipCall, type Member, tombstoneCall } from './small-calls.js';

const HOST = '127.0.0.1';

export interface DoubleOptions {
  /** The log to serve; several nodes may share one, and it outlives them. */
  readonly log?: DoubleLog;
  /** 0 lets the machine choose. */
  readonly port?: number;
  /** PEM of the node's certificate and key; without, it speaks without TLS. With `clients`, only to whom that signed. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly clients?: string };
  readonly user?: User;
  readonly deletes?: 'refused' | 'soft';
  /** The node that leads; undefined when this one does. */
  readonly leader?: () => Endpoint | undefined;
  /** What the node tells of its cluster; by default itself, as its leader. */
  readonly members?: () => readonly Member[];
}

/**
 * One node that speaks KurrentDB's protocol: a gRPC server with the client's own generated definitions over a log in
 * memory. It is a double of the protocol, not of the product: what it does follows the definitions (`*.proto`) and the
 * client's code, named file by file where it does so, and no more than that.
 */
export class KurrentDbDouble {
  readonly log: DoubleLog;
  readonly faults = new Faults();
  readonly seen: Seen = { calls: new Map(), subscribedAfter: [], delivered: [] };
  #port: number;
  #server: Server | undefined;

  private constructor(private readonly options: DoubleOptions) {
    this.log = options.log ?? new DoubleLog();
    this.#port = options.port ?? 0;
  }

  static async start(options: DoubleOptions = {}): Promise<KurrentDbDouble> {
    const double = new KurrentDbDouble(options);
    await double.resume();
    return double;
  }

  get endpoint(): Endpoint {
    return { host: HOST, port: this.#port };
  }

  /** Serves again on the port that it had, with the log that it had. */
  async resume(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(StreamsService, this.#streams());
    server.addService(GossipService, { read: gossipCall(this.#node, () => this.#members()) });
    server.addService(ServerFeaturesService, { getSupportedMethods: featuresCall(this.#node) });
    this.#port = await bind(server, `${HOST}:${this.#port}`, credentialsOf(this.options));
    this.#server = server;
  }

  /** Breaks every connection off, as a killed process does. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
  }

  get #node(): DoubleNode {
    const { user, deletes = 'refused', leader = () => undefined } = this.options;
    return { log: this.log, faults: this.faults, seen: this.seen, leader, user, deletes };
  }

  #streams() {
    const node = this.#node;
    return {
      append: appendCall(node),
      batchAppend: batchAppendCall(node),
      read: readCall(node),
      delete: deleteCall(node),
      tombstone: tombstoneCall(node),
    };
  }

  #members(): readonly Member[] {
    return this.options.members?.() ?? [{ ...this.endpoint, state: 'LEADER', alive: true }];
  }
}

function credentialsOf({ tls }: DoubleOptions): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) };
  const clients = tls.clients === undefined ? null : Buffer.from(tls.clients);
  return ServerCredentials.createSsl(clients, [pair], clients !== null);
}

function bind(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
  });
}
