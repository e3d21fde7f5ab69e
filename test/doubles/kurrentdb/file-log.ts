import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { DoubleLog, type LoggedEvent } from './double-log.js';

/** A log that outlives its process: one line per commit, in the file before anybody hears of it; `most` bytes in one. */
export function fileLog(file: string, most?: number): DoubleLog {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const kept = lines.flatMap((line) => (JSON.parse(line) as readonly KeptEvent[]).map(fromKept));
  const keep = (events: readonly LoggedEvent[]): void =>
    appendFileSync(file, `${JSON.stringify(events.map(toKept))}\n`);
  return new DoubleLog(kept, keep, most);
}

type KeptEvent = { readonly [Field in keyof LoggedEvent]: string };

function toKept({ revision, position, data, customMetadata, ...texts }: LoggedEvent): KeptEvent {
  return {
    ...texts,
    revision: String(revision),
    position: String(position),
    data: Buffer.from(data).toString('base64'),
    customMetadata: Buffer.from(customMetadata).toString('base64'),
  };
}

function fromKept({ revision, position, data, customMetadata, ...texts }: KeptEvent): LoggedEvent {
  return {
    ...texts,
    revision: BigInt(revision),
    position: BigInt(position),
    data: Buffer.from(data, 'base64'),
    customMetadata: Buffer.from(customMetadata, 'base64'),
  };
}
