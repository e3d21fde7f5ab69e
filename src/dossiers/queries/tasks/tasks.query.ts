import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type FileKind,
  isInSightOfFormerEmployer,
  mayRead,
  type Standing,
} from '../../../../domain/access/index.js';
import { TASK_KINDS, type TaskKind } from '../../../../domain/tasks/index.js';
import { type DueTask, type TasksQuestion, tasksPage } from '../../../../projections/tasks/tasks.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** What is due, and whose turn is it? */
export class Tasks extends Query<readonly DueTask[]> {
  constructor(
    readonly reader: Reader,
    readonly question: Omit<TasksQuestion, 'of' | 'today' | 'without'>,
  ) {
    super();
  }
}

@QueryHandler(Tasks)
export class TasksHandler implements IQueryHandler<Tasks> {
  constructor(
    private readonly gate: ReadGate,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, question }: Tasks): Promise<readonly DueTask[]> {
    const today = this.clock.today();
    const sight = await this.gate.list(reader);
    if (sight === undefined) return [];
    // What an employer has to do on a day is of jobs that run on it.
    if ('employerIds' in sight.of && !isInSightOfFormerEmployer(question.on, today)) return [];
    const without = TASK_KINDS.filter((kind) => !isSeen(sight.standing, kind));
    return tasksPage(this.readStore.reader, { ...question, of: sight.of, today, without });
  }
}

/** Who may not read what was asked is not told that it waits for an answer. */
const ABOUT: { readonly [Kind in TaskKind]?: FileKind } = {
  'correction-answer': 'correction-request',
};

function isSeen(standing: Standing, kind: TaskKind): boolean {
  const about = ABOUT[kind];
  return about === undefined || mayRead(standing, about).items !== 'none';
}
