import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { Id } from '../../domain/shared/ids.js';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import { appModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/read-config.js';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '../../src/event-store/event-store.port.js';
import { DOSSIER_LAYOUT } from '../../src/import/dossier-row.js';
import { type ImportResult, importSpreadsheets } from '../../src/import/import-spreadsheets.js';
import { SESSION_LAYOUT } from '../../src/import/session-row.js';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../src/read-store/read-store.js';
import { OPERATOR } from '../../src/recording/actor.js';
import { Recorders } from '../../src/recording/recorders.js';
import { CLOCK, type Clock } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/ids.js';
import {
  ActOnTrajectory,
  type TrajectoryIntent,
} from '../../src/trajectories/commands/act-on-trajectory/act-on-trajectory.command.js';

const WAIT_MS = 20_000;

/** The real service in a folder of its own, to import small spreadsheets into. */
export class ImportService {
  private constructor(
    private readonly folder: string,
    private readonly app: INestApplicationContext,
  ) {}

  static async start(): Promise<ImportService> {
    const folder = mkdtempSync(join(tmpdir(), 'doorlopend-storing-'));
    const config = readConfig({ DOORLOPEND_DATA: join(folder, 'data') });
    const options = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.createApplicationContext(appModule(config), options);
    const runtime = app.get(ReadModelKeeper);
    const isReady = async (): Promise<boolean> =>
      (await runtime.status()).readModels.every((model) => model.servedVersion !== undefined);
    while (!(await isReady())) await new Promise((done) => setTimeout(done, 10));
    return new ImportService(folder, app);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true });
  }

  get recorders(): Recorders {
    return this.app.get(Recorders);
  }

  get sealer(): Sealer {
    return this.app.get(Sealer);
  }

  /** What surrounds a command that is sent to a recorder, as the API would. */
  get recording() {
    const actor = { subject: 'test', role: 'administrator', via: 'api' } as const;
    return { actor, now: new Date().toISOString(), commandId: newId() };
  }

  /** Imports rows, each written as its cells with semicolons between. */
  async import(rows: {
    readonly dossiers: readonly string[];
    readonly sessions?: readonly string[];
  }): Promise<ImportResult> {
    const sealer = this.sealer;
    const parts = {
      commands: this.app.get(CommandBus),
      recorders: this.recorders,
      db: this.app.get<ReadStore>(READ_STORE).reader,
      blindIndex: (text: string) => sealer.blindIndex(text),
      clock: this.app.get<Clock>(CLOCK),
    };
    return importSpreadsheets(parts, this.readModels, {
      dossiers: await openSpreadsheet(
        this.file('dossiers.csv', DOSSIER_LAYOUT, rows.dossiers),
        DOSSIER_LAYOUT,
      ),
      sessions: await openSpreadsheet(
        this.file('uren.csv', SESSION_LAYOUT, rows.sessions ?? []),
        SESSION_LAYOUT,
      ),
      refusedPath: join(this.folder, 'geweigerd.csv'),
      onProgress: () => undefined,
    });
  }

  /** Records on a trajectory as the operator, and waits until it can be read. */
  async act(trajectoryId: Id, intent: TrajectoryIntent): Promise<void> {
    const asking = { asker: OPERATOR, via: 'cli', commandId: newId() } as const;
    const { position } = await this.app
      .get(CommandBus)
      .execute(new ActOnTrajectory(trajectoryId, intent, asking));
    await this.caughtUp(position);
  }

  private get readModels() {
    const store = this.app.get<EventStore>(EVENT_STORE);
    return {
      reached: (position: string) => this.caughtUp(position),
      upToDate: async () => {
        const head = await store.head();
        if (head !== undefined) await this.caughtUp(head);
      },
    };
  }

  async caughtUp(position: string): Promise<void> {
    await this.app.get(ReadModelKeeper).waitFor(position, { timeoutMs: WAIT_MS });
  }

  /** Every event, or those of one type, in order. */
  async events(type?: string): Promise<readonly RecordedEvent[]> {
    const all = await this.app.get<EventStore>(EVENT_STORE).readAll({ limit: 1_000 });
    return type === undefined ? all : all.filter((event) => event.type === type);
  }

  private file(
    name: string,
    layout: { readonly required: readonly string[]; readonly optional: readonly string[] },
    rows: readonly string[],
  ): string {
    const path = join(this.folder, name);
    writeFileSync(path, `${[[...layout.required, ...layout.optional].join(';'), ...rows].join('\n')}\n`);
    return path;
  }
}

/** A row of the dossiers; what is left out is that of the first dossier. */
export function dossierRow(
  line: string,
  {
    reference = 'A1',
    funder = 'UWV',
    rules = 'uwv-2014',
    organisation = 'Rond',
    openedOn = '01-01-2024',
  }: {
    readonly reference?: string;
    readonly funder?: string;
    readonly rules?: string;
    readonly organisation?: string;
    readonly openedOn?: string;
  } = {},
): string {
  return `${reference};Naam van ${reference};${funder};${rules};${organisation};${openedOn};${line}`;
}

/** The line of a coach from a day on. */
export function coachLine(coach: string, from = '01-01-2024', to = ''): string {
  return `COACH;${from};${to};;;;${coach};;`;
}

/** The line of a placement. */
export function placementLine(employer: string, from: string, to = '', kind = 'dienstverband'): string {
  return `WERKPLEK;${from};${to};${employer};${kind};24;;;`;
}

/** A row of the sessions, in the order of the layout. */
export function sessionRow(
  on: string,
  { reference = 'A1', coach = 'J. Smit', minutes = '60', rest = ';;;;' } = {},
): string {
  return `${reference};${coach};${on};${minutes};introductie;werkplek;Kennisgemaakt.;${rest}`;
}
