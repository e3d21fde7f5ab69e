import { addDays, type CalendarDate, type Days, earliest, latest } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { awaitedContacts, type Task, type TaskFile, taskSpans } from '../../domain/tasks/index.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { assignedCoachOn, organisationOn } from '../../domain/trajectory/state.js';
import { NEVER } from '../caseload/caseload.schema.js';
import type { Row } from '../runtime/projection.js';

/** The rows of one trajectory, by table. */
export interface TaskRows {
  readonly tasks: readonly Row[];
  readonly awaited: readonly Row[];
}

/** Every task of the trajectory on the days on which it is unsettled, a row for each of its parties in turn. */
export function taskRows(file: TaskFile): TaskRows {
  const { facts } = file.trajectory;
  const stretches = partyStretches(facts);
  return {
    tasks: taskSpans(file).flatMap(({ task, ...days }) =>
      within(days, stretches).map((row) => ({
        trajectory_id: facts.id,
        ...row,
        task_id: taskId(task),
        kind: task.kind,
        about: task.about,
        for_role: task.for,
        employer_id: task.employerId,
        due_on: task.dueOn ?? NEVER,
        rule: task.rule,
        settled_by: task.settledBy,
      })),
    ),
    awaited: awaitedContacts(file).flatMap(({ kind, about, rule, countsFrom, everyDays, ...days }) =>
      within(days, stretches).map((row) => ({
        trajectory_id: facts.id,
        ...row,
        kind,
        about,
        rule,
        counts_from: countsFrom,
        every_days: everyDays,
      })),
    ),
  };
}

/** Tells the tasks of one trajectory on one day apart. */
export function taskId({ kind, about, dueOn, employerId, for: role, settledBy }: Task): string {
  return [kind, dueOn ?? NEVER, about, role, employerId, settledBy].join(' ');
}

interface Parties {
  readonly candidate_id: Id;
  readonly funder_id: Id;
  readonly organisation_id: Id;
  readonly coach_id: Id | null;
}

interface PartyStretch extends Days {
  readonly parties: Parties;
}

/** The stretches of days, in order and without a gap, in which the trajectory has the same parties. */
function partyStretches(facts: TrajectoryFacts): readonly PartyStretch[] {
  const days = new Set<CalendarDate>([facts.openedOn]);
  for (const { on } of facts.organisationChanges) days.add(on);
  for (const { from, until } of facts.assignments) {
    days.add(from);
    if (until !== undefined) days.add(addDays(until, 1));
  }
  const starts = [...days].filter((day) => day >= facts.openedOn).sort();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const parties = {
      candidate_id: facts.candidateId,
      funder_id: facts.funderId,
      organisation_id: organisationOn(facts, from),
      coach_id: assignedCoachOn(facts, from) ?? null,
    };
    return { from, ...(next && { to: addDays(next, -1) }), parties };
  });
}

/** The parts of `days` that lie in each stretch. */
function within(days: Days, stretches: readonly PartyStretch[]) {
  return stretches.flatMap((stretch) => {
    const from = latest(days.from, stretch.from);
    const until = earliest(days.to ?? NEVER, stretch.to ?? NEVER);
    return from > until ? [] : [{ valid_from: from, valid_until: until, ...stretch.parties }];
  });
}
