import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText, hashOf, hashOfTexts, verifyChain } from '../../src/event-store/canonical-hash.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import {
  ANY,
  type ExpectedRevision,
  NO_STREAM,
  STREAM_EXISTS,
} from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import type { Fault } from '../doubles/kurrentdb/faults.js';
import { KurrentDbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { EVENT_LOGS } from '../spec/event-logs.js';
import { idsOf, someEvents, someMetadata } from '../spec/events.js';

interface Step {
  readonly stream: string;
  readonly count: number;
  /** `true`: what the stream will be at by then; otherwise an expectation that may or may not hold. */
  readonly expected: true | ExpectedRevision;
  /** Whether everything before it is awaited first. */
  readonly awaited: boolean;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    stream: fc.constantFrom('trajectory-a', 'trajectory-b', 'candidate-a'),
    count: fc.integer({ min: 1, max: 4 }),
    expected: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true as const) },
      { weight: 2, arbitrary: fc.constantFrom(NO_STREAM, STREAM_EXISTS, ANY) },
      { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 6n }) },
    ),
    awaited: fc.boolean(),
  }),
  { maxLength: 25 },
);

/** What a log should do with a step, without a disk: the revision after it, or undefined when it is refused. */
class Model {
  readonly streams = new Map<string, string[]>();
  readonly feed: string[] = [];

  expectationOf({ stream, expected }: Step): ExpectedRevision {
    if (expected !== true) return expected;
    const length = this.streams.get(stream)?.length ?? 0;
    return length === 0 ? NO_STREAM : BigInt(length - 1);
  }

  append(stream: string, ids: readonly string[], expected: ExpectedRevision): bigint | undefined {
    const there = this.streams.get(stream) ?? [];
    const holds =
      expected === ANY ||
      (expected === NO_STREAM && there.length === 0) ||
      (expected === STREAM_EXISTS && there.length > 0) ||
      (typeof expected === 'bigint' && BigInt(there.length - 1) === expected);
    if (!holds) return undefined;
    this.streams.set(stream, [...there, ...ids]);
    this.feed.push(...ids);
    return BigInt(there.length + ids.length - 1);
  }
}

describe('an event store, whatever is appended in whatever order', () => {
  it.each(EVENT_LOGS)(
    'does on %s what a list in memory would: revisions 0 to n - 1 per stream, the feed in order of commit',
    async (_, makeLog) => {
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          const log = await makeLog();
          try {
            await compareWithModel(log.open(), taken);
          } finally {
            await log.end();
          }
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );
});

const wrongWithAppends: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: 'delay', ms: 0 },
  { kind: 'delay', ms: 200 },
  { kind: 'lost-acknowledgement' },
  { kind: 'silent-commit' },
  { kind: 'silence' },
  { kind: 'unavailable' },
);
const wrongWithReads: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: 'delay', ms: 0 },
  { kind: 'break', after: 1 },
  { kind: 'stall', after: 1 },
  { kind: 'unavailable' },
);

describe('an event store on KurrentDB, whatever goes wrong with whichever call', () => {
  it('still does what a list in memory would', async () => {
    const faults = fc.record({
      append: fc.array(wrongWithAppends, { maxLength: 12 }),
      read: fc.array(wrongWithReads, { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(steps, faults, async (taken, { append, read }) => {
        const double = await KurrentDbDouble.start();
        for (const fault of append) double.faults.next('append', fault);
        for (const fault of read) double.faults.next('read', fault);
        const store = KurrentDbEventStore.open(`kurrentdb://127.0.0.1:${double.endpoint.port}?tls=false`, {
          appendTimeoutMs: 150,
          readSilenceMs: 150,
          resolveWithinMs: 20_000,
          readWithinMs: 20_000,
          firstPauseMs: 2,
          longestPauseMs: 20,
        });
        try {
          await compareWithModel(store, taken);
        } finally {
          await store.close();
          double.stop();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

async function compareWithModel(store: EventStore, taken: readonly Step[]): Promise<void> {
  const model = new Model();
  const outcomes: Promise<bigint | undefined>[] = [];
  const expected: (bigint | undefined)[] = [];
  for (const step of taken) {
    if (step.awaited) await Promise.all(outcomes);
    const events = someEvents(step.count);
    const expectation = model.expectationOf(step);
    expected.push(model.append(step.stream, idsOf(events), expectation));
    outcomes.push(
      store.append(step.stream, events, expectation).then(
        ({ revision }) => revision,
        () => undefined,
      ),
    );
  }
  expect(await Promise.all(outcomes)).toEqual(expected);
  const feed = await store.readAll({ limit: 1_000 });
  if (store.capabilities.orderedIn === 'log') expect(idsOf(feed)).toEqual(model.feed);
  else expect([...idsOf(feed)].sort()).toEqual([...model.feed].sort());
  for (const [stream, ids] of model.streams) {
    const events = await store.readStream(stream, { limit: 1_000 });
    expect(idsOf(events)).toEqual(ids);
    expect(verifyChain(events)).toEqual({ ok: true });
    expect(feed.filter((event) => event.stream === stream)).toEqual(events);
  }
}

const wellFormed = fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text));
const data = fc.dictionary(wellFormed, fc.jsonValue({ stringUnit: 'grapheme' }));

describe('the hash of an event', () => {
  it('is the SHA-256 of the RFC 8785 form of everything but its position', () => {
    fc.assert(
      fc.property(data, wellFormed, fc.bigInt({ min: 0n, max: 2n ** 53n }), (values, type, revision) => {
        const event = {
          id: '018f0000-0000-7000-8000-000000000001',
          stream: 'trajectory-a',
          revision,
          type,
          schemaVersion: 2,
          data: values,
          metadata: someMetadata(),
          previousHash: revision === 0n ? null : 'ab'.repeat(32),
        };
        const whole = canonicalize({ ...event, revision: String(revision) }) ?? '';
        expect(hashOf(event)).toBe(hash('sha256', whole, 'hex'));
        expect(hashOfTexts(event, canonicalText(values), canonicalText(event.metadata))).toBe(hashOf(event));
      }),
      { numRuns: 300 },
    );
  });

  it('is the text that the library writes of any JSON, whatever its fields are named', () => {
    const name = fc.oneof(fc.constantFrom('2', '10', '01', '-1', '__proto__', 'é', '😀'), fc.string());
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(name, tie('json'), { maxKeys: 6, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same after the event has been to JSON and back', () => {
    fc.assert(
      fc.property(data, (values) => {
        expect(canonicalText(JSON.parse(canonicalText(values)))).toBe(canonicalText(values));
      }),
      { numRuns: 300 },
    );
  });
});
