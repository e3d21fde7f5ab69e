import { type CalendarDate, parseCalendarDate } from '../../domain/shared/calendar.js';

/**
 * A cell's text as it is meant: trimmed, Unicode NFC, line ends as `\n`, and without the apostrophe that keeps a
 * spreadsheet program from running the cell as a formula.
 */
export function cellText(cell: string | undefined): string {
  const text = (cell ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim();
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** A word to be looked up: NFC, lower case, single spaces. */
export function normalWord(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The date written `dd-mm-jjjj` (also `d-m-jjjj`), or undefined when it is not written so or not in the calendar. */
export function parseDutchDate(text: string): CalendarDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The time `HH:mm` (also `H:mm`, and `HH.mm`), as `HH:mm`, or undefined when it is not a time of day. */
export function parseTimeOfDay(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A count of at least 1 and at most `most`, in whole digits. */
export function parseCount(text: string, most: number): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const count = Number(text);
  return count >= 1 && count <= most ? count : undefined;
}

const DECIMAL = /^(\d{1,6})(?:[.,](\d{1,6}))?$/;

/** A number of at least 0 with a decimal comma or point: `32`, `32,0`, `37.5`. */
export function parseDecimal(text: string): number | undefined {
  const [, whole, fraction = '0'] = DECIMAL.exec(text) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${fraction}`);
}

/** Hours with a decimal comma or point as whole minutes, or undefined when they do not come to whole minutes. */
export function parseHoursAsMinutes(text: string): number | undefined {
  return wholeUnits(text, 60);
}

const DURATION = /^(\d[\d.,]*)\s*(uur|uren|u|min|minuten|minuut)?$/;

/** `1,25 uur` or `75`, as whole minutes from 1 to 1440 (domain.md section 11), or undefined. */
export function parseMinutes(text: string): number | undefined {
  const [, amount = '', unit = ''] = DURATION.exec(normalWord(text)) ?? [];
  const minutes = wholeUnits(amount, unit.startsWith('u') ? 60 : 1);
  return minutes !== undefined && minutes >= 1 && minutes <= 1440 ? minutes : undefined;
}

/** `text` × `times` when that is a whole number; counted in whole digits, so that no fraction is rounded. */
function wholeUnits(text: string, times: number): number | undefined {
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const scale = 10 ** fraction.length;
  const scaled = Number(whole + fraction) * times;
  return scaled % scale === 0 ? scaled / scale : undefined;
}
