import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { coachById } from '../../../../projections/coach/coach.query.js';
import { type CoachDayTotal, coachDays } from '../../../../projections/coach-day/coach-day.query.js';
import { seesCoachDays } from '../../../access/party-sight.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** Minutes per day of a coach over all candidates, `from` and `to` included; refuses with `coach.not-found`. */
export class DaysOfCoach extends Query<readonly CoachDayTotal[]> {
  constructor(
    readonly reader: Reader,
    readonly coachId: Id,
    readonly from: CalendarDate,
    readonly to: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(DaysOfCoach)
export class DaysOfCoachHandler implements IQueryHandler<DaysOfCoach> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, coachId, from, to }: DaysOfCoach): Promise<readonly CoachDayTotal[]> {
    const coach = await coachById(this.readStore.reader, coachId);
    return coach !== undefined && seesCoachDays(reader, coach, this.clock.today())
      ? coachDays(this.readStore.reader, coachId, from, to)
      : refuseAccess('coach.not-found');
  }
}
