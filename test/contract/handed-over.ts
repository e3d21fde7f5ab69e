import { handOver } from '../../projections/runtime/batch.js';
import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Generation } from '../../projections/runtime/generation.js';
import type { Lease } from '../../projections/runtime/lease.js';

/** The batches of a generation on their way: handed over, then written, then known to be stored. */
export class HandedOver {
  #last = 0;
  #stored = 0;
  #toWrite: BatchChanges[] = [];

  constructor(
    private readonly generation: Generation,
    private readonly lease: Lease,
    private readonly writer: BatchWriter,
  ) {}

  /** Hands over what was changed since the last time. */
  handOver(): void {
    const from = this.#last === 0 ? undefined : String(this.#last);
    this.#last += 1;
    const step = { from, position: String(this.#last), passed: 1 };
    this.#toWrite.push(handOver({ lease: this.lease, now: Date.now }, [this.generation], step, []));
  }

  /** Writes the oldest batch that is not in the database yet; the generation does not hear of it. */
  async write(): Promise<void> {
    const oldest = this.#toWrite.shift();
    if (oldest !== undefined) await this.writer.write(oldest);
  }

  /** Lets the generation know that the oldest batch is stored. */
  async confirm(): Promise<void> {
    if (this.#stored === this.#last) return;
    if (this.#last - this.#toWrite.length === this.#stored) await this.write();
    this.#stored += 1;
    this.generation.committed(String(this.#stored), 1);
  }

  /** Stores everything that was handed over. */
  async settle(): Promise<void> {
    while (this.#stored < this.#last) await this.confirm();
  }

  /** Stores everything that was changed. */
  async commit(): Promise<void> {
    this.handOver();
    await this.settle();
  }
}
