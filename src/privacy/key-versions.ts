import { FIRST_VERSION } from './personal-keys.port.js';

/** A row of a store of keys, as far as versions go. */
interface VersionRow {
  readonly name: string;
  readonly wrapped: Buffer | null;
}

/** The names of every version under `base` (`candidate/{id}/narrative`) lie from the first bound up to the second. */
export function versionsBetween(base: string): readonly [from: string, before: string] {
  // '0' is the character after '/'.
  return [`${base}/`, `${base}0`];
}

/** The version in a key's name. */
export function versionOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('/') + 1));
}

/** The row of the highest version among these; undefined when there is none. */
export function presentVersion<Row extends VersionRow>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (highest, row) =>
      highest === undefined || versionOf(row.name) > versionOf(highest.name) ? row : highest,
    undefined,
  );
}

/** The name of the version after those of `rows`. */
export function nextName(base: string, rows: readonly VersionRow[]): string {
  const last = presentVersion(rows);
  return `${base}/${last === undefined ? FIRST_VERSION : versionOf(last.name) + 1}`;
}

/** The name under which is remembered that keys were destroyed where there was none. */
export function firstName(base: string): string {
  return `${base}/${FIRST_VERSION}`;
}
