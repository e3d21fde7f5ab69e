import { addDays, type CalendarDate, compareDays } from '../../domain/shared/calendar.js';
import { type Part, record, type Situation } from './acts.js';
import { session } from './coaching.js';

/** What an hour costs here, in cents: no current rate is published. */
const CENTS_A_MINUTE = 130;
/** About half a year: how often a trajectory is reviewed. */
export const HALF_YEAR_DAYS = 182;

/** The hours of a month, when there are some. */
export function* approval(
  situation: Situation,
  today: CalendarDate,
  from: CalendarDate,
  to: CalendarDate,
): Part {
  const due = situation.toApprove.filter(({ on }) => compareDays(on, to) <= 0);
  if (due.length === 0) return;
  yield* record(situation, today, 'coordinator', 'hours-approvals', { from, to }, { visit: 'hours' });
  situation.toApprove = situation.toApprove.filter(({ on }) => compareDays(on, to) > 0);
  for (const { minutes } of due) situation.toDeclare += minutes;
}

/** What was approved in a quarter, and its settlement some weeks later. */
export function* declaration(
  situation: Situation,
  today: CalendarDate,
  from: CalendarDate,
  to: CalendarDate,
): Part {
  const minutes = situation.toDeclare;
  if (minutes === 0) return;
  const told = { hours: minutes / 60, amount: minutes * CENTS_A_MINUTE };
  const id = yield* record(situation, today, 'coordinator', 'declarations', { from, to, ...told });
  situation.toDeclare = 0;
  yield* record(situation, today, 'director', `declarations/${id}/settlements`, { on: today, ...told });
}

/** The evaluation of a half year, both opinions, and the report on it. */
export function* review(situation: Situation, on: CalendarDate): Part {
  const participants = ['candidate', 'employer', 'coach'];
  yield* record(situation, on, 'coach', 'evaluations', {
    kind: 'half-year',
    on,
    participants,
    adjustments: 'Een kwartier later beginnen en op vrijdag samen terugkijken.',
    resultCode: 3,
  });
  yield* record(situation, on, 'coach', 'evaluation-plans', { kind: 'half-year', dueOn: addDays(on, 180) });
  const score = situation.chance.between(6, 9);
  yield* record(
    situation,
    on,
    'candidate',
    'assessments',
    { by: 'candidate', score, on },
    { visit: 'own-file' },
  );
  const evidence = { kind: 'form', reference: 'Beoordeling werkgever', signedOn: on };
  const byEmployer = { by: 'employer', score, on, evidence };
  yield* record(situation, on, 'coordinator', 'assessments', byEmployer);
  const from = addDays(on, -HALF_YEAR_DAYS);
  if (compareDays(from, situation.openedOn) < 0) return;
  const to = addDays(on, -1);
  yield* record(situation, on, 'coordinator', 'accountability-reports', { from, to });
}

/** The last day: the job ends or goes on alone, what is open is accounted for, and the trajectory is closed. */
export function* closing(situation: Situation, on: CalendarDate, quarter: CalendarDate): Part {
  for (const day of situation.waiting.splice(0)) yield* session(situation, day, on);
  yield* approval(situation, on, quarter, on);
  yield* declaration(situation, on, quarter, on);
  const body = { on, reason: 'De doelen zijn bereikt.', result: 'Werkt zonder begeleiding.', resultCode: 1 };
  yield* record(situation, on, 'coordinator', 'closures', body);
  const later = addDays(on, 42);
  const aftercare = { on: later, with: 'candidate', summary: 'Het gaat goed.', minutes: 15 };
  yield* record(situation, later, 'coach', 'aftercare-contacts', aftercare);
}
