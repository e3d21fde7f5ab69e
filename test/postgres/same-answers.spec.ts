import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import { candidatesPage, trajectoriesOfCandidates } from '../../projections/candidate/candidate.query.js';
import { type CaseloadEntry, caseloadPage } from '../../projections/caseload/caseload.query.js';
import { coachesPage } from '../../projections/coach/coach.query.js';
import { assessmentsOfCoach } from '../../projections/coach-assessments/coach-assessments.query.js';
import { coachDays, sessionsOnCoachDays } from '../../projections/coach-day/coach-day.query.js';
import { employersPage } from '../../projections/employer/employer.query.js';
import { fundersPage } from '../../projections/funder/funder.query.js';
import { projections } from '../../projections/index.js';
import { organisationsPage } from '../../projections/organisation/organisation.query.js';
import { sessionsOf, sessionsPage } from '../../projections/sessions/sessions.query.js';
import { type DueTask, tasksPage } from '../../projections/tasks/tasks.query.js';
import { timelinePage } from '../../projections/timeline/timeline.query.js';
import { runningTrajectories } from '../../projections/trajectory/provisions.query.js';
import {
  itemsPage,
  recordsOfCandidates,
  recordsOfChain,
  trajectoryRecord,
} from '../../projections/trajectory/trajectory.query.js';
import { openPostgresReadStore } from '../../src/read-store/postgres-read-store.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { allRows, deliver } from '../projections/projected.js';
import { randomStory } from '../projections/random-story.js';
import { ReadStoreFixture } from '../projections/read-store-fixture.js';
import { TestPostgres } from './test-postgres.js';

const TRAJECTORIES = [1, 2, 3, 4, 5].map((n) => `trajectory-${n}`);
const COACHES = ['coach-0', 'coach-1', 'coach-2'];
const KINDS = ['placement', 'coach-assignment', 'grant', 'outcome', 'closure'] as const;
const LIMIT = 3;

let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

/** Every page that `next` leads to, from the first on. */
async function pages<Item>(
  page: (after: Item | undefined) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (;;) {
    const more = await page(items.at(-1));
    items.push(...more);
    if (more.length < LIMIT) return items;
  }
}

/** What is asked about a day, each question by its name. */
async function answers(
  { reader: db }: ReadStore,
  on: CalendarDate,
): Promise<Readonly<Record<string, unknown>>> {
  const [from, to] = [addDays(on, -40), addDays(on, 40)];
  const sight = { organisationId: 'organisation-1' };
  const given: Record<string, unknown> = {
    caseload: await pages<CaseloadEntry>((after) => caseloadPage(db, { on, limit: LIMIT, after })),
    inSight: await caseloadPage(db, { on, limit: 50, inSight: { ...sight, today: addDays(on, 9) } }),
    ofCoach: await caseloadPage(db, { on, limit: 50, inSight: { coachId: 'coach-1', today: on } }),
    tasks: await pages<DueTask>((after) => tasksPage(db, { on, today: on, of: sight, limit: LIMIT, after })),
    tasksOfFunder: await tasksPage(db, { on, today: on, of: { funderId: 'funder-1' }, limit: 50 }),
    tasksOfCoach: await tasksPage(db, { on, today: on, of: { coachId: 'coach-1' }, limit: 50 }),
    running: await runningTrajectories(db, { funderId: 'funder-1', from, to, limit: 50 }),
    candidates: await candidatesPage(db, { limit: 50 }),
    coaches: await coachesPage(db, { limit: 50, worksFor: { ...sight, on } }),
    employers: await employersPage(db, { limit: 50 }),
    funders: await fundersPage(db, { limit: 50 }),
    organisations: await organisationsPage(db, { limit: 50 }),
    trajectories: await trajectoriesOfCandidates(db, ['candidate-1', 'nobody']),
    ofCandidates: await recordsOfCandidates(db, ['candidate-1']),
    sessions: await sessionsOf(db, TRAJECTORIES),
  };
  for (const coachId of COACHES) {
    given[`days ${coachId}`] = await coachDays(db, coachId, from, to);
    const days = Array.from({ length: 40 }, (_, day) => ({ coachId, on: addDays(from, 2 * day) }));
    given[`sessions ${coachId}`] = await sessionsOnCoachDays(db, days);
    given[`assessments ${coachId}`] = await assessmentsOfCoach(db, coachId, on);
  }
  for (const id of TRAJECTORIES) {
    given[`record ${id}`] = await trajectoryRecord(db, id);
    given[`chain ${id}`] = await recordsOfChain(db, id);
    given[`timeline ${id}`] = await pages<{ readonly revision: number }>((after) =>
      timelinePage(db, id, { afterRevision: after?.revision, limit: LIMIT }),
    );
    given[`sessions ${id}`] = await sessionsPage(db, id, { until: on, limit: 50 });
    for (const kind of KINDS) given[`${kind} ${id}`] = await itemsPage(db, id, kind, { limit: 50 });
  }
  return given;
}

describe('the read models of one history on SQLite and on PostgreSQL', () => {
  it('have the same rows, and answer the same to every question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 20, max: 250 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 800 }),
        async (seed, count, size, day) => {
          const events = randomStory(seed, count);
          const batches = Array.from({ length: Math.ceil(events.length / size) }, (_, index) =>
            events.slice(index * size, (index + 1) * size),
          );
          const fixture = new ReadStoreFixture();
          const [lite, postgres] = [fixture.open(), openPostgresReadStore(await server.database())];
          try {
            for (const store of [lite, postgres]) await deliver(store, projections, batches);
            const rows = await allRows(lite, projections);
            expect(await allRows(postgres, projections)).toEqual(rows);
            expect(rows.caseload?.length).toBeGreaterThan(0);
            const on = addDays('2024-01-01', day);
            expect(await answers(postgres, on)).toEqual(await answers(lite, on));
          } finally {
            await postgres.close();
            await fixture.close();
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});
