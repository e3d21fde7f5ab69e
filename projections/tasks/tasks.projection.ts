import { type CoachAbsences, coachesOf } from '../../domain/reachable/index.js';
import type { CalendarDate, Days } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { EmployerContactCorrected } from '../../domain/trajectory/corrected-facts/events.js';
import type { EmployerContactRecorded, TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { EmployerContact, TrajectoryFacts, TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { employersIn, recordWithOneEmployer } from '../../domain/trajectory/merged-employers.js';
import { evolveContact } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Row, Rows, Table } from '../runtime/projection.js';
import { type AwayEvent, awayDays } from '../shared/away-days.js';
import { domainEvent } from '../shared/domain-event.js';
import { TrajectoryFiles } from '../trajectory-files/trajectory-files.js';
import { taskRows } from './task-rows.js';
import {
  awaitedContactTable,
  taskCoachAwayTable,
  taskCoachTable,
  taskEmployerContactTable,
  taskTable,
} from './tasks.schema.js';

const CONTACTS = [
  'EmployerContactRecorded',
  'EmployerContactCorrected',
] as const satisfies readonly TrajectoryEvent['type'][];
const AWAY: readonly AwayEvent['type'][] = ['CoachAway', 'CoachReturned', 'CoachAwayCorrected'];

/** Sessions are by far the most: when the next contact is due, whoever asks finds from the last one. */
const LEAVE: readonly TrajectoryEvent['type'][] = [
  ...CONTACTS,
  'SessionRecorded',
  'SessionCorrected',
  'SessionWithdrawn',
];

const files = new TrajectoryFiles('task', LEAVE);

/** What is due, and whose turn is it? */
export const tasksProjection: Projection = {
  name: 'tasks',
  version: 1,
  tables: [
    taskTable,
    awaitedContactTable,
    taskCoachAwayTable,
    taskCoachTable,
    taskEmployerContactTable,
    ...files.tables,
  ],
  handles: [...files.handles, ...CONTACTS, ...AWAY],
  apply,
  settle: (rows, most) => files.settle(rows, most, compute),
};

function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  if (AWAY.some((type) => type === event.type)) return applyAway(event, rows);
  if (CONTACTS.some((type) => type === event.type)) return applyContact(event, rows);
  return files.apply(event, rows);
}

async function applyAway(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<AwayEvent>(event);
  const key = { coach_id: event.streamId, absence_id: fact.data.absenceId };
  const row = await rows.get(taskCoachAwayTable, key);
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const { from, until = null } = { from: row?.from, until: row?.until, ...awayDays(fact) };
  if (from === undefined) return;
  rows.put(taskCoachAwayTable, { ...key, from, until, revision: event.revision });
  for (const { trajectory_id } of await rows.list(taskCoachTable, { coach_id: event.streamId })) {
    files.change(String(trajectory_id), rows);
  }
}

async function applyContact(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<EmployerContactRecorded | EmployerContactCorrected>(event);
  const key = { trajectory_id: event.streamId, contact_id: fact.data.contactId };
  const row = await rows.get(taskEmployerContactTable, key);
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const contact = evolveContact(row?.contact as EmployerContact | undefined, fact);
  if (contact === undefined) return;
  rows.put(taskEmployerContactTable, { ...key, contact, revision: event.revision });
  files.noteEmployer(contact.employerId, event.streamId, rows);
  const file = await files.file(event.streamId, rows);
  // Without a second employer there is no job change, and no contact settles anything.
  if (file !== undefined && [file.facts, ...file.continued].flatMap(employersIn).length > 1) {
    files.change(event.streamId, rows);
  }
}

async function compute(id: Id, rows: Rows): Promise<void> {
  const file = await files.file(id, rows);
  if (file === undefined) return;
  const { facts, continued, ruleSets } = file;
  const records = await Promise.all([facts, ...continued].map((one) => recordOf(one, rows)));
  const employers = records.flatMap(employersOf);
  const survivors = await files.survivors(employers, rows);
  const [trajectory, ...earlier] = records.map((record) => recordWithOneEmployer(record, survivors));
  if (trajectory === undefined) return;
  for (const coach_id of coachesOf(facts)) rows.put(taskCoachTable, { coach_id, trajectory_id: id });
  const coachesAway = await absencesOf(facts, rows);
  const { tasks, awaited } = taskRows({ trajectory, continued: earlier, ruleSets, coachesAway });
  await replaceRows(taskTable, id, tasks, rows);
  await replaceRows(awaitedContactTable, id, awaited, rows);
}

async function recordOf(facts: TrajectoryFacts, rows: Rows): Promise<TrajectoryRecord> {
  const contacts = await rows.list(taskEmployerContactTable, { trajectory_id: facts.id });
  return { facts, sessions: [], employerContacts: contacts.map((row) => row.contact as EmployerContact) };
}

function employersOf({ facts, employerContacts }: TrajectoryRecord): readonly Id[] {
  return [...employersIn(facts), ...employerContacts.map(({ employerId }) => employerId)];
}

async function absencesOf(facts: TrajectoryFacts, rows: Rows): Promise<CoachAbsences> {
  const absences = new Map<Id, readonly Days[]>();
  for (const coach_id of coachesOf(facts)) {
    const away = await rows.list(taskCoachAwayTable, { coach_id });
    absences.set(
      coach_id,
      away.map(({ from, until }) => ({
        from: from as CalendarDate,
        to: (until ?? undefined) as CalendarDate | undefined,
      })),
    );
  }
  return absences;
}

/** Puts the rows of a trajectory in the place of those that it had; those that stay as they are are not written. */
async function replaceRows(table: Table, trajectory_id: Id, now: readonly Row[], rows: Rows): Promise<void> {
  const keyOf = (row: Row) =>
    Object.fromEntries(table.primaryKey.map((column) => [column, String(row[column])]));
  const before = new Map<string, Row>();
  for (const row of await rows.list(table, { trajectory_id })) before.set(JSON.stringify(keyOf(row)), row);
  for (const row of now) {
    const key = JSON.stringify(keyOf(row));
    if (!isSame(before.get(key), row)) rows.put(table, row);
    before.delete(key);
  }
  for (const row of before.values()) rows.remove(table, keyOf(row));
}

function isSame(before: Row | undefined, row: Row): boolean {
  return (
    before !== undefined &&
    Object.entries(row).every(([column, value]) => JSON.stringify(before[column]) === JSON.stringify(value))
  );
}
