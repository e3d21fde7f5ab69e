import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import {
  type CoachDay,
  type CoachDaySession,
  sessionsOnCoachDays,
} from '../../../projections/coach-day/coach-day.query.js';
import type { ReadDatabase } from '../../../projections/read-database.js';

/** How many days one query asks for at the most. */
const MOST_DAYS = 256;

type Sessions = readonly (readonly CoachDaySession[])[];

interface Gathering {
  readonly days: CoachDay[];
  readonly sessions: Promise<Sessions>;
}

/** Reads the days of coaches; those that are asked for in one turn of the event loop share a query. */
export class GatheredCoachDays {
  private gathering: Gathering | undefined;

  constructor(private readonly reader: Kysely<ReadDatabase>) {}

  /** The sessions of a coach on a day, as the read model has them. */
  async sessionsOn(day: CoachDay): Promise<readonly CoachDaySession[]> {
    const { days, sessions } = this.gathered();
    const place = days.push(day) - 1;
    return (await sessions)[place] as readonly CoachDaySession[];
  }

  private gathered(): Gathering {
    if (this.gathering === undefined || this.gathering.days.length >= MOST_DAYS) {
      const days: CoachDay[] = [];
      this.gathering = { days, sessions: this.read(days) };
    }
    return this.gathering;
  }

  private async read(days: readonly CoachDay[]): Promise<Sessions> {
    await endOfTurn();
    if (this.gathering?.days === days) this.gathering = undefined;
    return sessionsOnCoachDays(this.reader, days);
  }
}
