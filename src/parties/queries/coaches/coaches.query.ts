import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { unknownMember } from '../../../../domain/shared/decider.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type AssessmentAverages,
  averagesOf,
  shownAverages,
} from '../../../../domain/trajectory/review/assessment-averages.js';
import {
  type AwayView,
  type CoachView,
  coachById,
  coachesPage,
  type EmploymentView,
  type TieView,
} from '../../../../projections/coach/coach.query.js';
import { assessmentsOfCoach } from '../../../../projections/coach-assessments/coach-assessments.query.js';
import type { IdPage } from '../../../../projections/shared/id-page.js';
import type { RecognitionView } from '../../../../projections/shared/recognition.js';
import { coachesInSight, organisationToday, seesCoach, seesCoachDays } from '../../../access/party-sight.js';
import type { Reader } from '../../../access/reader.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** A coach by name; null when the name was erased. */
export interface NamedCoach {
  readonly id: Id;
  readonly name: string | null;
  /** Where the coach works today. */
  readonly organisationId: Id;
}

/** A coach with all that is known beside the sessions. */
export interface CoachDetails extends NamedCoach {
  readonly employments: readonly EmploymentView[];
  readonly ties: readonly TieView[];
  /** From five scores on, candidates' and employers' apart; null for who may not see what the coach did. */
  readonly assessmentAverages: AssessmentAverages | null;
  readonly absences: readonly Omit<AwayView, 'recorded'>[];
}

/** Which coaches may the reader know of? By id. */
export class Coaches extends Query<readonly NamedCoach[]> {
  constructor(
    readonly reader: Reader,
    readonly page: IdPage,
  ) {
    super();
  }
}

/** One coach, and the revision of the stream; refuses with `coach.not-found`. */
export class CoachOfId extends Query<{ readonly coach: CoachDetails; readonly revision: number }> {
  constructor(
    readonly reader: Reader,
    readonly coachId: Id,
  ) {
    super();
  }
}

/** The recognitions of a coach, in order of recording; refuses with `coach.not-found`. */
export class RecognitionsOfCoach extends Query<readonly RecognitionView[]> {
  constructor(
    readonly reader: Reader,
    readonly coachId: Id,
  ) {
    super();
  }
}

@QueryHandler(Coaches)
export class CoachesHandler implements IQueryHandler<Coaches> {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, page }: Coaches): Promise<readonly NamedCoach[]> {
    const today = this.clock.today();
    const coaches = await this.inSight(reader, page, today);
    const names = await this.sealer.openAll(coaches.map(({ name }) => name));
    return coaches.map((coach, index) => named(coach, names[index], today));
  }

  private async inSight(reader: Reader, page: IdPage, today: CalendarDate): Promise<readonly CoachView[]> {
    const db = this.readStore.reader;
    const sight = coachesInSight(reader);
    switch (sight.kind) {
      case 'all':
        return coachesPage(db, page);
      case 'of-organisation':
        return coachesPage(db, { ...page, worksFor: { organisationId: sight.organisationId, on: today } });
      case 'one': {
        const coach = await coachById(db, sight.coachId);
        return coach === undefined || coach.id <= (page.after ?? '') ? [] : [coach];
      }
      case 'none':
        return [];
      default:
        return unknownMember(sight);
    }
  }
}

@QueryHandler(CoachOfId)
export class CoachOfIdHandler implements IQueryHandler<CoachOfId> {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, coachId }: CoachOfId) {
    const today = this.clock.today();
    const coach = await coachById(this.readStore.reader, coachId);
    if (coach === undefined || !seesCoach(reader, coach, today)) return refuseAccess('coach.not-found');
    const { employments, ties, away, revision } = coach;
    const absences = away.map(({ id, from, until }) => ({ id, from, until }));
    const who = named(coach, await this.sealer.open(coach.name), today);
    const averages = seesCoachDays(reader, coach, today) ? await this.averagesOf(coachId, today) : null;
    return { coach: { ...who, employments, ties, absences, assessmentAverages: averages }, revision };
  }

  private async averagesOf(coachId: Id, today: CalendarDate): Promise<AssessmentAverages> {
    return shownAverages(averagesOf(await assessmentsOfCoach(this.readStore.reader, coachId, today)));
  }
}

@QueryHandler(RecognitionsOfCoach)
export class RecognitionsOfCoachHandler implements IQueryHandler<RecognitionsOfCoach> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, coachId }: RecognitionsOfCoach): Promise<readonly RecognitionView[]> {
    const coach = await coachById(this.readStore.reader, coachId);
    return coach !== undefined && seesCoach(reader, coach, this.clock.today())
      ? coach.recognitions
      : refuseAccess('coach.not-found');
  }
}

function named(
  coach: CoachView,
  name: string | typeof FORGOTTEN | undefined,
  today: CalendarDate,
): NamedCoach {
  return {
    id: coach.id,
    name: name === FORGOTTEN || name === undefined ? null : name,
    organisationId: organisationToday(coach, today),
  };
}
