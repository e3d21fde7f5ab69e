import { datePlus } from '../limits/days.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { AFTER_MONTHS, type AfterMonths } from '../shared/lists.js';
import type { Closure } from '../trajectory/closing/facts.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { INFERRED, ruleFrom, type Task } from './task.js';
import type { TaskSource } from './task-file.js';

/** In which a request about one's own data is answered. */
const ANSWER_WITHIN = 'P1M';

/** What somebody waits for an answer to, and what is measured after the end. */
export const requestTasks: TaskSource = ({ trajectory: { facts } }) => {
  const { objections, declarations, coachChangeRequests, correctionRequests, incidents, outcomes } = facts;
  const closures = (facts.closures ?? []).map((closure) => ({
    ...closure,
    due: AFTER_MONTHS.map((months) => ({ months, dueOn: datePlus(closure.on, `P${months}M`) })),
  }));
  return {
    on: (day) => [
      ...objectionTasks(facts, day),
      ...settlementTasks(facts, day),
      ...coachChangeTasks(facts, day),
      ...correctionTasks(facts, day),
      ...incidentTasks(facts, day),
      ...closures.flatMap((closure) => outcomeTasks(closure, facts, day)),
    ],
    changesWith: {
      objections,
      declarations,
      coachChangeRequests,
      correctionRequests,
      incidents,
      closures,
      outcomes,
    },
  };
};

type Waiting = Pick<Task, 'kind' | 'for' | 'rule' | 'settledBy'> & Partial<Pick<Task, 'dueOn'>>;

function waitingFor(about: Id, task: Waiting): Task {
  return { about, employerId: null, dueOn: null, ...task };
}

/** True of what came on `from` and was answered on `until`, if at all. */
function waits(from: CalendarDate, until: CalendarDate | undefined, on: CalendarDate): boolean {
  return from <= on && (until === undefined || on < until);
}

function objectionTasks({ objections }: TrajectoryFacts, on: CalendarDate): Task[] {
  return objections
    .filter(({ lodgedOn, decidedOn }) => waits(lodgedOn, decidedOn, on))
    .map(({ id }) =>
      waitingFor(id, {
        kind: 'objection-decision',
        for: 'case-director',
        rule: ruleFrom('Awb 7:10'),
        settledBy: 'ObjectionDecided',
      }),
    );
}

/** The funder settles what was declared (UWV 2014 A.7). */
function settlementTasks({ declarations }: TrajectoryFacts, on: CalendarDate): Task[] {
  return declarations
    .filter(({ withdrawn }) => withdrawn !== true)
    .filter(({ submittedOn, settlements }) =>
      waits(submittedOn, settlements.map((settlement) => settlement.on).sort()[0], on),
    )
    .map(({ id }) =>
      waitingFor(id, {
        kind: 'declaration-settlement',
        for: 'case-director',
        rule: ruleFrom('UWV 2014 A.7'),
        settledBy: 'DeclarationSettled',
      }),
    );
}

/** A candidate chooses the coach (VCP); whoever asks waits for an answer. */
function coachChangeTasks({ coachChangeRequests }: TrajectoryFacts, on: CalendarDate): Task[] {
  return coachChangeRequests
    .filter(({ requestedOn, answer }) => waits(requestedOn, answer?.on, on))
    .map(({ id }) =>
      waitingFor(id, {
        kind: 'coach-change-answer',
        for: 'coordinator',
        rule: ruleFrom('VCP'),
        settledBy: 'CoachChangeAnswered',
      }),
    );
}

/** Answered within a month of the request (GDPR article 12(3)). */
function correctionTasks({ correctionRequests = [] }: TrajectoryFacts, on: CalendarDate): Task[] {
  return correctionRequests
    .filter(({ requestedOn, answeredOn }) => waits(requestedOn, answeredOn, on))
    .map(({ id, requestedOn }) =>
      waitingFor(id, {
        kind: 'correction-answer',
        for: 'coordinator',
        dueOn: datePlus(requestedOn, ANSWER_WITHIN),
        rule: ruleFrom('AVG art. 12 lid 3'),
        settledBy: 'CorrectionRequestAnswered',
      }),
    );
}

function incidentTasks({ incidents }: TrajectoryFacts, on: CalendarDate): Task[] {
  return incidents
    .filter((incident) => waits(incident.on, incident.resolvedOn, on))
    .map(({ id }) =>
      waitingFor(id, {
        kind: 'incident-resolution',
        for: 'coach',
        rule: INFERRED,
        settledBy: 'IncidentResolved',
      }),
    );
}

/** A closure with the day of each measurement after it. */
interface Measured extends Closure {
  readonly due: readonly { readonly months: AfterMonths; readonly dueOn: CalendarDate }[];
}

/** Those after a closure that has not been undone: all whose day has come, and the next one (RCPA asks to measure). */
function outcomeTasks(closure: Measured, { outcomes = [] }: TrajectoryFacts, on: CalendarDate): Task[] {
  const { id, reopening } = closure;
  if (closure.on >= on || (reopening !== undefined && reopening.on <= on)) return [];
  const left = closure.due.filter(
    ({ months }) =>
      !outcomes.some((it) => it.closureId === id && it.afterMonths === months && it.measuredOn <= on),
  );
  const next = left.find(({ dueOn }) => dueOn >= on);
  return left
    .filter((one) => one.dueOn < on || one === next)
    .map(({ dueOn }) =>
      waitingFor(id, {
        kind: 'outcome-measurement',
        for: 'coordinator',
        dueOn,
        rule: ruleFrom('RCPA'),
        settledBy: 'OutcomeMeasured',
      }),
    );
}
