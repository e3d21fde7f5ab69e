import { awardDeadlinesOf, type Deadline, ruleOfDeadline } from '../limits/index.js';
import type { RuleReference } from '../rule-sets/rule-reference.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TrajectoryEvent } from '../trajectory/events.js';
import type { Application, TrajectoryRecord } from '../trajectory/facts.js';
import type { Task, TaskRole, TaskRule } from './task.js';
import { adoptedOn, type TaskSource } from './task-file.js';

type AwardKind =
  | 'first-application'
  | 'follow-on-application'
  | 'extension-announcement'
  | 'decision'
  | 'end-of-job-report'
  | 'declaration';

const SETTLING: {
  readonly [Kind in AwardKind]: { readonly for: TaskRole; readonly by: TrajectoryEvent['type'] };
} = {
  'first-application': { for: 'coordinator', by: 'ApplicationReceived' },
  'follow-on-application': { for: 'coordinator', by: 'ApplicationReceived' },
  'extension-announcement': { for: 'coordinator', by: 'ApplicationReceived' },
  decision: { for: 'case-director', by: 'CoachingGranted' },
  'end-of-job-report': { for: 'coordinator', by: 'PlacementEnded' },
  declaration: { for: 'coordinator', by: 'DeclarationSubmitted' },
};

/** What has to be applied for, decided and declared: the unsettled deadlines of the award (domain.md section 6). */
export const awardTasks: TaskSource = (file) => {
  const { facts } = file.trajectory;
  const deadlinesOn = awardDeadlinesOf(file);
  const ruleOf = rulesByVersion();
  return {
    on(day) {
      const adopted = adoptedOn(file, day);
      const waiting = facts.applications.filter((application) => waitsForCompletion(application, day));
      const unsettled = deadlinesOn(day, adopted.ruleSet).filter(
        (deadline) => isUnsettled(deadline) && !waiting.some(({ id }) => isDecisionOn(deadline, id)),
      );
      return [
        ...unsettled.map((deadline) => taskOf(deadline, ruleOf(adopted, deadline.kind))),
        ...waiting.map(({ id }) => completionOf(id, ruleOf(adopted, 'decision'))),
      ];
    },
    changesWith: [file.trajectory, ...file.continued].map(awardOf),
  };
};

/** `ruleOfDeadline` for one file, which looks up each rule once: the same few hold on all of its days. */
function rulesByVersion(): typeof ruleOfDeadline {
  const known = new Map<string, RuleReference>();
  return (adopted, kind) => {
    const name = `${adopted.version} ${kind}`;
    const rule = known.get(name) ?? ruleOfDeadline(adopted, kind);
    known.set(name, rule);
    return rule;
  };
}

function taskOf({ kind, dueOn, for: about }: Deadline, rule: TaskRule): Task {
  const { for: role, by: settledBy } = SETTLING[kind as AwardKind];
  return { kind, about: about ?? null, for: role, employerId: null, dueOn, rule, settledBy };
}

function completionOf(about: Id, rule: TaskRule): Task {
  return {
    kind: 'application-completion',
    about,
    for: 'coordinator',
    employerId: null,
    dueOn: null,
    rule,
    settledBy: 'ApplicationCompleted',
  };
}

function awardOf({ facts }: TrajectoryRecord): unknown {
  const { openedOn, placements, applications, grants, declarations, closures } = facts;
  return { openedOn, placements, applications, grants, declarations, closures };
}

function isUnsettled({ status }: Deadline): boolean {
  return status === 'open' || status === 'overdue';
}

/** True while the applicant completes the application: the decision clock then stands still (reading 43). */
function waitsForCompletion(
  { completionAskedOn, completedOn, decidedOn }: Application,
  on: CalendarDate,
): boolean {
  return (
    completionAskedOn !== undefined &&
    completionAskedOn <= on &&
    (completedOn === undefined || on < completedOn) &&
    (decidedOn === undefined || on < decidedOn)
  );
}

function isDecisionOn(deadline: Deadline, applicationId: Id): boolean {
  return deadline.kind === 'decision' && deadline.for === applicationId;
}
