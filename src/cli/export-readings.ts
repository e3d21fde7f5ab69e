import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parseCalendarDate } from '../../domain/shared/calendar.js';
import { streamExport, writeExport } from '../moving/write-export.js';
import { ReadingsExport } from '../readings/export-readings.js';
import { withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

/** The file name that stands for standard output. */
const STANDARD_OUTPUT = '-';
const ZONE = 'Europe/Amsterdam';

export interface ExportReadingsOptions {
  /** The first and the last day, in Dutch time. */
  readonly from?: string;
  readonly until?: string;
  readonly json?: boolean;
}

/**
 * Writes who looked into which file as records of Logboek Dataverwerkingen to a file, or to standard output for `-`, also
 * while the service runs. On standard output nothing else is printed.
 */
export async function exportReadings(
  file: string,
  { from, until, json }: ExportReadingsOptions,
): Promise<void> {
  const stretch = { from: startOf('--from', from, 0), until: startOf('--until', until, 1) };
  await withService(async (service) => {
    const text = service.get(ReadingsExport, { strict: false }).lines(stretch);
    if (file === STANDARD_OUTPUT) {
      await streamExport(text, process.stdout);
      return;
    }
    const readings = await writeExport(resolve(file), text);
    const sentence = `${readings} keer ingezien, als logregels van Logboek Dataverwerkingen, staan in ${file}.`;
    process.stdout.write(`${json ? JSON.stringify({ readings }) : sentence}\n`);
  });
}

/** The first moment of a day, so many days further on; undefined without a day. */
function startOf(option: string, text: string | undefined, later: number): number | undefined {
  if (text === undefined) return undefined;
  const day = parseCalendarDate(text);
  if (day === undefined) throw new WrongUsage(`${option} ${text} is geen datum. Schrijf hem als 2026-03-31.`);
  return Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(ZONE).epochMilliseconds;
}
