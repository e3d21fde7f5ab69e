import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { cellText, normalWord } from './cells.js';
import { type CsvRow, readCsvRows, splitCells } from './csv-row.js';
import {
  detectEncoding,
  type Line,
  readLines,
  systemCode,
  type TextEncoding,
  UnreadableFile,
} from './text-file.js';

/** The columns of one kind of spreadsheet. They may come in any order, and others beside them are passed over. */
export interface Layout<Column extends string> {
  /** What the rows are: it keeps equal rows of two kinds apart in `rowKey`. */
  readonly kind: string;
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
}

/** One row of a spreadsheet. */
export interface SheetRow<Column extends string> {
  /** The line of the file that it starts on, counted from 1, the header being line 1. */
  readonly line: number;
  /** The row as written, without its line ending. */
  readonly text: string;
  /** SHA-256 (hex) over the kind and the row as written: equal keys are rows equal to the byte. */
  readonly key: string;
  /** The cells in the order of the file's own columns, or undefined when the row cannot be taken apart. */
  readonly cells: readonly string[] | undefined;
  /** The text of a column's cell: trimmed, NFC, empty where the file lacks the column. */
  readonly cell: (column: Column) => string;
  /** Bytes of the file that were read when this row was, for a progress bar. */
  readonly readBytes: number;
}

/** An opened spreadsheet: its header was read and found complete. */
export interface Spreadsheet<Column extends string> {
  readonly path: string;
  readonly encoding: TextEncoding;
  /** Every column of the file, in the file's order and writing. */
  readonly columns: readonly string[];
  readonly totalBytes: number;
  /** The rows from the first on, each time anew, in bounded memory. */
  readonly rows: () => AsyncGenerator<SheetRow<Column>>;
}

/**
 * Opens the spreadsheet at `path` (semicolons; UTF-8 or Windows-1252).
 * Throws `UnreadableFile` when it is not there, is no such file, or lacks a required column.
 */
export async function openSpreadsheet<Column extends string>(
  path: string,
  layout: Layout<Column>,
): Promise<Spreadsheet<Column>> {
  try {
    const { size } = await stat(path);
    const encoding = await detectEncoding(path);
    const header = await readHeader(path, encoding);
    const places = placesOf(header.columns, layout, path);
    return {
      path,
      encoding,
      columns: header.columns,
      totalBytes: size,
      rows: () => readRows(path, encoding, header, places, layout.kind),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`Het bestand ${path} kan niet worden gelezen: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

interface Header {
  readonly columns: readonly string[];
  readonly line: number;
}

/** The first line that is not blank and not Excel's own `sep=;`. */
async function readHeader(path: string, encoding: TextEncoding): Promise<Header> {
  for await (const line of readLines(path, encoding)) {
    if (line.text.trim() === '' || line.text.trim() === 'sep=;') continue;
    if (line.text.startsWith('PK\u0003\u0004')) {
      throw new UnreadableFile(
        `Het bestand ${path} is een werkmap. Sla het op als csv (gescheiden door puntkomma’s) en probeer het opnieuw.`,
      );
    }
    const cells = splitCells(line.text);
    if (!Array.isArray(cells)) break;
    return { columns: withoutTrailingBlanks(cells.map(cellText)), line: line.number };
  }
  throw new UnreadableFile(`Het bestand ${path} heeft geen regel met kolomnamen. Exporteer het opnieuw.`);
}

function withoutTrailingBlanks(columns: readonly string[]): readonly string[] {
  return columns.slice(0, columns.findLastIndex((column) => column !== '') + 1);
}

function placesOf<Column extends string>(
  columns: readonly string[],
  layout: Layout<Column>,
  path: string,
): ReadonlyMap<Column, number> {
  const names = columns.map(normalWord);
  const known = [...layout.required, ...layout.optional];
  const twice = known.filter((column) => names.filter((name) => name === normalWord(column)).length > 1);
  if (twice.length > 0) {
    throw new UnreadableFile(`In het bestand ${path} staat meer dan eens de kolom ${listed(twice)}.`);
  }
  const missing = layout.required.filter((column) => !names.includes(normalWord(column)));
  if (missing.length > 0) {
    throw new UnreadableFile(
      `In het bestand ${path} ontbreekt de kolom ${listed(missing)}. Exporteer het met deze kolommen, gescheiden door puntkomma’s.`,
    );
  }
  return new Map(known.map((column) => [column, names.indexOf(normalWord(column))]));
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `‘${column}’`).join(', ');
}

async function* readRows<Column extends string>(
  path: string,
  encoding: TextEncoding,
  header: Header,
  places: ReadonlyMap<Column, number>,
  kind: string,
): AsyncGenerator<SheetRow<Column>> {
  const lines = after(header.line, readLines(path, encoding));
  for await (const row of readCsvRows(lines, header.columns.length)) {
    yield {
      ...row,
      key: rowKey(kind, row),
      cell: (column) => cellText(row.cells?.[places.get(column) ?? -1]),
    };
  }
}

async function* after(number: number, lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.number > number) yield line;
}

function rowKey(kind: string, row: CsvRow): string {
  return createHash('sha256').update(`${kind}\n${row.text}`, 'utf8').digest('hex');
}

function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code === 'ENOENT') return 'het bestaat niet';
  if (code === 'EACCES') return 'u mag het niet lezen';
  if (code === 'EISDIR') return 'het is een map';
  return String(code ?? error);
}
