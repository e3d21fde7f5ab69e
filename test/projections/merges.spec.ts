import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { employerProjection } from '../../projections/employer/employer.projection.js';
import { employerById, employersAlike, employersPage } from '../../projections/employer/employer.query.js';
import { mergesProjection } from '../../projections/merges/merges.projection.js';
import { familiesOf, survivorsAmong } from '../../projections/merges/merges.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const models = [employerProjection, mergesProjection];

function registered(): Story {
  const story = new Story('2026-03-01T10:00:00.000Z');
  for (const [id, name, kvkNumber] of [
    ['employer-a', 'Bakkerij De Halm B.V.', '12345678'],
    ['employer-b', 'bakkerij de halm', undefined],
    ['employer-c', 'De Halm', '12345678'],
    ['employer-d', 'Garage Snel', undefined],
  ] as const) {
    story.tell('employer', id, {
      type: 'EmployerRegistered',
      data: { name, ...(kvkNumber && { kvkNumber }) },
    });
  }
  return story;
}

const marked = (mergeId: string, survivorId: string) =>
  ({ type: 'EmployerMarkedDuplicate', data: { mergeId, survivorId } }) as const;
const unmarked = (mergeId: string) => ({ type: 'EmployerUnmarkedDuplicate', data: { mergeId } }) as const;

describe('employers that may be one', () => {
  it('are alike in name, or have the same number of the trade register', async () => {
    const { reader } = await projected(fixture, models, registered().events);
    const employers = await employersPage(reader, { limit: 10 });
    expect(Object.fromEntries(await employersAlike(reader, employers))).toEqual({
      'employer-a': [
        { id: 'employer-b', because: ['name'] },
        { id: 'employer-c', because: ['kvk-number'] },
      ],
      'employer-b': [{ id: 'employer-a', because: ['name'] }],
      'employer-c': [{ id: 'employer-a', because: ['kvk-number'] }],
      'employer-d': [],
    });
    expect(await employersAlike(reader, [])).toEqual(new Map());
  });

  it('are noticed no longer once they are merged, and are listed once', async () => {
    const story = registered().tell('employer', 'employer-b', marked('m-1', 'employer-a'));
    const { reader } = await projected(fixture, models, story.events);
    const employers = await employersPage(reader, { limit: 10 });
    expect(employers.map(({ id }) => id)).toEqual(['employer-a', 'employer-c', 'employer-d']);
    expect((await employersAlike(reader, employers)).get('employer-a')).toEqual([
      { id: 'employer-c', because: ['kvk-number'] },
    ]);
    expect((await employerById(reader, 'employer-b'))?.mergedInto).toBe('employer-a');
  });
});

describe('merges', () => {
  it('lead over every step to the one that stays, whichever id is asked about', async () => {
    const story = registered()
      .tell('employer', 'employer-b', marked('m-1', 'employer-a'))
      .tell('employer', 'employer-a', marked('m-2', 'employer-c'));
    const { reader } = await projected(fixture, models, story.events);
    const family = { survivorId: 'employer-c', ids: ['employer-c', 'employer-a', 'employer-b'] };
    const ids = ['employer-a', 'employer-b', 'employer-c'];
    expect(Object.fromEntries(await familiesOf(reader, ids))).toEqual(
      Object.fromEntries(ids.map((id) => [id, family])),
    );
    expect(await familiesOf(reader, ['employer-d'])).toEqual(
      new Map([['employer-d', { survivorId: 'employer-d', ids: ['employer-d'] }]]),
    );
    expect([...(await survivorsAmong(reader, ['employer-b', 'employer-d']))]).toEqual([
      ['employer-b', 'employer-a'],
      ['employer-a', 'employer-c'],
    ]);
  });

  it('are as they were known on a day: from the day they were recorded to the day before they were taken back', async () => {
    const later = registered();
    const on = (instant: string) => {
      const told = new Story(instant);
      return (
        id: string,
        event: ReturnType<typeof marked> | ReturnType<typeof unmarked>,
        revision: number,
      ) => {
        told.tell('employer', id, event);
        const [last] = told.events.slice(-1);
        if (last) later.events.push({ ...last, revision });
      };
    };
    on('2026-04-10T22:30:00.000Z')('employer-b', marked('m-1', 'employer-a'), 1);
    on('2026-05-20T08:00:00.000Z')('employer-b', unmarked('m-1'), 2);
    on('2026-06-01T08:00:00.000Z')('employer-b', marked('m-2', 'employer-c'), 3);
    const { reader } = await projected(fixture, models, later.events);
    const known = async (knownOn?: '2026-04-10' | '2026-04-11' | '2026-05-19' | '2026-05-20') =>
      (await survivorsAmong(reader, ['employer-b'], knownOn)).get('employer-b');
    expect(await known('2026-04-10')).toBeUndefined();
    expect(await known('2026-04-11')).toBe('employer-a');
    expect(await known('2026-05-19')).toBe('employer-a');
    expect(await known('2026-05-20')).toBeUndefined();
    expect(await known()).toBe('employer-c');
  });

  it('say on the one that stays why, and why they were taken back', async () => {
    const story = registered()
      .tell('employer', 'employer-a', {
        type: 'EmployerMerged',
        data: { mergeId: 'm-1', duplicateId: 'employer-b', reason: sealed('twice') },
      })
      .tell('employer', 'employer-a', {
        type: 'EmployerMergeWithdrawn',
        data: { mergeId: 'm-1', reason: sealed('two sites') },
      });
    const { reader } = await projected(fixture, models, story.events);
    expect((await employerById(reader, 'employer-a'))?.merges).toEqual([
      {
        id: 'm-1',
        duplicateId: 'employer-b',
        reason: sealed('twice'),
        withdrawn: true,
        withdrawalReason: sealed('two sites'),
      },
    ]);
  });
});
