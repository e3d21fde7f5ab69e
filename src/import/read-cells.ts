import type { CalendarDate } from '../../domain/shared/calendar.js';
import { parseDecimal, parseDutchDate } from './cells.js';
import type { FaultList } from './faults.js';
import type { SheetRow } from './spreadsheet.js';

/** Reads the cells of one row, noting what is wrong with each; a cell that cannot be read is undefined. */
export class CellReader<Column extends string> {
  readonly #row: SheetRow<Column>;
  readonly #faults: FaultList;

  constructor(row: SheetRow<Column>, faults: FaultList) {
    this.#row = row;
    this.#faults = faults;
  }

  /** The text of the cell, undefined when it is empty. */
  optional(column: Column): string | undefined {
    return this.#row.cell(column) || undefined;
  }

  /** The text of the cell; an empty one makes the row unreadable. */
  required(column: Column): string | undefined {
    return (
      this.optional(column) ??
      this.#faults.add('row.unreadable', column, `De kolom ‘${column}’ is leeg. Vul deze in.`)
    );
  }

  /** A date; whatever is not one, an empty cell too, is a date that does not exist. */
  date(column: Column): CalendarDate | undefined {
    const text = this.#row.cell(column);
    const date = parseDutchDate(text);
    if (date !== undefined) return date;
    return this.#faults.add(
      'date.does-not-exist',
      column,
      text === ''
        ? `De datum in de kolom ‘${column}’ ontbreekt. Vul een dag in als dd-mm-jjjj.`
        : `De datum ‘${text}’ in de kolom ‘${column}’ bestaat niet. Vul een bestaande dag in als dd-mm-jjjj.`,
    );
  }

  /** A date that may be left out. */
  optionalDate(column: Column): CalendarDate | undefined {
    return this.optional(column) === undefined ? undefined : this.date(column);
  }

  /** Notes a fault when `date` lies after `today` (reading 33). */
  notAfterToday(column: Column, date: CalendarDate | undefined, today: CalendarDate): void {
    if (date === undefined || date <= today) return;
    this.#faults.add(
      'date.in-future',
      column,
      `De datum ‘${this.#row.cell(column)}’ in de kolom ‘${column}’ ligt in de toekomst. Lever de regel aan als het gebeurd is, of verbeter de datum.`,
    );
  }

  /** The term that the word in the cell stands for; another word makes the row unreadable. */
  word<Term extends string>(
    column: Column,
    vocabulary: { termFor(word: string): Term | undefined; readonly words: string },
  ): Term | undefined {
    const text = this.required(column);
    if (text === undefined) return undefined;
    return (
      vocabulary.termFor(text) ??
      this.#faults.add(
        'row.unreadable',
        column,
        `De kolom ‘${column}’ kent het woord ‘${text}’ niet. Kies uit: ${vocabulary.words}.`,
      )
    );
  }

  /** A number as `parse` reads it; `expected` says in Dutch what should stand there. */
  number(
    column: Column,
    expected: string,
    parse: (text: string) => number | undefined = parseDecimal,
  ): number | undefined {
    const text = this.required(column);
    if (text === undefined) return undefined;
    return (
      parse(text) ??
      this.#faults.add('row.unreadable', column, `De kolom ‘${column}’ bevat ‘${text}’. Vul ${expected} in.`)
    );
  }
}
