import { KeyDiverged, type WrappedKey, type WrappedKeys } from '../privacy/wrapped-keys.port.js';
import { fromKeyLine } from './export-format.js';
import { MoveRefused } from './move-refused.js';
import { type CheckedExport, exportLinesOf } from './read-export.js';

/** Keys that are added in one transaction. */
const PORTION = 1_000;

/**
 * Adds the keys of an export, before its events, and gives how many changed something. Throws `MoveRefused` when the
 * keys that are there belong to another master key, or are others under the same name.
 */
export async function importKeys(
  { path, header, end }: CheckedExport,
  openKeys: () => Promise<WrappedKeys>,
): Promise<number> {
  if (end.keys === 0 || header.masterKey === null) return 0;
  const keys = await openKeys();
  try {
    if (!(await keys.belongTo(header.masterKey))) {
      throw new MoveRefused(
        'key.other-master-key',
        'De sleutels in het bestand horen bij een andere hoofdsleutel dan die van deze dienst. Zet het bestand van die hoofdsleutel terug (DOORLOPEND_MASTER_KEY_FILE), of begin met een lege map.',
      );
    }
    let changed = 0;
    for await (const portion of portionsOf(path)) changed += await keys.add(portion);
    return changed;
  } catch (error) {
    if (!(error instanceof KeyDiverged)) throw error;
    throw new MoveRefused(
      'key.diverged',
      `Onder de naam ${error.keyName} ligt hier al een andere sleutel. Begin met een lege map, zodat er geen tweede sleutel voor dezelfde persoon is.`,
      { cause: error },
    );
  } finally {
    await keys.close();
  }
}

async function* portionsOf(path: string): AsyncGenerator<readonly WrappedKey[], void, undefined> {
  let portion: WrappedKey[] = [];
  for await (const { line } of exportLinesOf(path)) {
    if (line.kind !== 'key') continue;
    portion.push(fromKeyLine(line));
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
