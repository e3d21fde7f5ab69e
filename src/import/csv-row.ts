import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Line } from './text-file.js';

/** One row as the file holds it. */
export interface CsvRow {
  /** The line of the file that the row starts on, counted from 1. */
  readonly line: number;
  /** The row as written, without its line ending. */
  readonly text: string;
  /** Its cells, or undefined when the row cannot be taken apart into `width` cells. */
  readonly cells: readonly string[] | undefined;
  readonly readBytes: number;
}

/** A quoted cell goes over at most this many lines: a forgotten quote must not swallow the rest of the file. */
const MOST_LINES = 100;

/**
 * The rows in `lines` of a semicolon-separated file. A quoted cell may hold semicolons, doubled quotes and line ends.
 * A row whose quotes do not fit is given as one unreadable line, and reading goes on at the very next line, so that
 * one fault never costs a second row. Blank rows, of empty cells only, are passed over. Memory stays bounded.
 *
 * @param width the number of cells that a row has; empty cells beyond it are dropped.
 */
export async function* readCsvRows(lines: AsyncIterator<Line>, width: number): AsyncGenerator<CsvRow> {
  const ahead: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const { done, value } = await lines.next();
    return done ? undefined : value;
  };
  for (let first = await next(); first; first = ahead.shift() ?? (await next())) {
    let text = first.text;
    let terminator = first.terminator;
    let cells = splitCells(text);
    for (let taken = 1; cells === 'open' && taken < MOST_LINES; taken++) {
      const following = ahead[taken - 1] ?? (await next());
      if (!following) break;
      if (ahead.length < taken) ahead.push(following);
      text += terminator + following.text;
      terminator = following.terminator;
      cells = splitCells(text);
      if (fit(cells, width)) ahead.splice(0, taken);
    }
    if (isBlank(cells)) continue;
    const fitting = fit(cells, width);
    yield {
      line: first.number,
      text: fitting ? text : first.text,
      cells: fitting,
      readBytes: first.readBytes,
    };
  }
}

/** The cells of one row, `open` when a quoted cell goes on past its end, undefined when its quotes do not fit. */
export function splitCells(text: string): readonly string[] | 'open' | undefined {
  if (!text.includes('"')) return text.split(';');
  try {
    return parseCells(text, false);
  } catch (error) {
    return unlessCsvError(error, (code) =>
      code === 'INVALID_OPENING_QUOTE' ? splitWithQuotesInside(text) : isOpen(code),
    );
  }
}

/** A quote inside a cell that is not quoted is a character like any other. */
function splitWithQuotesInside(text: string): readonly string[] | 'open' | undefined {
  try {
    return parseCells(text, true);
  } catch (error) {
    return unlessCsvError(error, isOpen);
  }
}

function parseCells(text: string, quotesInside: boolean): readonly string[] | undefined {
  return parse(text, {
    delimiter: ';',
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: quotesInside,
  })[0];
}

function isOpen(code: string): 'open' | undefined {
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : undefined;
}

function unlessCsvError<Result>(error: unknown, then: (code: string) => Result): Result {
  if (error instanceof CsvError) return then(error.code);
  throw error;
}

function isBlank(cells: readonly string[] | 'open' | undefined): boolean {
  return typeof cells === 'object' && cells.every((cell) => cell.trim() === '');
}

/** A control character other than a tab or a line end: no text that anybody typed. */
const NOT_TEXT = /[^\P{Cc}\t\r\n]/u;

function fit(cells: readonly string[] | 'open' | undefined, width: number): readonly string[] | undefined {
  if (cells === undefined || cells === 'open' || cells.length < width) return undefined;
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return undefined;
  if (cells.some((cell) => NOT_TEXT.test(cell))) return undefined;
  return cells.slice(0, width);
}
