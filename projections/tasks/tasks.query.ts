import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type CalendarDate, compareDays } from '../../domain/shared/calendar.js';
import { byId, type Id } from '../../domain/shared/ids.js';
import {
  type AwaitedContact,
  contactTask,
  type Task,
  type TaskKind,
  type TaskRole,
  type TaskStatus,
  taskStatus,
} from '../../domain/tasks/index.js';
import { NEVER } from '../caseload/caseload.schema.js';
import { ofCoach, ofOrganisation } from '../caseload/in-sight.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed } from '../shared/parse.js';
import { taskId } from './task-rows.js';

/** A task as it stands on a day, with whose it is. */
export interface DueTask extends Task {
  /** Tells the tasks of a trajectory on a day apart. */
  readonly taskId: string;
  readonly trajectoryId: Id;
  readonly status: TaskStatus;
  readonly candidateId: Id;
  readonly funderId: Id;
  readonly organisationId: Id;
  /** The coach assigned on that day. */
  readonly coachId: Id | null;
}

/** Whose tasks: everything of the trajectories that are theirs on the day, or what an employer has to do. */
export type TasksOf =
  | { readonly organisationId: Id }
  | { readonly funderId: Id }
  /** The coach's own, and those where the coach stands in. */
  | { readonly coachId: Id }
  /** Every registration of one candidate. */
  | { readonly candidateIds: readonly Id[] }
  /** Every registration of one employer. */
  | { readonly employerIds: readonly Id[] };

/** The place after a task; `dueOn` as the task has it. */
export interface TaskCursor {
  readonly dueOn: CalendarDate | null;
  readonly trajectoryId: Id;
  readonly taskId: string;
}

export interface TasksQuestion {
  /** The day that it is about. */
  readonly on: CalendarDate;
  readonly of: TasksOf;
  /** The day on which it is asked: see `SightDays`. */
  readonly today: CalendarDate;
  /** Kinds that are not theirs to see. */
  readonly without?: readonly TaskKind[] | undefined;
  readonly for?: TaskRole | undefined;
  readonly kind?: TaskKind | undefined;
  readonly status?: TaskStatus | undefined;
  readonly trajectoryId?: Id | undefined;
  readonly after?: TaskCursor | undefined;
  readonly limit: number;
}

/** What is unsettled on a day, by the day on which it is due; what no rule sets a day for comes last. */
export async function tasksPage(
  db: Kysely<ReadDatabase>,
  question: TasksQuestion,
): Promise<readonly DueTask[]> {
  const stored = await taskSelection(db, question).execute();
  const tasks = stored.map((row): DueTask => {
    const task: Task = {
      kind: row.kind as TaskKind,
      about: row.about,
      for: row.for_role as TaskRole,
      employerId: row.employer_id,
      dueOn: row.due_on === NEVER ? null : (row.due_on as CalendarDate),
      rule: parsed(row.rule),
      settledBy: row.settled_by as Task['settledBy'],
    };
    return dueTask(task, row, question.on);
  });
  const contacts = mayAwaitContacts(question) ? await contactsDue(db, question) : [];
  return [...tasks, ...contacts].sort(byDueDay).slice(0, question.limit);
}

/** The query for the stored tasks of `tasksPage`, for whoever wants to see how the database goes about it. */
export function taskSelection(db: Kysely<ReadDatabase>, question: TasksQuestion) {
  const { on, for: role, kind, status, trajectoryId, without = [], after } = question;
  let query = db
    .selectFrom('task')
    .selectAll()
    .where('valid_until', '>=', on)
    .where('valid_from', '<=', on)
    .where(isOf(question))
    .orderBy('due_on')
    .orderBy('trajectory_id')
    .orderBy('task_id')
    .limit(question.limit);
  if (role) query = query.where('for_role', '=', role);
  if (kind) query = query.where('kind', '=', kind);
  if (without.length > 0) query = query.where('kind', 'not in', [...without]);
  if (status === 'overdue') query = query.where('due_on', '<', on);
  if (status === 'open') query = query.where('due_on', '>=', on);
  if (trajectoryId) query = query.where('trajectory_id', '=', trajectoryId);
  if (after) {
    const place = [after.dueOn ?? NEVER, after.trajectoryId, after.taskId] as const;
    query = query.where((eb) =>
      eb(eb.refTuple('due_on', 'trajectory_id', 'task_id'), '>', eb.tuple(...place)),
    );
  }
  return query;
}

