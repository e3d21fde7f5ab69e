import { type FileHandle, open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { normalWord } from './cells.js';
import type { Fault } from './faults.js';
import type { SheetRow } from './spreadsheet.js';
import { byteOrderMark, encodeText, type TextEncoding } from './text-file.js';

/** A spreadsheet whose refused rows are written. */
export interface RefusedSource {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly columns: readonly string[];
}

/** A row as it was read, whatever its columns. */
export type RefusedRow = Pick<SheetRow<never>, 'line' | 'text' | 'cells'>;

/** Why a row was refused: the code of the import, or of the API for a row of a dossier. */
export interface RowRefusal extends Pick<Fault, 'sentence'> {
  readonly code: string;
}

const FILE_COLUMN = 'Bestand';
const REASON_COLUMNS = ['Regelnummer', 'Code', 'Reden'];
const OWN_COLUMNS = [FILE_COLUMN, ...REASON_COLUMNS].map(normalWord);

/** The name of the file of refused rows beside a spreadsheet: `uren.csv` has `uren.geweigerd.csv`. */
export function refusedFileName(path: string): string {
  return `${basename(path, extname(path))}.geweigerd.csv`;
}

/**
 * Writes every refused row as it was, with its line, its code and its reason, so that it can be mended and brought in
 * again: the importer passes over the columns that are added. The file is made at the first refused row.
 *
 * Encoding and columns are those of the source. For two sources they are the columns of both, with `Bestand` to tell
 * them apart, and UTF-8 where they differ. A row that could not be taken apart stands whole in the first column.
 */
export class RefusedRows {
  readonly #path: string;
  readonly #sources: readonly RefusedSource[];
  readonly #columns: readonly string[];
  readonly #encoding: TextEncoding;
  #file: FileHandle | undefined;
  #unwritten = '';

  constructor(path: string, sources: readonly RefusedSource[]) {
    this.#path = path;
    this.#sources = sources;
    this.#columns = unique(sources.flatMap((source) => source.columns)).filter(
      (column) => !OWN_COLUMNS.includes(normalWord(column)),
    );
    this.#encoding = commonEncoding(sources.map((source) => source.encoding));
  }

  /** Adds one refused row of `source`. */
  async add(source: RefusedSource, row: RefusedRow, refusal: RowRefusal): Promise<void> {
    if (!this.#file) await this.#open();
    const { cells } = row;
    const values = cells
      ? this.#columns.map((column) => cells[placeOf(source, column)] ?? '')
      : this.#columns.map((_, place) => (place === 0 ? row.text : ''));
    const file = this.#sources.length > 1 ? [basename(source.path)] : [];
    this.#unwritten += csvLine([...values, ...file, String(row.line), refusal.code, refusal.sentence]);
    if (this.#unwritten.length > 64 * 1024) await this.#flush();
  }

  /** Writes what is left. Gives the file's path, or undefined when no row was refused and no file was made. */
  async close(): Promise<string | undefined> {
    if (!this.#file) return undefined;
    await this.#flush();
    await this.#file.close();
    return this.#path;
  }

  /** The rows hold what was written about people: only the owner may read the file. */
  async #open(): Promise<void> {
    this.#file = await open(this.#path, 'w', 0o600);
    await this.#file.write(byteOrderMark(this.#encoding));
    const file = this.#sources.length > 1 ? [FILE_COLUMN] : [];
    this.#unwritten = csvLine([...this.#columns, ...file, ...REASON_COLUMNS]);
  }

  async #flush(): Promise<void> {
    await this.#file?.write(encodeText(this.#unwritten, this.#encoding));
    this.#unwritten = '';
  }
}

function placeOf(source: RefusedSource, column: string): number {
  return source.columns.findIndex((own) => normalWord(own) === normalWord(column));
}

function unique(columns: readonly string[]): readonly string[] {
  return [...new Map(columns.map((column) => [normalWord(column), column])).values()];
}

function commonEncoding(encodings: readonly TextEncoding[]): TextEncoding {
  const [first = 'utf-8', ...others] = encodings;
  return others.every((encoding) => encoding === first) ? first : 'utf-8-bom';
}

function csvLine(values: readonly string[]): string {
  return `${values.map((value) => quoted(withoutFormula(value))).join(';')}\r\n`;
}

function quoted(value: string): string {
  return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A cell that a spreadsheet program would run as a formula gets an apostrophe; a plain signed number is none. */
function withoutFormula(value: string): string {
  return /^\s*[=+\-@]/.test(value) && !/^\s*[+-]\d[\d.,]*$/.test(value) ? `'${value}` : value;
}
