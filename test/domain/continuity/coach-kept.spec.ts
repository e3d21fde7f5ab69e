import { describe, expect, it } from '@jest/globals';
import { continuityOf } from '../../../domain/continuity/index.js';
import { job, jobChange, session, trajectory } from './candidate.js';

const LATER = '2024-12-31';
const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-05')];
const stays = { id: 'a', coachId: 'coach', from: '2024-01-01' } as const;

describe('the coach at a job change (reading 26)', () => {
  it('is the same when one coach is assigned on the old last day and on the new first day', () => {
    expect(jobChange({ placements }, LATER).coachKept).toBe('same');
  });

  it('is another from a handover on the new first day, and was still the same a day earlier', () => {
    const handover = { id: 'b', coachId: 'other', from: '2024-04-05', byHandover: true } as const;
    expect(jobChange({ placements, assignments: [stays, handover] }, LATER).coachKept).toBe('other');
    const after = { ...handover, from: '2024-04-06' } as const;
    expect(jobChange({ placements, assignments: [stays, after] }, LATER).coachKept).toBe('same');
  });

  it('is another when nobody was assigned on the old last day', () => {
    const late = { ...stays, from: '2024-04-01' } as const;
    expect(jobChange({ placements, assignments: [late] }, LATER).coachKept).toBe('other');
  });

  it('is none when nobody is assigned on the new first day', () => {
    const ended = { ...stays, until: '2024-04-04' } as const;
    expect(jobChange({ placements, assignments: [ended] }, LATER).coachKept).toBe('none');
    const until = { ...stays, until: '2024-04-05' } as const;
    expect(jobChange({ placements, assignments: [until] }, LATER).coachKept).toBe('same');
  });

  it('is substituted when somebody stands in on the new first day, the last day included', () => {
    const standIn = { id: 's', coachId: 'stand-in', from: '2024-03-01' } as const;
    const on = (until: '2024-04-04' | '2024-04-05') =>
      jobChange({ placements, substitutions: [{ ...standIn, until }] }, LATER).coachKept;
    expect(on('2024-04-05')).toBe('substituted');
    expect(on('2024-04-04')).toBe('same');
  });

  it('is another, whoever stands in, when the assigned coach changed', () => {
    const handover = { id: 'b', coachId: 'other', from: '2024-04-01' } as const;
    const substitutions = [{ id: 's', coachId: 'coach', from: '2024-04-01' }] as const;
    expect(jobChange({ placements, assignments: [stays, handover], substitutions }, LATER).coachKept).toBe(
      'other',
    );
  });

  it('is the latest started of several, of those the one with the smaller id', () => {
    const assignments = [
      { ...stays, id: 'c' },
      { id: 'b', coachId: 'other', from: '2024-04-05' },
      { id: 'a', coachId: 'coach', from: '2024-04-05' },
    ] as const;
    expect(jobChange({ placements, assignments }, LATER).coachKept).toBe('same');
  });
});

describe('the coach of a candidate with several trajectories', () => {
  const [old, next] = placements;
  const first = trajectory({ id: 'first', placements: old ? [old] : [] });
  const kept = (second: Parameters<typeof trajectory>[0], before = first) =>
    continuityOf({
      on: LATER,
      trajectories: [before, trajectory({ id: 'second', ...second })],
    }).jobChanges.map(({ coachKept }) => coachKept);

  it('is kept across funders when both trajectories have the same one', () => {
    const assignments = [{ ...stays, id: 'b', from: '2024-04-05' }] as const;
    expect(kept({ funderId: 'next-funder', placements: next ? [next] : [], assignments })).toEqual(['same']);
  });

  it('is the one of the trajectory that holds the job, not of another funder beside it', () => {
    const beside = trajectory({
      id: 'beside',
      openedOn: '2024-04-01',
      assignments: [{ id: 'z', coachId: 'other', from: '2024-04-01' }],
    });
    const trajectories = [trajectory({ id: 'first', placements }), beside];
    expect(continuityOf({ on: LATER, trajectories }).jobChanges[0]?.coachKept).toBe('same');
  });

  it('is the one of an open trajectory, where the next one has nobody yet', () => {
    const late = [{ id: 'b', coachId: 'coach', from: '2024-05-01' }] as const;
    expect(kept({ placements: next ? [next] : [], assignments: late })).toEqual(['same']);
  });

  it('is nobody once the trajectory was closed and the next one has nobody yet', () => {
    const late = [{ id: 'b', coachId: 'coach', from: '2024-05-01' }] as const;
    const closed = trajectory({ id: 'first', placements: old ? [old] : [], closedOn: '2024-03-31' });
    expect(kept({ placements: next ? [next] : [], assignments: late }, closed)).toEqual(['none']);
  });
});

describe('a continuous job change (reading 29)', () => {
  const visits = (...days: ('2024-03-30' | '2024-04-19' | '2024-04-20' | '2024-04-10')[]) =>
    days.map((day) => session(day));

  it('has a session of the coach on day 14 at the latest', () => {
    expect(jobChange({ placements, sessions: visits('2024-03-30', '2024-04-19') }, LATER).continuous).toBe(
      true,
    );
    expect(jobChange({ placements, sessions: visits('2024-03-30', '2024-04-20') }, LATER).continuous).toBe(
      false,
    );
  });

  it('is undecided up to and including day 14, and then it is not', () => {
    const sessions = visits('2024-03-30');
    expect(jobChange({ placements, sessions }, '2024-04-19').continuous).toBeNull();
    expect(jobChange({ placements, sessions }, '2024-04-20').continuous).toBe(false);
  });

  it('is decided as soon as the coach had the session', () => {
    const sessions = visits('2024-03-30', '2024-04-10');
    expect(jobChange({ placements, sessions }, '2024-04-09').continuous).toBeNull();
    expect(jobChange({ placements, sessions }, '2024-04-10').continuous).toBe(true);
  });

  it('can no longer become so under another coach, or after 29 days without a contact', () => {
    const assignments = [stays, { id: 'b', coachId: 'other', from: '2024-04-05' }] as const;
    expect(
      jobChange({ placements, assignments, sessions: visits('2024-03-30') }, '2024-04-06').continuous,
    ).toBe(false);
    const sessions = [session('2024-03-11')];
    expect(jobChange({ placements, sessions }, '2024-04-09').continuous).toBeNull();
    expect(jobChange({ placements, sessions }, '2024-04-10').continuous).toBe(false);
  });

  it('allows 28 days without a contact and not 29', () => {
    const met = session('2024-04-10');
    expect(jobChange({ placements, sessions: [session('2024-03-12'), met] }, LATER)).toMatchObject({
      daysWithoutContact: 28,
      continuous: true,
    });
    expect(jobChange({ placements, sessions: [session('2024-03-11'), met] }, LATER)).toMatchObject({
      daysWithoutContact: 29,
      continuous: false,
    });
  });

  it('asks for the coach in person, when a substitute stands in', () => {
    const substitutions = [
      { id: 's', coachId: 'stand-in', from: '2024-04-01', until: '2024-04-30' },
    ] as const;
    const sessions = [session('2024-03-30'), session('2024-04-06', 'stand-in')];
    expect(jobChange({ placements, substitutions, sessions }, LATER).continuous).toBe(false);
    const own = [...sessions, session('2024-04-18')];
    expect(jobChange({ placements, substitutions, sessions: own }, LATER).continuous).toBe(true);
  });
});
