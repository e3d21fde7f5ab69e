import { EventStoreDBClient, type SingleNodeOptions } from '@eventstore/db-client';
import type { Address } from './kurrentdb-address.js';

/**
 * The client for one connection, with two of its ways taken away that put a whole process at risk:
 *
 * - **No batch appends.** They share one call per client and one table of waiting appends per process: an error in any
 *   such call rejects the appends of all, an answer that nobody waits for any more throws where nothing can catch it,
 *   and a silent server is waited for without end (`batchAppend.js`). Without them each append is a call of its own.
 * - **No reconnecting by itself.** It closes the channel at once, also under calls that are about to begin: starting
 *   one then throws inside an async executor (`append.js`), which leaves a rejection that nobody can handle and a
 *   promise that never settles. `Connection` makes a new client instead, and ends the old one when nobody uses it.
 */
export class KurrentDbClient extends EventStoreDBClient {
  #channel: { close(): void } | undefined;

  constructor({ nodes, channel, credentials }: Address) {
    // The overloads name the three kinds of address one by one; what is behind them takes any.
    super(nodes as SingleNodeOptions, channel, credentials);
    const channelOf = this.getChannel;
    this.getChannel = async () => {
      const opened = await channelOf();
      this.#channel = opened;
      return opened;
    };
  }

  protected override supports = async (): Promise<boolean> => false;

  protected override handleError = async (): Promise<void> => undefined;

  /** Breaks off what is under way and closes the connection. */
  async end(): Promise<void> {
    await this.dispose();
    this.#channel?.close();
  }
}
