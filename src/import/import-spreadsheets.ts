import type { DossierColumn } from './dossier-row.js';
import { DossierImport } from './import-dossiers.js';
import { ImportParties } from './import-parties.js';
import type { ImportParts } from './import-parts.js';
import { SessionImport } from './import-sessions.js';
import { inOrder, type Piece } from './in-order.js';
import { KeepUp, type ReadModels } from './keep-up.js';
import { Counter, type RowOutcome, type Tally } from './outcome.js';
import { RefusedRows } from './refused-rows.js';
import { SessionPlaces } from './session-places.js';
import type { SessionColumn } from './session-row.js';
import type { SheetRow, Spreadsheet } from './spreadsheet.js';

/** Rows under way at once: enough that their commits share the disk's flush. */
const WIDTH = 256;

export interface ImportRequest {
  readonly dossiers: Spreadsheet<DossierColumn>;
  readonly sessions: Spreadsheet<SessionColumn>;
  /** Where the refused rows are written, when there are any. */
  readonly refusedPath: string;
  /** Told how many bytes of a spreadsheet are done. */
  readonly onProgress: (sheet: 'dossiers' | 'sessions', readBytes: number) => void;
}

export interface ImportResult {
  readonly dossiers: Tally;
  readonly sessions: Tally;
  /** Null when no row was refused. */
  readonly refusedFile: string | null;
}

/**
 * Stores two spreadsheets, the dossiers first, each in the file's order, by the same commands and rules as the API.
 * A refused row never stops the rest; a second run stores nothing twice, also after a run that was killed. Rejects when
 * a file cannot be read to its end or the data cannot be stored; what was accepted until then stays.
 */
export async function importSpreadsheets(
  parts: Omit<ImportParts, 'keepUp'>,
  readModels: ReadModels,
  { dossiers, sessions, refusedPath, onProgress }: ImportRequest,
): Promise<ImportResult> {
  const keepUp = new KeepUp(readModels);
  const own = { ...parts, keepUp };
  const refused = new RefusedRows(refusedPath, [dossiers, sessions]);
  const take = async <Column extends string>(
    sheet: Spreadsheet<Column>,
    importer: { begin(row: SheetRow<Column>): Piece<RowOutcome> },
    at: (readBytes: number) => void,
  ): Promise<Tally> => {
    const counter = new Counter();
    await inOrder(sheet.rows(), {
      width: WIDTH,
      begin: (row) => importer.begin(row),
      settle: async (row, outcome) => {
        counter.count(outcome);
        if (typeof outcome === 'object') await refused.add(sheet, row, outcome);
        at(row.readBytes);
        await keepUp.pace();
      },
    });
    await keepUp.catchUp();
    return counter.tally;
  };
  try {
    const dossierImport = new DossierImport(own, new ImportParties(own));
    const ofDossiers = await take(dossiers, dossierImport, (bytes) => onProgress('dossiers', bytes));
    const places = new SessionPlaces(own, dossierImport.organisationIds);
    const ofSessions = await take(sessions, new SessionImport(own, places), (bytes) =>
      onProgress('sessions', bytes),
    );
    return { dossiers: ofDossiers, sessions: ofSessions, refusedFile: (await refused.close()) ?? null };
  } catch (error) {
    await refused.close();
    throw error;
  }
}
