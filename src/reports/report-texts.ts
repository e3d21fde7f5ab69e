import { Inject, Injectable } from '@nestjs/common';
import type { Accountability } from '../../domain/accountability/accountability.js';
import type { Id } from '../../domain/shared/ids.js';
import { isSealed } from '../../domain/shared/protected.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { organisationOn } from '../../domain/trajectory/in-force-on.js';
import type { PlanTexts } from '../../domain/trajectory/plan/events.js';
import { candidatesById } from '../../projections/candidate/candidate.query.js';
import { fundersById } from '../../projections/funder/funder.query.js';
import { organisationsById } from '../../projections/organisation/organisation.query.js';
import type { FileSight } from '../access/file-sight.js';
import type { Texts } from '../access/texts.js';
import type { TrajectoryFile } from '../dossiers/files/trajectory-file.js';
import { PartyNames } from '../dossiers/party-names.js';
import { FORGOTTEN } from '../privacy/forgotten.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { ReportTexts } from './accountability-document.js';

/** Opens what people wrote in a report, for who may read it: never what was said in confidence. */
@Injectable()
export class ReportTextsReader {
  constructor(
    private readonly names: PartyNames,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** The texts of what is in a report. To an auditor the candidate has a pseudonym (domain.md section 9). */
  async of(
    sight: FileSight,
    facts: TrajectoryFacts,
    file: TrajectoryFile,
    report: Accountability,
  ): Promise<ReportTexts> {
    const db = this.readStore.reader;
    const [[candidate], [organisation], [funder], coaches] = await Promise.all([
      candidatesById(db, [facts.candidateId]),
      organisationsById(db, [organisationOn(facts, report.to)]),
      fundersById(db, [facts.funderId]),
      this.names.of(
        report.coaches.map(({ coachId }) => coachId),
        [],
      ),
    ]);
    const { texts, pseudonym } = sight;
    const name = sight.of('identity').only === undefined ? candidate?.name : pseudonym;
    const sessions = await file.sessionsById(report.logbook.map(({ sessionId }) => sessionId));
    const written = sessions.map((one) => ({ id: one.session.id, ...one }));
    const summaries = await opened(texts, written, ({ summary }) => summary);
    const goals = await opened(texts, written, (one) => one.goals);
    const evaluations = await file.itemsById(report.evaluations.map(({ id }) => id));
    const adjustments = await opened(texts, evaluations, ({ data }) => data.adjustments);
    const given = [...report.candidateAssessments.given, ...report.employerAssessments.given];
    const assessments = await file.itemsById(given.map(({ id }) => id));
    const remarks = await opened(texts, assessments, ({ data }) => data.remark);
    const planGoals = await goalTexts(texts, facts, file);
    const [openName] = await texts.openAll([name]);
    return {
      candidate: textOf(openName),
      organisation: organisation?.name ?? 'de jobcoachorganisatie',
      funder: funder?.name ?? 'de opdrachtgever',
      coach: coaches.coach,
      summary: (id) => textOf(summaries.get(id)),
      sessionGoals: (id) => {
        const found = goals.get(id);
        return Array.isArray(found) ? found.map(String) : [];
      },
      goal: (id) => planGoals.get(id) ?? null,
      adjustments: (id) => textOf(adjustments.get(id)),
      remark: (id) => textOf(remarks.get(id)),
    };
  }
}

async function opened<Item extends { readonly id: Id }>(
  texts: Texts,
  items: readonly Item[],
  value: (item: Item) => unknown,
): Promise<ReadonlyMap<Id, unknown>> {
  const values = await texts.openAll(items.map((item) => value(item) ?? null));
  return new Map(items.map(({ id }, index) => [id, values[index]]));
}

/** What each goal says in the latest version that has it. */
async function goalTexts(
  texts: Texts,
  facts: TrajectoryFacts,
  file: TrajectoryFile,
): Promise<ReadonlyMap<Id, string>> {
  const plans = await file.itemsById(facts.planOfApproach.versions.map(({ id }) => id));
  const said = await texts.openAll<unknown>(plans.map(({ data }) => data.texts));
  const goals = said.flatMap((text) =>
    text === FORGOTTEN || isSealed(text) || text === undefined ? [] : (text as PlanTexts).goals,
  );
  return new Map(goals.map(({ goalId, what }) => [goalId, what]));
}

/** Null where the person was forgotten, or there is none. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
