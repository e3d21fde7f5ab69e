import { type Deadline, type Limits, type LimitsInput, limitsOf, type Term } from '../limits/index.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Application } from '../trajectory/facts.js';
import { proofOf } from './recorded-proof.js';
import {
  type CheckedRequirement,
  checkEvaluation,
  checkPlan,
  missing,
  present,
  shown,
} from './requirements.js';

/** What a request to go past the limit rests on, and until when announcing it is in time. */
export interface ExtensionSet {
  readonly on: CalendarDate;
  /** The term of the binding clock that ends first of those that run; null when none does. */
  readonly term: {
    readonly clock: string;
    readonly startsOn: CalendarDate;
    /** From the day after it on a grant needs a motivation (reading 36). */
    readonly lastDay: CalendarDate;
    readonly budgetMinutes: number | null;
    readonly usedMinutes: number;
  } | null;
  /** The last day on which announcing it is in time (reading 48); null when there is nothing to announce. */
  readonly announceBy: CalendarDate | null;
  readonly announcement: Deadline['status'] | null;
  /** The extension applications received in the term, by day. */
  readonly applicationIds: readonly Id[];
  /** Where the announcing period and what is needed come from. */
  readonly rule: string;
  readonly requirements: readonly CheckedRequirement[];
}

const NEEDED = 'UWV 2014 A.4.2, B.4.3: onderbouwd vanaf de zevende periode';

/**
 * The set for an extension past the limit of the binding clock (UWV 2014 A.4.2, B.4.3), assembled from what was
 * recorded: plan, evaluation, hours, and why an exception is needed.
 */
export function extensionSet(input: LimitsInput): ExtensionSet {
  const { on, ruleSet } = input;
  const limits = limitsOf(input);
  const term = termThatRuns(limits);
  const deadline = term && announcementOf(limits, term);
  const applications = term === undefined ? [] : extensionsIn(term, input);
  const proof = proofOf(input.trajectory);
  const hours = hoursOf(term, on);
  const announcing = ruleSet.sources['clock.announceExtensionAtEndOf']?.source ?? ruleSet.clock.basis;
  return {
    on,
    term: term ? { clock: ruleSet.name, startsOn: term.startsOn, lastDay: term.lastDay, ...hours } : null,
    announceBy: deadline?.dueOn ?? null,
    announcement: deadline?.status ?? null,
    applicationIds: applications.map(({ id }) => id),
    rule: `${NEEDED}; ${announcing}`,
    requirements: [
      checkPlan(proof, on),
      checkEvaluation(proof, ruleSet.deadlines.evaluation, on),
      checkHours(term, hours, on),
      checkMotivation(applications),
    ],
  };
}

/** Of the terms that are neither closed nor taken over the one that ends first. */
function termThatRuns({ clocks }: Limits): Term | undefined {
  const running =
    clocks[0]?.terms.filter(({ status }) => status !== 'closed' && status !== 'restarted') ?? [];
  return [...running].sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0];
}

function announcementOf({ deadlines }: Limits, { placementIds }: Term): Deadline | undefined {
  return deadlines.find(
    (deadline) => deadline.kind === 'extension-announcement' && deadline.for === placementIds[0],
  );
}

function extensionsIn(
  term: Term,
  { on, trajectory, continued, ruleSet }: LimitsInput,
): readonly Application[] {
  const records = [trajectory, ...continued];
  const placements = records.flatMap(({ facts }) => facts.placements);
  const elsewhere = ({ placementId }: Application) => {
    const named = placements.find(({ id }) => id === placementId);
    return (
      ruleSet.clock.scope === 'employment' &&
      named !== undefined &&
      !term.employerIds.includes(named.employerId)
    );
  };
  return records
    .flatMap(({ facts }) => facts.applications)
    .filter(
      (application) =>
        application.kind === 'extension' &&
        term.startsOn <= application.receivedOn &&
        application.receivedOn <= term.lastDay &&
        application.receivedOn <= on &&
        !elsewhere(application),
    )
    .sort((a, b) => (a.receivedOn + a.id < b.receivedOn + b.id ? -1 : 1));
}

interface Hours {
  readonly budgetMinutes: number | null;
  readonly usedMinutes: number;
}

/** Of the periods that have begun: what was granted, null where nothing was, and what was used. */
function hoursOf(term: Term | undefined, on: CalendarDate): Hours {
  const begun = term?.periods.filter(({ startsOn }) => startsOn <= on) ?? [];
  const granted = begun.flatMap(({ budgetMinutes }) => budgetMinutes ?? []);
  const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0);
  return {
    budgetMinutes: granted.length === 0 ? null : sum(granted),
    usedMinutes: sum(begun.map(({ usedMinutes }) => usedMinutes)),
  };
}

function checkHours(term: Term | undefined, hours: Hours, on: CalendarDate): CheckedRequirement {
  if (hours.budgetMinutes === null) return missing('hours', 'no-granted-period');
  if (hours.usedMinutes === 0) return missing('hours', 'not-recorded');
  const granted = term?.periods.filter(({ startsOn }) => startsOn <= on) ?? [];
  return present(
    'hours',
    ...granted.flatMap(({ grantId, startsOn }) =>
      grantId === null ? [] : [shown('grant', startsOn, grantId)],
    ),
  );
}

function checkMotivation(applications: readonly Application[]): CheckedRequirement {
  const motivated = applications.filter((application) => application.motivated);
  if (motivated.length === 0) return missing('motivation', 'not-recorded');
  return present(
    'motivation',
    ...motivated.map(({ id, receivedOn }) => shown('application', receivedOn, id)),
  );
}
