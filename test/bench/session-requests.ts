import type { Request } from 'autocannon';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';

/** A trajectory with its coach's token. */
export interface CoachedTrajectory {
  readonly id: string;
  readonly coachId: string;
  readonly token: string;
}

/** The first day of every trajectory; the days of the sessions follow it and are long past. */
export const FIRST_DAY: CalendarDate = '2022-01-03';

const REQUESTS = 6_400;
const DAYS = 1_000;
const SUMMARY =
  'Samen de werkplanning van deze week doorgenomen en geoefend met de nieuwe machine. Het inpakken gaat zelfstandig; ' +
  'bij storingen vraagt de kandidaat nu zelf om hulp. Volgende keer oefenen we het overleg met de leidinggevende.';

/**
 * Requests that record five minutes of coaching each. They take the trajectories in turn, and another day each round, so
 * that every coach has only a few sessions a day and no rule stops the load.
 */
export function sessionRequests(trajectories: readonly CoachedTrajectory[]): readonly Request[] {
  return Array.from({ length: REQUESTS }, (_, index) => {
    const { id, coachId, token } = trajectories[index % trajectories.length] as CoachedTrajectory;
    const round = Math.floor(index / trajectories.length);
    const session = {
      coachId,
      on: addDays(FIRST_DAY, round % DAYS),
      minutes: 5,
      activity: 'guidance-at-work',
      form: 'workplace',
      summary: SUMMARY,
    };
    return {
      method: 'POST',
      path: `/v1/trajectories/${id}/sessions`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(session),
    };
  });
}
