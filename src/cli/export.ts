import { resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import type { EndLine } from '../moving/export-format.js';
import { exportLines } from '../moving/export-lines.js';
import { existingLog, openKeys } from '../moving/places.js';
import { streamExport, writeExport } from '../moving/write-export.js';
import { VERSION } from '../shared/version.js';
import { showCount } from './progress.js';

/** The file name that stands for standard output. */
const STANDARD_OUTPUT = '-';

export interface ExportOptions {
  readonly withKeys?: boolean;
  readonly json?: boolean;
}

/**
 * Writes every event of the log to a file, or to standard output for `-`, also while the service runs. On standard
 * output the export's own last line is the summary; nothing else is printed there.
 */
export async function exportEvents(file: string, { withKeys, json }: ExportOptions): Promise<void> {
  const config = readConfig(process.env);
  const store = existingLog(config);
  const keys = withKeys ? await openKeys(config) : undefined;
  const progress = showCount('Gebeurtenissen');
  try {
    const text = exportLines({
      store,
      ...(keys && { keys }),
      programVersion: VERSION,
      now: new Date(),
      onProgress: (events) => progress.at(events),
    });
    if (file === STANDARD_OUTPUT) {
      await streamExport(text, process.stdout);
      return;
    }
    const path = resolve(file);
    const end = await writeExport(path, text);
    process.stdout.write(
      json ? `${JSON.stringify({ file: path, ...summaryOf(end) })}\n` : inWords(path, end),
    );
  } finally {
    progress.stop();
    await store.close();
    await keys?.close();
  }
}

function summaryOf({ kind: _, ...summary }: EndLine): Omit<EndLine, 'kind'> {
  return summary;
}

function inWords(path: string, { events, streams, keys, digest }: EndLine): string {
  return (
    `${path}: ${events} gebeurtenissen in ${streams} stromen, ${keys} sleutels.\n` +
    `Controlesom: ${digest}\n`
  );
}
