import { createHash } from 'node:crypto';
import { parseStream, type StreamCategory } from '../event-store/event-registry.js';
import type { EventStore, Position, RecordedEvent } from '../event-store/event-store.port.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import {
  type EndLine,
  type ExportLine,
  FORMAT,
  FORMAT_VERSION,
  toEventLine,
  toKeyLine,
} from './export-format.js';
import { eventsUpTo } from './feed-pages.js';
import { MoveRefused } from './move-refused.js';
import { StreamChains } from './stream-chains.js';

/** About this many characters are given at once: enough to spare the disk, little enough to hold. */
const PORTION_CHARACTERS = 256 * 1_024;

/** What is exported, and what is said of it. */
export interface ExportParts {
  readonly store: EventStore;
  /** The position of the last event that is exported, null for none; the head at the start when it is left out. */
  readonly upTo?: Position | null;
  /** The wrapped keys, where they go along. */
  readonly keys?: WrappedKeys;
  readonly programVersion: string;
  readonly now: Date;
  /** Told how many events were read. */
  readonly onProgress?: (events: number) => void;
}

/**
 * The text of an export in portions: every event up to the head at the start, in the order of the feed, and then the
 * keys, so that no event is without the key that sealed it. Returns its last line. Every chain is verified on the way:
 * throws `MoveRefused` when one does not, for nobody could bring such a file in.
 */
export async function* exportLines(parts: ExportParts): AsyncGenerator<string, EndLine, undefined> {
  const { store, keys, programVersion, now } = parts;
  const text = new DigestedText();
  const tally = new Tally();
  const head = parts.upTo === undefined ? await store.head() : (parts.upTo ?? undefined);
  text.add({
    kind: 'header',
    format: FORMAT,
    version: FORMAT_VERSION,
    programVersion,
    madeAt: now.toISOString(),
    head: head ?? null,
    masterKey: (await keys?.masterKey()) ?? null,
  });
  for await (const page of eventsUpTo(store, head)) {
    for (const event of page) {
      tally.count(event);
      text.add(toEventLine(event));
      if (text.length >= PORTION_CHARACTERS) yield text.take();
    }
    parts.onProgress?.(tally.events);
  }
  let keyCount = 0;
  for await (const key of keys?.all() ?? []) {
    keyCount += 1;
    text.add(toKeyLine(key));
    if (text.length >= PORTION_CHARACTERS) yield text.take();
  }
  const end: EndLine = { kind: 'end', ...tally.sums, keys: keyCount, digest: text.digest() };
  text.add(end);
  yield text.take();
  return end;
}

/** Lines, and the digest over all of them. */
class DigestedText {
  readonly #hash = createHash('sha256');
  #text = '';

  get length(): number {
    return this.#text.length;
  }

  add(line: ExportLine): void {
    this.#text += `${JSON.stringify(line)}\n`;
  }

  /** What was added since the last time. */
  take(): string {
    const text = this.#text;
    this.#hash.update(text);
    this.#text = '';
    return text;
  }

  /** Over everything that was added so far. */
  digest(): string {
    return this.#hash.copy().update(this.#text).digest('hex');
  }
}

/** Counts events, and verifies the chain of each stream. */
class Tally {
  events = 0;
  readonly #chains = new StreamChains();
  readonly #categories: { [C in StreamCategory]?: number } = {};

  /** Throws `MoveRefused` for an event that does not fit in its stream, or whose stream is none of ours. */
  count(event: RecordedEvent): void {
    const { category } = parseStream(event.stream) ?? {};
    if (category === undefined || !this.#chains.follow(event)) {
      throw new MoveRefused(
        'log.damaged',
        `Het logboek zelf is beschadigd: ${event.stream} klopt niet vanaf gebeurtenis ${event.revision}. Zet een backup terug.`,
      );
    }
    this.events += 1;
    this.#categories[category] = (this.#categories[category] ?? 0) + 1;
  }

  get sums(): Pick<EndLine, 'events' | 'streams' | 'categories'> {
    return { events: this.events, streams: this.#chains.tails.size, categories: this.#categories };
  }
}
