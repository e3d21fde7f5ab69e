import { readFile } from 'node:fs/promises';
import type { CandidateErased } from '../../domain/candidate/rights/events.js';
import { isId } from '../../domain/shared/ids.js';
import { PROTECTIONS } from '../../domain/shared/protected.js';
import { EventIdsTaken } from '../event-store/errors.js';
import { EventRegistry, parseStream } from '../event-store/event-registry.js';
import type { EventStore, NewEvent } from '../event-store/event-store.port.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import { VERSION } from '../shared/version.js';
import { MoveRefused } from './move-refused.js';

const FORMAT = 'doorlopend-erasures';
const FORMAT_VERSION = 1;
const TYPE: CandidateErased['type'] = 'CandidateErased';
/** Events that are passed at once. */
const PAGE = 10_000;

/** That somebody was forgotten, as the log has it: without anything about them. */
export interface StoredErasure extends NewEvent {
  readonly stream: string;
}

/* STORAGE: a list of erasures, one JSON document, kept apart from backups and applied to an older one. */
interface ErasureList {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  /** An instant, ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly erasures: readonly StoredErasure[];
}

/** Everybody who was forgotten, from the log. */
export async function erasuresIn(store: EventStore): Promise<readonly StoredErasure[]> {
  const registry = new EventRegistry(VERSION);
  const others = registry.types.filter((type) => type !== TYPE);
  const without = others.flatMap((type) => registry.shapesOf(type));
  const found: StoredErasure[] = [];
  for (let after: string | undefined; ; ) {
    const stretch = await store.scan({ ...(after && { after }), limit: PAGE, without });
    for (const { stream, id, type, schemaVersion, data, metadata } of stretch.events) {
      const stored = { data: JSON.parse(data), metadata: JSON.parse(metadata) };
      if (type === TYPE) found.push({ stream, id, type, schemaVersion, ...stored });
    }
    if (stretch.position === undefined || stretch.passed < PAGE) return found;
    after = stretch.position;
  }
}

/** The text of a list of erasures. */
export function erasureList(erasures: readonly StoredErasure[], now: Date): string {
  const list: ErasureList = {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: now.toISOString(),
    erasures,
  };
  return `${JSON.stringify(list, null, 1)}\n`;
}

/** The erasures in a file. Throws `MoveRefused` for a file that is no list of them, or of a form to come. */
export async function readErasureList(path: string): Promise<readonly StoredErasure[]> {
  const value = await readFile(path, 'utf8').then(parsed, () => undefined);
  if (!isList(value)) {
    throw new MoveRefused(
      'file.unreadable',
      `${path} is geen lijst van wissingen. Geef een bestand dat doorlopend erasures schreef.`,
    );
  }
  if (value.version !== FORMAT_VERSION) {
    throw new MoveRefused(
      'file.unknown-version',
      `De lijst heeft vorm ${value.version}; deze versie van Doorlopend kent vorm ${FORMAT_VERSION}. Gebruik een nieuwere versie.`,
    );
  }
  return value.erasures;
}

/** Records in a log that is older than these erasures that they were carried out; gives how many it did not have. */
export async function bringErasures(store: EventStore, erasures: readonly StoredErasure[]): Promise<number> {
  let brought = 0;
  for (const { stream, ...event } of erasures) {
    const [last] = await store.readStream(stream, { from: LAST, limit: 1, direction: 'backwards' });
    // Somebody whom this log does not know of is not in it.
    if (last === undefined) continue;
    try {
      const { repeated } = await store.append(stream, [event], last.revision);
      if (!repeated) brought += 1;
    } catch (error) {
      if (!(error instanceof EventIdsTaken)) throw error;
    }
  }
  return brought;
}

/** Destroys the keys of everybody who was forgotten by a log; gives how many there still were. */
export async function destroyErasedKeys(
  erasures: readonly StoredErasure[],
  keys: WrappedKeys,
  now: Date,
): Promise<number> {
  let destroyed = 0;
  for (const { stream, data } of erasures) {
    const candidateId = parseStream(stream)?.id;
    if (candidateId === undefined) continue;
    const { parts } = data as unknown as CandidateErased['data'];
    destroyed += await keys.destroy(`candidate/${candidateId}`, parts, now.toISOString());
  }
  return destroyed;
}

/** From the end of a stream. */
const LAST = BigInt(Number.MAX_SAFE_INTEGER);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isList(value: unknown): value is ErasureList {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, erasures } = value as Readonly<Record<string, unknown>>;
  return (
    format === FORMAT && Number.isInteger(version) && Array.isArray(erasures) && erasures.every(isErasure)
  );
}

function isErasure(value: unknown): value is StoredErasure {
  if (typeof value !== 'object' || value === null) return false;
  const { stream, id, type, schemaVersion, data, metadata } = value as Readonly<Record<string, unknown>>;
  const parts = (data as { readonly parts?: unknown } | null)?.parts;
  return (
    typeof stream === 'string' &&
    parseStream(stream)?.category === 'candidate' &&
    isId(id) &&
    type === TYPE &&
    Number.isInteger(schemaVersion) &&
    Array.isArray(parts) &&
    parts.every((part) => (PROTECTIONS as readonly unknown[]).includes(part)) &&
    typeof metadata === 'object' &&
    metadata !== null
  );
}
