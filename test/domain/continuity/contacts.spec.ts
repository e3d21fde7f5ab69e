import { describe, expect, it } from '@jest/globals';
import { employerContact, job, jobChange, session } from './candidate.js';

const LATER = '2024-12-31';
const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-11')];

describe('the first contact after the new start (reading 27)', () => {
  it('is a session of the coach or a substitute on or after the new first day', () => {
    const sessions = [session('2024-04-10'), session('2024-04-20'), session('2024-04-11', 'stand-in')];
    expect(jobChange({ placements, sessions }, LATER).firstContactOn).toBe('2024-04-11');
  });

  it('has no upper bound but the day the calendar stands on', () => {
    const sessions = [session('2024-11-30')];
    expect(jobChange({ placements, sessions }, '2024-11-29').firstContactOn).toBeNull();
    expect(jobChange({ placements, sessions }, '2024-11-30').firstContactOn).toBe('2024-11-30');
  });

  it('is no withdrawn session and no contact with the employer', () => {
    const sessions = [session('2024-04-12', 'coach', true)];
    const employerContacts = [employerContact('B', '2024-04-13')];
    expect(jobChange({ placements, sessions, employerContacts }, LATER).firstContactOn).toBeNull();
  });
});

describe('the first contact with the new employer (reading 27)', () => {
  it('is with that employer, from the new first day on', () => {
    const employerContacts = [
      employerContact('B', '2024-04-10'),
      employerContact('A', '2024-04-12'),
      employerContact('B', '2024-05-02'),
      employerContact('B', '2024-05-01'),
    ];
    const at = (on: '2024-04-30' | '2024-05-01') =>
      jobChange({ placements, employerContacts }, on).firstEmployerContactOn;
    expect(at('2024-05-01')).toBe('2024-05-01');
    expect(at('2024-04-30')).toBeNull();
  });
});

describe('the days without a contact (reading 28)', () => {
  const days = (...sessions: ReturnType<typeof session>[]) =>
    jobChange({ placements, sessions }, LATER).daysWithoutContact;

  it('lie between the last contact in the old job and the first in the new one, neither counted', () => {
    expect(days(session('2024-03-31'), session('2024-04-11'))).toBe(10);
    expect(days(session('2024-03-30'), session('2024-03-21'), session('2024-04-12'))).toBe(12);
  });

  it('are the longest run, where there was a contact between the jobs', () => {
    expect(days(session('2024-03-31'), session('2024-04-03'), session('2024-04-11'))).toBe(7);
  });

  it('begin with the old stay when there was no contact before', () => {
    expect(days(session('2024-04-11'))).toBe(101);
  });

  it('run to the day the calendar stands on while there is no contact after, that day not counted', () => {
    const sessions = [session('2024-03-31')];
    expect(jobChange({ placements, sessions }, '2024-04-11').daysWithoutContact).toBe(10);
    expect(jobChange({ placements, sessions }, '2024-04-30').daysWithoutContact).toBe(29);
  });

  it('see no contact in a withdrawn session', () => {
    expect(days(session('2024-03-31'), session('2024-04-03', 'coach', true), session('2024-04-11'))).toBe(10);
  });

  it('end, where the jobs overlap, at the first contact in the new job', () => {
    const overlapping = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-03-11')];
    const sessions = [session('2024-03-10'), session('2024-03-15'), session('2024-04-30')];
    expect(jobChange({ placements: overlapping, sessions }, LATER).daysWithoutContact).toBe(4);
  });
});
