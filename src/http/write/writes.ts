import type { Id } from '../../../domain/shared/ids.js';
import { newId } from '../../shared/ids.js';
import type { IdempotencyStore, StoredAnswer } from '../idempotency/idempotency-store.port.js';
import { Problem } from '../problem/problem.js';
import { etagOf } from './if-match.js';
import type { WriteRequest } from './write-request.js';

/** What a command came to. */
export interface WriteResult {
  /** The id of what was recorded. */
  readonly id: Id;
  readonly revision: bigint;
  readonly position: string;
  /** The path where it is read. */
  readonly location: string;
  /** False when it was so already and nothing was stored: the answer is then 200 and not 201. */
  readonly created: boolean;
}

/** The body of every answer to a write. */
export interface WriteAnswer {
  readonly id: Id;
  readonly revision: number;
  readonly position: string;
}

interface Outcome {
  readonly answer: StoredAnswer;
  readonly created: boolean;
}

interface Running {
  readonly fingerprint: string;
  readonly outcome: Promise<Outcome>;
}

/** Runs the command of a write once for each `Idempotency-Key`, and answers with what it came to. */
export class Writes {
  private readonly running = new Map<string, Running>();

  constructor(private readonly store: IdempotencyStore) {}

  /**
   * Answers a write. `run` gets the command's id, from which every id of the command must be derived (`deriveId`).
   * With a key: the same key and body again give the same answer (200), another body a 409. Two at once share one
   * run. A refused command is not remembered: nothing was stored, so the same key may try again.
   */
  async answer(write: WriteRequest, run: (commandId: Id) => Promise<WriteResult>): Promise<WriteAnswer> {
    const { idempotency, reply } = write;
    if (idempotency === undefined) {
      const result = await run(newId());
      return send(reply, storedOf(result), result.created);
    }
    const reservation = idempotency.reservation;
    const fingerprint = idempotency.fingerprint();
    const underway = this.running.get(reservation);
    if (underway !== undefined) {
      if (underway.fingerprint !== fingerprint) throw reused();
      return send(reply, (await underway.outcome).answer, false);
    }
    const outcome = this.runOnce(reservation, fingerprint, run);
    this.running.set(reservation, { fingerprint, outcome });
    try {
      const { answer, created } = await outcome;
      return send(reply, answer, created);
    } finally {
      this.running.delete(reservation);
    }
  }

  /**
   * The id of the command that a write stands for, where what it does is no event and harmless to do again: a new one, or
   * the one that its `Idempotency-Key` got before. Another body under the same key is a 409.
   */
  async commandId({ idempotency }: WriteRequest): Promise<Id> {
    if (idempotency === undefined) return newId();
    const reserved = await this.store.reserve(idempotency.reservation, idempotency.fingerprint());
    if (reserved === 'conflict') throw reused();
    return reserved.commandId;
  }

  private async runOnce(
    reservation: string,
    fingerprint: string,
    run: (commandId: Id) => Promise<WriteResult>,
  ): Promise<Outcome> {
    const reserved = await this.store.reserve(reservation, fingerprint);
    if (reserved === 'conflict') throw reused();
    if (reserved.previous !== undefined) return { answer: reserved.previous, created: false };
    const result = await run(reserved.commandId);
    const answer = storedOf(result);
    // The answer does not wait for this, and a failure loses nothing: the command would be decided again, to the same end.
    this.store.complete(reservation, answer).catch(() => undefined);
    return { answer, created: result.created };
  }
}

function storedOf({ id, revision, position, location }: WriteResult): StoredAnswer {
  return { id, revision: Number(revision), position, location };
}

function send(reply: WriteRequest['reply'], answer: StoredAnswer, created: boolean): WriteAnswer {
  const { id, revision, position, location } = answer;
  reply
    .code(created ? 201 : 200)
    .header('location', location)
    .header('etag', etagOf(BigInt(revision)));
  return { id, revision, position };
}

function reused(): Problem {
  return new Problem(409, 'idempotency-key.reused', {
    detail: 'Deze Idempotency-Key is al gebruikt voor een andere inhoud. Gebruik een nieuwe sleutel.',
  });
}
