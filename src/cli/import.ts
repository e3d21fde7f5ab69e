import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import type { Position } from '../event-store/event-store.port.js';
import { DOSSIER_LAYOUT } from '../import/dossier-row.js';
import { type ImportResult, importSpreadsheets } from '../import/import-spreadsheets.js';
import type { Tally } from '../import/outcome.js';
import { refusedFileName } from '../import/refused-rows.js';
import { SESSION_LAYOUT } from '../import/session-row.js';
import { openSpreadsheet } from '../import/spreadsheet.js';
import { Sealer } from '../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { Recorders } from '../recording/recorders.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { type Progress, showProgress } from './progress.js';
import { reached, readModelsReady, withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

export interface ImportOptions {
  /** Paths of the two spreadsheets. */
  readonly dossiers: string;
  readonly sessions: string;
  /** Where refused rows are written; default in the working folder, named after the sessions. */
  readonly refused?: string;
  readonly json?: boolean;
}

/**
 * Imports two spreadsheets and prints how many rows were accepted, repeated and refused: in Dutch, or with `json` as
 * one line. Refused rows are no failure. Rejects when a file cannot be read, before anything was stored.
 */
export async function importFiles(options: ImportOptions): Promise<void> {
  const dossiers = await openSpreadsheet(options.dossiers, DOSSIER_LAYOUT);
  const sessions = await openSpreadsheet(options.sessions, SESSION_LAYOUT);
  const refusedPath = resolve(options.refused ?? refusedFileName(options.sessions));
  await refuseOverwriting(refusedPath, [options.dossiers, options.sessions]);
  const progress: { sheet?: string; shown?: Progress } = {};
  const total = { dossiers: dossiers.totalBytes, sessions: sessions.totalBytes };
  const label = { dossiers: 'Dossiers', sessions: 'Uren' };
  const result = await withService(async (service) => {
    await readModelsReady(service);
    const runtime = service.get(ReadModelKeeper);
    const readModels = {
      reached: (position: Position) => reached(runtime, position),
      upToDate: () => readModelsReady(service),
    };
    return importSpreadsheets(partsOf(service), readModels, {
      dossiers,
      sessions,
      refusedPath,
      onProgress: (sheet, readBytes) => {
        if (progress.sheet !== sheet) {
          progress.shown?.stop();
          progress.sheet = sheet;
          progress.shown = showProgress(label[sheet], total[sheet]);
        }
        progress.shown?.at(readBytes);
      },
    });
  }).finally(() => progress.shown?.stop());
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : summaryOf(result));
}

function partsOf(service: INestApplicationContext) {
  const sealer = service.get(Sealer);
  return {
    commands: service.get(CommandBus),
    recorders: service.get(Recorders),
    db: service.get<ReadStore>(READ_STORE).reader,
    blindIndex: (text: string) => sealer.blindIndex(text),
    clock: service.get<Clock>(CLOCK),
  };
}

/** The refused rows must not take the place of what they are refused from. */
async function refuseOverwriting(refusedPath: string, sources: readonly string[]): Promise<void> {
  const target = await realpath(refusedPath).catch(() => refusedPath);
  for (const source of sources) {
    if ((await realpath(source)) === target) {
      throw new WrongUsage(
        `--refused wijst naar ${source} zelf. Kies een ander bestand voor de geweigerde rijen.`,
      );
    }
  }
}

function summaryOf({ dossiers, sessions, refusedFile }: ImportResult): string {
  const lines = [...linesOf('Dossiers', dossiers), ...linesOf('Uren', sessions)];
  if (refusedFile !== null) {
    lines.push(`De geweigerde rijen staan, elk met de reden, in ${refusedFile}.`);
    lines.push(
      'Verbeter ze in de spreadsheets en neem die opnieuw over; wat al is overgenomen, telt niet dubbel.',
    );
  }
  return `${lines.join('\n')}\n`;
}

function linesOf(label: string, { rows, accepted, repeated, refused }: Tally): readonly string[] {
  const count = Object.values(refused).reduce((sum, one) => sum + one, 0);
  const total = `${label}: ${rows} rijen, ${accepted} overgenomen, ${repeated} al bekend, ${count} geweigerd.`;
  return [total, ...Object.entries(refused).map(([code, one]) => `  ${code}: ${one}`)];
}