/** The contacts that are due on the day, after the cursor: as many at the most as there are open trajectories. */
async function contactsDue(db: Kysely<ReadDatabase>, question: TasksQuestion): Promise<readonly DueTask[]> {
  const { on, kind, status, trajectoryId, after } = question;
  let query = db
    .selectFrom('awaited_contact')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('trajectory_session as session')
        .select('session.on')
        .whereRef('session.trajectory_id', '=', 'awaited_contact.trajectory_id')
        .where('session.on', '<=', on)
        .where('session.withdrawn', '=', 0)
        .orderBy('session.on', 'desc')
        .limit(1)
        .as('last_contact_on'),
    )
    .where('valid_until', '>=', on)
    .where('valid_from', '<=', on)
    .where(isOf(question));
  if (kind) query = query.where('kind', '=', kind);
  if (trajectoryId) query = query.where('trajectory_id', '=', trajectoryId);
  const tasks: DueTask[] = [];
  for (const row of await query.execute()) {
    const awaited: AwaitedContact = {
      kind: row.kind as AwaitedContact['kind'],
      about: row.about,
      from: row.valid_from as CalendarDate,
      countsFrom: row.counts_from as CalendarDate,
      everyDays: row.every_days,
      rule: parsed(row.rule),
    };
    const task = contactTask(awaited, row.last_contact_on as CalendarDate | null, on);
    if (task !== undefined) tasks.push(dueTask(task, row, on));
  }
  return tasks
    .filter((task) => status === undefined || task.status === status)
    .filter((task) => after === undefined || byDueDay(task, after) > 0);
}

/** False when the filters leave out every contact. */
function mayAwaitContacts({ of, for: role, kind }: TasksQuestion): boolean {
  const isContact = kind === undefined || kind === 'contact' || kind === 'contact-rhythm';
  return isContact && (role === undefined || role === 'coach') && !('employerIds' in of);
}

interface WhoseRow {
  readonly trajectory_id: string;
  readonly candidate_id: string;
  readonly funder_id: string;
  readonly organisation_id: string;
  readonly coach_id: string | null;
}

function dueTask(task: Task, row: WhoseRow, on: CalendarDate): DueTask {
  return {
    ...task,
    taskId: taskId(task),
    trajectoryId: row.trajectory_id,
    status: taskStatus(task, on),
    candidateId: row.candidate_id,
    funderId: row.funder_id,
    organisationId: row.organisation_id,
    coachId: row.coach_id,
  };
}

function byDueDay(a: TaskCursor, b: TaskCursor): number {
  return (
    compareDays(a.dueOn ?? NEVER, b.dueOn ?? NEVER) ||
    byId({ id: a.trajectoryId }, { id: b.trajectoryId }) ||
    byId({ id: a.taskId }, { id: b.taskId })
  );
}

/** The rows that are theirs. */
function isOf({ of, on, today }: TasksQuestion): RawBuilder<SqlBool> {
  if ('organisationId' in of) return ofOrganisation(of.organisationId, { on, today });
  if ('coachId' in of) return ofCoach(of.coachId, { on, today });
  if ('funderId' in of) return sql`funder_id = ${of.funderId}`;
  if ('candidateIds' in of) return sql`candidate_id in (${sql.join([...of.candidateIds])})`;
  return sql`for_role = 'employer' and employer_id in (${sql.join([...of.employerIds])})`;
}
