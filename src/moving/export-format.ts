import { isId } from '../../domain/shared/ids.js';
import type { Chained } from '../event-store/canonical-hash.js';
import type { StreamCategory } from '../event-store/event-registry.js';
import type { EventMetadata, Position } from '../event-store/event-store.port.js';
import type { WrappedKey } from '../privacy/wrapped-keys.port.js';

/*
 * STORAGE. An export is UTF-8 text, one JSON object per line: a header, the events in the order of the feed, wrapped
 * keys where they were asked for, and the end. A later version of the format gets another number.
 */
export const FORMAT = 'doorlopend-events';
export const FORMAT_VERSION = 1;

/** The first line: what this file is. */
export interface HeaderLine {
  readonly kind: 'header';
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly programVersion: string;
  /** An instant, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The position of the last event, in the store that it was read from; null for an empty log. */
  readonly head: Position | null;
  /** The fingerprint of the master key that the keys in this file are wrapped with; null where it holds none. */
  readonly masterKey: string | null;
}

/** An event, its protected fields sealed as they were. */
export type EventLine = Omit<Chained, 'revision'> & { readonly kind: 'event'; readonly revision: number };

/** A personal key, wrapped by the master key (base64), or what is left of one that was destroyed. */
export type KeyLine = Omit<WrappedKey, 'wrapped'> & {
  readonly kind: 'key';
  readonly wrapped: string | null;
};

/** The last line: what the lines before it hold together. */
export interface EndLine {
  readonly kind: 'end';
  readonly events: number;
  readonly streams: number;
  /** Events per category of stream; a category without events is left out. */
  readonly categories: { readonly [C in StreamCategory]?: number };
  readonly keys: number;
  /** SHA-256, hexadecimal, over every line before this one with the newline that ends it. */
  readonly digest: string;
}

export type ExportLine = HeaderLine | EventLine | KeyLine | EndLine;

export function toEventLine(event: Chained): EventLine {
  const { stream, revision, id, type, schemaVersion, data, metadata, hash, previousHash } = event;
  const place = { stream, revision: Number(revision), id };
  return { kind: 'event', ...place, type, schemaVersion, data, metadata, hash, previousHash };
}

export function fromEventLine({ kind: _, revision, ...event }: EventLine): Chained {
  return { ...event, revision: BigInt(revision) };
}

export function toKeyLine({ wrapped, ...key }: WrappedKey): KeyLine {
  return { kind: 'key', ...key, wrapped: wrapped?.toString('base64') ?? null };
}

export function fromKeyLine({ kind: _, wrapped, ...key }: KeyLine): WrappedKey {
  return { ...key, wrapped: wrapped === null ? null : Buffer.from(wrapped, 'base64') };
}

/** A line of an export, whatever its version when it is a header; undefined for a text that is none. */
export function parseLine(text: string): ExportLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const fits = SHAPES[String(value.kind) as keyof typeof SHAPES];
  return fits?.(value) ? (value as unknown as ExportLine) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const SHAPES: { readonly [Kind in ExportLine['kind']]: (line: Fields) => boolean } = {
  header: ({ format, version, masterKey }) =>
    format === FORMAT && isCount(version) && isTextOrNull(masterKey),
  event: (line) =>
    isText(line.stream) &&
    isCount(line.revision) &&
    isId(line.id) &&
    isText(line.type) &&
    isCount(line.schemaVersion) &&
    isObject(line.data) &&
    isMetadata(line.metadata) &&
    isText(line.hash) &&
    isTextOrNull(line.previousHash),
  key: ({ name, wrapped, createdAt, destroyedAt }) =>
    isText(name) &&
    isText(createdAt) &&
    isTextOrNull(wrapped) &&
    isTextOrNull(destroyedAt) &&
    (wrapped === null) === (destroyedAt !== null),
  end: ({ events, streams, categories, keys, digest }) =>
    isCount(events) && isCount(streams) && isObject(categories) && isCount(keys) && isText(digest),
};

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** As far as the store and the read models count on it. */
function isMetadata(value: unknown): value is EventMetadata {
  return isObject(value) && isObject(value.actor) && isText(value.recordedAt) && isText(value.commandId);
}
