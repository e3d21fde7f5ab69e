import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isInSightOfFormerEmployer } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TaskKind } from '../../../../domain/tasks/index.js';
import { familiesOf } from '../../../../projections/merges/merges.query.js';
import {
  type DueTask,
  type TasksOf,
  type TasksQuestion,
  tasksPage,
} from '../../../../projections/tasks/tasks.query.js';
import type { Asker } from '../../../identity/asker.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** What a candidate asked to have put right is not the funder's: it may tell of what was said in confidence. */
const NOT_THE_FUNDERS: readonly TaskKind[] = ['correction-answer'];

/** What is due, and whose turn is it? */
export class Tasks extends Query<readonly DueTask[]> {
  constructor(
    readonly asker: Asker,
    readonly question: Omit<TasksQuestion, 'of' | 'today' | 'without'>,
  ) {
    super();
  }
}

@QueryHandler(Tasks)
export class TasksHandler implements IQueryHandler<Tasks> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker, question }: Tasks): Promise<readonly DueTask[]> {
    const today = this.clock.today();
    const of = await this.ownOf(asker, question.on, today);
    if (of === undefined) return [];
    const without = 'funderId' in of ? NOT_THE_FUNDERS : [];
    return tasksPage(this.readStore.reader, { ...question, of, today, without });
  }

  /** What keeps the tasks within what the asker may see (domain.md section 9); undefined when that is nothing. */
  private async ownOf(asker: Asker, on: CalendarDate, today: CalendarDate): Promise<TasksOf | undefined> {
    const { role, organisationId, funderId, coachId, candidateId, employerId } = asker;
    switch (role) {
      case 'coordinator':
        return organisationId === undefined ? undefined : { organisationId };
      case 'case-director':
      case 'auditor':
        return funderId === undefined ? undefined : { funderId };
      case 'coach':
        return coachId === undefined ? undefined : { coachId };
      case 'candidate':
        return candidateId === undefined ? undefined : { candidateIds: await this.family(candidateId) };
      case 'employer':
        // What an employer has to do on a day is of jobs that run on it.
        if (employerId === undefined || !isInSightOfFormerEmployer(on, today)) return undefined;
        return { employerIds: await this.family(employerId) };
      default:
        return undefined;
    }
  }

  /** Every registration of the same one. */
  private async family(id: Id): Promise<readonly Id[]> {
    return (await familiesOf(this.readStore.reader, [id])).get(id)?.ids ?? [id];
  }
}
