import { randomBytes } from 'node:crypto';
import { BACKWARDS, END, type ReadPosition, START } from '@eventstore/db-client';
import { parseAddress } from '../../../src/event-store/kurrentdb/kurrentdb-address.js';
import { KurrentDbClient } from '../../../src/event-store/kurrentdb/kurrentdb-client.js';
import { KurrentDbDouble } from './kurrentdb-double.js';

const PAGE = 1_000;

/**
 * A database for one test: the one at `KURRENTDB_URL`, or else a double. The test has a namespace of its own in it, or
 * several that begin like it, and `end` deletes the streams in those (softly, so that a scavenge gives the space back).
 */
export class TestDatabase {
  readonly namespace = `doorlopendtest${randomBytes(6).toString('hex')}`;
  readonly #client: KurrentDbClient;

  private constructor(
    readonly address: string,
    private readonly double: KurrentDbDouble | undefined,
    private readonly before: ReadPosition,
    client: KurrentDbClient,
  ) {
    this.#client = client;
  }

  static start(): Promise<TestDatabase> {
    const { KURRENTDB_URL } = process.env;
    return KURRENTDB_URL === undefined ? TestDatabase.onDouble() : TestDatabase.#at(KURRENTDB_URL);
  }

  /** On a double that others use as well: the server itself, and another application. */
  static async onDouble(): Promise<TestDatabase> {
    const double = await KurrentDbDouble.start({ deletes: 'soft' });
    double.log.appendForeign('$users', '$UserCreated');
    double.log.appendForeign('invoice-7', 'InvoiceSent');
    return TestDatabase.#at(`kurrentdb://127.0.0.1:${double.endpoint.port}?tls=false`, double);
  }

  static async #at(address: string, double?: KurrentDbDouble): Promise<TestDatabase> {
    const client = new KurrentDbClient(parseAddress(address));
    const [last] = await client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }).toArray();
    return new TestDatabase(address, double, last?.event?.position ?? START, client);
  }

  /** Leaves nothing behind. */
  async end(): Promise<void> {
    if (this.double === undefined) await this.cleanUp();
    await this.#client.end();
    this.double?.stop();
  }

  /** Deletes the streams of this test, and no other. */
  async cleanUp(): Promise<void> {
    for (const stream of await this.#streams()) await this.#client.deleteStream(stream);
  }

  async #streams(): Promise<ReadonlySet<string>> {
    const streams = new Set<string>();
    for (let from = this.before, more = true; more; ) {
      let count = 0;
      for await (const { event } of this.#client.readAll({ fromPosition: from, maxCount: PAGE })) {
        count += 1;
        if (event === undefined) continue;
        from = event.position;
        if (event.streamId.startsWith(this.namespace)) streams.add(event.streamId);
      }
      more = count === PAGE;
    }
    return streams;
  }
}
