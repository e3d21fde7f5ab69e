import type { Chained } from '../event-store/canonical-hash.js';
import {
  EventIdsTaken,
  EventStoreUnavailable,
  OutcomeUnknown,
  WrongExpectedRevision,
} from '../event-store/errors.js';
import type { EventRegistry } from '../event-store/event-registry.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { NO_STREAM } from '../event-store/expected-revision.js';
import { inOrder } from '../import/in-order.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import { destroyErasedKeys, erasuresIn } from './erasures.js';
import type { EndLine } from './export-format.js';
import { importKeys } from './import-keys.js';
import { MoveRefused } from './move-refused.js';
import { checkExport, eventsOf } from './read-export.js';
import { refuseOthers, streamsThere } from './streams-there.js';
import { verifyMoved } from './verify-moved.js';

/** Appends under way at once; the store keeps the order of each stream among them. */
const WIDTH = 128;

/** What a long import is busy with: checking the file, storing, verifying what is stored. */
export type ImportPhase = 'check' | 'store' | 'verify';

/** Where an export is brought in. */
export interface ImportParts {
  readonly store: EventStore;
  readonly registry: EventRegistry;
  /** Where keys of the file are added; opened only when it holds some. */
  readonly openKeys: () => Promise<WrappedKeys>;
  /** Refuses a log that holds events of ours which are not in the file. */
  readonly alone?: boolean;
  /** Told how much of a phase is done: bytes of the file, or when verifying events. */
  readonly onProgress?: (phase: ImportPhase, done: number) => void;
}

/** What was brought in; all of it was verified in the store. */
export interface ImportedEvents extends Pick<EndLine, 'events' | 'streams' | 'categories' | 'keys'> {
  /** Events that this run stored; the others were there. */
  readonly stored: number;
  /** Keys that this run added or destroyed; the others were there. */
  readonly keysChanged: number;
  /** Events in the whole store whose chain was verified, those of other streams included. */
  readonly verified: number;
}

/**
 * Brings the events of an export into a store, with their ids and each at its own revision, so that a second run, also
 * after one that was killed, stores what is missing and nothing twice. The file is checked whole before anything is
 * stored, and the store is verified afterwards. Rejects with `MoveRefused`.
 */
export async function importEvents(path: string, parts: ImportParts): Promise<ImportedEvents> {
  const { store, registry, onProgress = () => undefined } = parts;
  try {
    const file = await checkExport(path, registry, (bytes) => onProgress('check', bytes));
    const there = await streamsThere(store, file);
    if (parts.alone) await refuseOthers(store, file);
    const keysChanged = await importKeys(file, parts.openKeys);
    let stored = 0;
    await inOrder(missingEvents(), {
      width: WIDTH,
      begin: (event) => ({ key: undefined, run: () => append(store, event) }),
      settle: async (_, isNew) => {
        if (isNew) stored += 1;
      },
    });
    await forgetAgain(parts);
    const verified = await verifyMoved(store, file, (events) => onProgress('verify', events));
    const { events, streams, categories, keys } = file.end;
    return { events, streams, categories, keys, stored, keysChanged, verified };

    async function* missingEvents(): AsyncGenerator<Chained, void, undefined> {
      for await (const event of eventsOf(path, (bytes) => onProgress('store', bytes))) {
        if (event.revision > (there.get(event.stream) ?? -1n)) yield event;
      }
    }
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Whoever was forgotten where the file comes from is forgotten here, whatever keys it brought or were here. */
async function forgetAgain({ store, openKeys }: ImportParts): Promise<void> {
  const erasures = await erasuresIn(store);
  if (erasures.length === 0) return;
  const keys = await openKeys();
  try {
    await destroyErasedKeys(erasures, keys, new Date());
  } finally {
    await keys.close();
  }
}

/** False when this very event was there already. */
async function append(store: EventStore, event: Chained): Promise<boolean> {
  const { stream, revision, id, type, schemaVersion, data, metadata } = event;
  const expected = revision === 0n ? NO_STREAM : revision - 1n;
  const { repeated } = await store.append(stream, [{ id, type, schemaVersion, data, metadata }], expected);
  return !repeated;
}

function refusalOf(error: unknown): unknown {
  const cause = { cause: error };
  if (error instanceof WrongExpectedRevision) {
    const sentence = `In ${error.stream} is tijdens het overnemen iets anders vastgelegd. Stop wie er in dit logboek schrijft, en begin met een leeg logboek.`;
    return new MoveRefused('stream.diverged', sentence, cause);
  }
  if (error instanceof EventIdsTaken) {
    const sentence = `Gebeurtenis ${error.eventId} van ${error.stream} staat al elders in dit logboek. Neem dit bestand over in een leeg logboek.`;
    return new MoveRefused('event.id-taken', sentence, cause);
  }
  if (error instanceof EventStoreUnavailable || error instanceof OutcomeUnknown) {
    const sentence =
      'Het logboek is niet te bereiken. Voer dezelfde opdracht opnieuw uit als dat weer kan: het gaat verder waar het was, en niets komt er dubbel in.';
    return new MoveRefused('store.unavailable', sentence, cause);
  }
  if (error instanceof RangeError) {
    const sentence =
      'Een gebeurtenis is groter dan dit logboek in één keer aanneemt. Verhoog MaxAppendSize van de server, en voer dezelfde opdracht opnieuw uit.';
    return new MoveRefused('event.too-large', sentence, cause);
  }
  return error;
}
