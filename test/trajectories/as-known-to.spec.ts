import { describe, expect, it } from '@jest/globals';
import type { RecordingAsker } from '../../src/recording/actor.js';
import { survivorsOf } from '../../src/recording/survivors-of.js';
import { asKnownTo } from '../../src/trajectories/commands/act-on-trajectory/as-known-to.js';
import { job, trajectory } from '../domain/limits/facts-of.js';

/** Streams of which only these are duplicates, each of the one named. */
const streams = (marks: Readonly<Record<string, string>>) => ({
  load: async (id: string) => ({
    state: {
      mark: marks[id] === undefined ? undefined : { mergeId: `merge of ${id}`, survivorId: marks[id] },
    },
  }),
});

const recorders = {
  candidates: streams({ 'candidate-2': 'candidate', 'candidate-3': 'candidate-2' }),
  employers: streams({ 'bakery-2': 'bakery' }),
} as unknown as Parameters<typeof asKnownTo>[2];

const { facts } = trajectory({ placements: [job('a', 'bakery-2', '2024-01-08')] });
const known = (asker: Omit<RecordingAsker, 'subject'>) =>
  asKnownTo(facts, { subject: 's', ...asker }, recorders);

describe('who asks, as a trajectory knows them', () => {
  it('is the candidate under whichever registration, and nobody else', async () => {
    for (const candidateId of ['candidate', 'candidate-2', 'candidate-3']) {
      expect(await known({ role: 'candidate', candidateId })).toMatchObject({ candidateId: 'candidate' });
    }
    expect(await known({ role: 'candidate', candidateId: 'other' })).toMatchObject({ candidateId: 'other' });
    expect(await known({ role: 'candidate' })).toEqual({ subject: 's', role: 'candidate' });
  });

  it('is an employer of it under whichever registration, and no other', async () => {
    for (const employerId of ['bakery', 'bakery-2']) {
      expect(await known({ role: 'employer', employerId })).toMatchObject({ employerId: 'bakery-2' });
    }
    expect(await known({ role: 'employer', employerId: 'garage' })).toMatchObject({ employerId: 'garage' });
  });

  it('stays who they are in every other role', async () => {
    const coach = { subject: 's', role: 'coach', coachId: 'coach', candidateId: 'candidate-2' } as const;
    expect(await asKnownTo(facts, coach, recorders)).toBe(coach);
  });
});

describe('the merges that a decision goes by', () => {
  it('are those of the streams named, over every step', async () => {
    expect([...(await survivorsOf(recorders.candidates, ['candidate-3', 'candidate-3', 'other']))]).toEqual([
      ['candidate-3', 'candidate-2'],
      ['candidate-2', 'candidate'],
    ]);
    expect(await survivorsOf(recorders.candidates, [])).toEqual(new Map());
  });
});
