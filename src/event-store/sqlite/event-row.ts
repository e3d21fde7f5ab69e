import type { EventMetadata, Position, RecordedEvent, StoredEvent } from '../event-store.port.js';

/** The columns of an event in the order in which they are selected. */
export const EVENT_COLUMNS =
  'position, stream, revision, id, type, schema_version, data, metadata, hash, previous_hash';

/** A row of `EVENT_COLUMNS`, as an array because that is the fastest to read. */
export type EventRow = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  schemaVersion: number,
  data: string,
  metadata: string,
  hash: string,
  previousHash: string | null,
];

/** The event that a row holds. */
export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    position: String(row[0]),
    stream: row[1],
    revision: BigInt(row[2]),
    id: row[3],
    type: row[4],
    schemaVersion: row[5],
    data: JSON.parse(row[6]) as Record<string, unknown>,
    metadata: JSON.parse(row[7]) as EventMetadata,
    hash: row[8],
    previousHash: row[9],
  };
}

/** The columns of an event that a scan reads. */
export const SCAN_COLUMNS = 'position, stream, revision, id, type, schema_version, data, metadata';

/** A row of `SCAN_COLUMNS`. */
export type ScanRow = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  schemaVersion: number,
  data: string,
  metadata: string,
];

/** The event that a row of a scan holds. */
export function toStoredEvent(row: ScanRow): StoredEvent {
  return {
    position: String(row[0]),
    stream: row[1],
    revision: row[2],
    id: row[3],
    type: row[4],
    schemaVersion: row[5],
    data: row[6],
    metadata: row[7],
  };
}

const POSITION = /^\d{1,15}$/;

/** The rowid of a position; throws a RangeError for a text that is no position of this store. */
export function toRowid(position: Position): number {
  if (!POSITION.test(position)) throw new RangeError(`not a position: ${position}`);
  return Number(position);
}
