import { addMonths, type CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { AFTER_MONTHS } from '../shared/lists.js';
import type { Closure } from '../trajectory/closing/facts.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { INFERRED, ruleFrom, type Task } from './task.js';
import type { TaskFile, TaskSource } from './task-file.js';

/** Months in which a request about one's own data is answered. */
const ANSWER_WITHIN_MONTHS = 1;

/** What somebody waits for an answer to, and what is measured after the end. */
export const requestTasks: TaskSource = {
  tasksOn: ({ trajectory: { facts } }, on) => [
    ...objections(facts, on),
    ...settlements(facts, on),
    ...coachChanges(facts, on),
    ...corrections(facts, on),
    ...incidents(facts, on),
    ...(facts.closures ?? []).flatMap((closure) => outcomes(closure, facts, on)),
  ],
  changesWith: ({ trajectory: { facts } }: TaskFile) => {
    const { objections, declarations, coachChangeRequests, correctionRequests, incidents } = facts;
    const measured = (facts.closures ?? []).map(({ on }) =>
      AFTER_MONTHS.map((months) => addMonths(on, months)),
    );
    const { closures, outcomes } = facts;
    return {
      objections,
      declarations,
      coachChangeRequests,
      correctionRequests,
      incidents,
      closures,
      outcomes,
      measured,
    };
  },
};

type Waiting = Pick<Task, 'kind' | 'for' | 'rule' | 'settledBy'> & Partial<Pick<Task, 'dueOn'>>;

function waitingFor(about: Id, task: Waiting): Task {
  return { about, employerId: null, dueOn: null, ...task };
}

/** True of what came on `from` and was answered on `until`, if at all. */
function waits(from: CalendarDate, until: CalendarDate | undefined, on: CalendarDate): boolean {
  return from <= on && (until === undefined || on < until);
}

function objections({ objections }: TrajectoryFacts, on: CalendarDate): Task[] {
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
function settlements({ declarations }: TrajectoryFacts, on: CalendarDate): Task[] {
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
function coachChanges({ coachChangeRequests }: TrajectoryFacts, on: CalendarDate): Task[] {
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
function corrections({ correctionRequests = [] }: TrajectoryFacts, on: CalendarDate): Task[] {
  return correctionRequests
    .filter(({ requestedOn, answeredOn }) => waits(requestedOn, answeredOn, on))
    .map(({ id, requestedOn }) =>
      waitingFor(id, {
        kind: 'correction-answer',
        for: 'coordinator',
        dueOn: addMonths(requestedOn, ANSWER_WITHIN_MONTHS),
        rule: ruleFrom('AVG art. 12 lid 3'),
        settledBy: 'CorrectionRequestAnswered',
      }),
    );
}

function incidents({ incidents }: TrajectoryFacts, on: CalendarDate): Task[] {
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

/** Those after a closure that has not been undone: all whose day has come, and the next one (RCPA asks to measure). */
function outcomes(closure: Closure, { outcomes = [] }: TrajectoryFacts, on: CalendarDate): Task[] {
  const { id, reopening } = closure;
  if (closure.on >= on || (reopening !== undefined && reopening.on <= on)) return [];
  const due = AFTER_MONTHS.filter(
    (months) =>
      !outcomes.some((it) => it.closureId === id && it.afterMonths === months && it.measuredOn <= on),
  ).map((months) => addMonths(closure.on, months));
  const next = due.find((day) => day >= on);
  return due
    .filter((day) => day < on || day === next)
    .map((dueOn) =>
      waitingFor(id, {
        kind: 'outcome-measurement',
        for: 'coordinator',
        dueOn,
        rule: ruleFrom('RCPA'),
        settledBy: 'OutcomeMeasured',
      }),
    );
}
