import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess, type Sight } from '../../domain/access/index.js';
import { accountFor } from '../../domain/accountability/account-for.js';
import type { Accountability, ReportedGoal } from '../../domain/accountability/accountability.js';
import { hoursIn } from '../../domain/accountability/hours-in.js';
import { type OpinionsSeen, withOpinionsSeen } from '../../domain/accountability/shown-assessments.js';
import { amsterdamDate, type CalendarDate, type Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../../domain/trajectory/facts.js';
import type { ReportForm } from '../../domain/trajectory/reports/report-form.js';
import type { TrajectoryItem } from '../../projections/trajectory/trajectory.query.js';
import { ReadGate } from '../access/read-gate.js';
import type { Reader } from '../access/reader.js';
import type { AsOf } from '../dossiers/dossiers.js';
import { Files } from '../dossiers/files/files.js';
import { itemOnDay } from '../dossiers/item-on-day.js';
import { oneItem } from '../dossiers/list-items.js';
import { RuledRecords } from '../dossiers/ruled-records.js';
import type { ReportTexts } from './accountability-document.js';
import { ReportTextsReader } from './report-texts.js';

/** A report as it was made, with its texts opened. */
export interface AccountabilityReport {
  readonly id: Id;
  readonly reportedAt: Instant;
  readonly report: Accountability;
  readonly texts: ReportTexts;
}

/** One accountability report of a trajectory; refuses with `trajectory.not-found`. */
export class AccountabilityReportOfTrajectory extends Query<AccountabilityReport> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly reportId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** What was reported: which days, in which form. */
interface Reported {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly form: ReportForm;
}

@QueryHandler(AccountabilityReportOfTrajectory)
export class AccountabilityReportHandler implements IQueryHandler<AccountabilityReportOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly ruled: RuledRecords,
    private readonly texts: ReportTextsReader,
  ) {}

  async execute({ reader, trajectoryId, reportId, asOf }: AccountabilityReportOfTrajectory) {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const view = (one: TrajectoryItem) => itemOnDay(one, asOf.on);
    const item = await oneItem(files, ['accountability-report'], reportId, { view });
    if (item === undefined) return refuseAccess('trajectory.not-found');
    // Whatever came after the report was made is no part of it.
    const file = await this.files.upTo(trajectoryId, { revision: item.revision });
    const record = file?.record();
    if (file === undefined || record === undefined) return refuseAccess('trajectory.not-found');
    const reported = item.data as unknown as Reported;
    const on = amsterdamDate(item.recordedAt);
    const report = withOpinionsSeen(
      await this.assemble(record, reported, on),
      OPINIONS_SEEN[sight.of('assessment').items],
    );
    const texts = await this.texts.of(sight, record.facts, file, report);
    return { id: reportId, reportedAt: item.recordedAt, report, texts };
  }

  private async assemble(
    record: TrajectoryRecord,
    { from, to, form }: Reported,
    on: CalendarDate,
  ): Promise<Accountability> {
    const { facts, sessions, employerContacts } = record;
    const records = await this.files.chainOf(record, on);
    const [trajectory, ...continued] = await this.ruled.underRules(records, { on: to, knownOn: on });
    if (trajectory === undefined) throw new RangeError('a trajectory is one of its own records');
    const input = { on, trajectory, continued, ruleSet: trajectory.ruleSet };
    return accountFor({
      from,
      to,
      form,
      sessions,
      employerContacts,
      absences: facts.absences,
      grants: facts.grants,
      goals: goalsOf(facts, on),
      evaluations: facts.evaluations.map(({ id, kind, on: heldOn, resultCode = null }) => ({
        id,
        kind,
        on: heldOn,
        resultCode,
      })),
      assessments: facts.assessments,
      hours: hoursIn(input, { from, to }),
    });
  }
}

/** The goals of the latest version of the plan that was drafted by then, with what became of each. */
function goalsOf({ planOfApproach }: TrajectoryFacts, on: CalendarDate): readonly ReportedGoal[] {
  const plan = planOfApproach.versions.findLast(({ draftedOn }) => draftedOn <= on);
  return (plan?.goals ?? []).map(({ id, main }) => {
    const ended = planOfApproach.outcomes.findLast(
      (outcome) => outcome.goalId === id && outcome.on !== undefined && outcome.on <= on,
    );
    return { id, main, state: ended?.outcome ?? 'open', on: ended?.on ?? null };
  });
}

/** Of a report only the candidate sees some opinions and not all: those that the candidate gave (domain.md section 9). */
const OPINIONS_SEEN: { readonly [Items in Sight['items']]: OpinionsSeen } = {
  all: 'all',
  own: 'of-candidate',
  none: 'none',
};
