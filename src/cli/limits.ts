import type { TermStatus } from '../../domain/limits/index.js';
import { type CalendarDate, parseCalendarDate } from '../../domain/shared/calendar.js';
import { Overview, type OverviewLine } from '../overview/overview.js';
import { readModelsReady, withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly on?: string;
  readonly reference?: string;
  readonly json?: boolean;
}

const KEPT = {
  same: 'dezelfde jobcoach',
  substituted: 'vervangen',
  other: 'andere jobcoach',
  none: 'geen jobcoach',
};

/** Prints for every candidate, on a day, both limits and what happened to the coach at each job change. */
export async function printLimits({ on, reference, json = false }: Options): Promise<void> {
  const day = on === undefined ? undefined : parseCalendarDate(on);
  if (on !== undefined && day === undefined) {
    throw new WrongUsage(`--on ${on} is geen datum. Schrijf hem als 2026-03-31.`);
  }
  await withService(async (service) => {
    await readModelsReady(service);
    const overview = service.get(Overview, { strict: false });
    for await (const line of overview.lines({ on: day as CalendarDate | undefined, reference })) {
      process.stdout.write(`${json ? JSON.stringify(line) : inWords(line)}\n`);
    }
  });
}

function inWords({ reference, trajectories, jobChanges }: OverviewLine): string {
  const limits = trajectories.flatMap(({ clocks }) =>
    clocks.map(({ clock, binding, terms }) => {
      const last = terms.at(-1);
      const reached = last ? `t/m ${last.lastDay} (${STATUS[last.status]})` : 'nog geen termijn';
      return `  ${clock}${binding ? ' (geldt)' : ''}: ${reached}`;
    }),
  );
  const changes = jobChanges.map(
    ({ startedOn, coachKept, continuous }) =>
      `  nieuwe baan op ${startedOn}: ${KEPT[coachKept]}${continuous ? ', doorlopend' : ''}`,
  );
  return [reference ?? 'vergeten kandidaat', ...limits, ...changes].join('\n');
}

const STATUS: { readonly [S in TermStatus]: string } = {
  running: 'loopt',
  'announce-extension': 'verlenging aankondigen',
  'ends-soon': 'eindigt binnen 13 weken',
  reached: 'bereikt',
  extended: 'verlengd',
  restarted: 'opnieuw begonnen',
  closed: 'gesloten',
};
