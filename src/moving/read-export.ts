import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Chained } from '../event-store/canonical-hash.js';
import {
  type EventRegistry,
  NewerEvent,
  parseStream,
  type StreamCategory,
} from '../event-store/event-registry.js';
import { readLines, systemCode, UnreadableFile } from '../import/text-file.js';
import {
  type EndLine,
  type ExportLine,
  FORMAT_VERSION,
  fromEventLine,
  type HeaderLine,
  parseLine,
} from './export-format.js';
import { MoveRefused } from './move-refused.js';
import { StreamChains, type Tail } from './stream-chains.js';

/** No event is longer: it bounds the memory that a file of something else can take. In characters. */
const LONGEST_LINE = 64 * 1_024 * 1_024;

/** Told how many bytes of the file were read. */
export type OnRead = (bytes: number) => void;

/** A file that was read to its end and found right. */
export interface CheckedExport {
  readonly path: string;
  readonly header: HeaderLine;
  readonly end: EndLine;
  /** Each stream in the file with its last event there. */
  readonly tails: ReadonlyMap<string, Tail>;
}

/** The lines of an export, one at a time. Throws `MoveRefused` for a file that cannot be read, or a line that is none. */
export async function* exportLinesOf(
  path: string,
  onRead: OnRead = () => undefined,
): AsyncGenerator<{ readonly text: string; readonly line: ExportLine }, void, undefined> {
  try {
    for await (const { number, text, readBytes } of readLines(path, 'utf-8', LONGEST_LINE)) {
      const line = parseLine(text);
      if (line === undefined) {
        throw number === 1 ? unreadable(path) : damaged(path, `regel ${number} is niet te lezen`);
      }
      onRead(readBytes);
      yield { text, line };
    }
  } catch (error) {
    if (error instanceof MoveRefused) throw error;
    if (error instanceof UnreadableFile) throw unreadable(path, error);
    if (systemCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw damaged(path, 'het is geen UTF-8');
    if (typeof systemCode(error) === 'string') throw unreadable(path, error);
    throw error;
  }
}

/** The events of an export that was checked before. */
export async function* eventsOf(path: string, onRead?: OnRead): AsyncGenerator<Chained, void, undefined> {
  for await (const { line } of exportLinesOf(path, onRead))
    if (line.kind === 'event') yield fromEventLine(line);
}

/**
 * Reads an export to its end, in memory that grows with its streams alone: the form and version, every event's type and
 * place in the chain of its stream, the counts, and the digest over all lines. Throws `MoveRefused`.
 */
export async function checkExport(
  path: string,
  registry: EventRegistry,
  onRead?: OnRead,
): Promise<CheckedExport> {
  const contents = new Contents(path, registry);
  const hash = createHash('sha256');
  let header: HeaderLine | undefined;
  let end: EndLine | undefined;
  for await (const { text, line } of exportLinesOf(path, onRead)) {
    if (end !== undefined) throw damaged(path, 'er staat nog iets na de slotregel');
    if (header === undefined) header = headerOf(path, line);
    else if (line.kind === 'end') end = line;
    else contents.add(line);
    if (line.kind !== 'end') hash.update(`${text}\n`);
  }
  if (header === undefined) throw unreadable(path);
  if (end === undefined) throw damaged(path, 'de slotregel ontbreekt, dus er is een stuk af');
  if (end.digest !== hash.digest('hex')) throw damaged(path, 'de controlesom klopt niet');
  const { kind: _kind, digest: _digest, ...sums } = end;
  if (!isDeepStrictEqual(sums, contents.sums)) throw damaged(path, 'de aantallen kloppen niet');
  if (end.keys > 0 && header.masterKey === null)
    throw damaged(path, 'van de sleutels ontbreekt de hoofdsleutel');
  return { path, header, end, tails: contents.tails };
}

/** The first line of an export. Throws `MoveRefused` when it is none, or of a form that this version does not know. */
export async function headerIn(path: string): Promise<HeaderLine> {
  for await (const { line } of exportLinesOf(path)) return headerOf(path, line);
  throw unreadable(path);
}

function headerOf(path: string, line: ExportLine): HeaderLine {
  if (line.kind !== 'header') throw unreadable(path);
  if (line.version === FORMAT_VERSION) return line;
  throw new MoveRefused(
    'file.unknown-version',
    `${path} heeft vorm ${line.version}; deze versie van Doorlopend kent vorm ${FORMAT_VERSION}. Gebruik de versie die het bestand maakte, of een nieuwere.`,
  );
}

/** What the lines between the first and the last hold. */
class Contents {
  readonly #chains = new StreamChains();
  readonly #categories: { [C in StreamCategory]?: number } = {};
  #events = 0;
  #keys = 0;

  constructor(
    private readonly path: string,
    private readonly registry: EventRegistry,
  ) {}

  add(line: ExportLine): void {
    if (line.kind === 'key') this.#keys += 1;
    else if (line.kind === 'event') this.#addEvent(fromEventLine(line));
    else throw damaged(this.path, 'er staan twee kopregels in');
  }

  get sums(): Omit<EndLine, 'kind' | 'digest'> {
    return {
      events: this.#events,
      streams: this.#chains.tails.size,
      categories: this.#categories,
      keys: this.#keys,
    };
  }

  get tails(): ReadonlyMap<string, Tail> {
    return this.#chains.tails;
  }

  #addEvent(event: Chained): void {
    const category = this.#categoryOf(event);
    if (!this.#chains.follow(event)) {
      throw damaged(this.path, `${event.stream} klopt niet vanaf gebeurtenis ${event.revision}`);
    }
    this.#events += 1;
    this.#categories[category] = (this.#categories[category] ?? 0) + 1;
  }

  /** The category of an event that this program knows. */
  #categoryOf(event: Chained): StreamCategory {
    const { category } = parseStream(event.stream) ?? {};
    try {
      this.registry.check(event);
    } catch (error) {
      if (error instanceof NewerEvent) throw unknownEvent(event, error);
      throw error;
    }
    if (category !== this.registry.get(event.type).category) throw unknownEvent(event);
    return category;
  }
}

function unknownEvent({ type, schemaVersion, stream }: Chained, cause?: NewerEvent): MoveRefused {
  const what = `${type} in vorm ${schemaVersion} in ${stream}`;
  return new MoveRefused(
    'event.unknown',
    `Het bestand bevat ${what}, en die kent deze versie van Doorlopend niet. Gebruik een nieuwere versie.`,
    { cause },
  );
}

function unreadable(path: string, cause?: unknown): MoveRefused {
  return new MoveRefused(
    'file.unreadable',
    `${path} is geen export van Doorlopend of is niet te lezen. Geef een bestand dat doorlopend export maakte.`,
    { cause },
  );
}

function damaged(path: string, what: string): MoveRefused {
  return new MoveRefused(
    'file.damaged',
    `${path} is beschadigd: ${what}. Er is niets overgenomen; maak de export opnieuw of neem een andere kopie.`,
  );
}
