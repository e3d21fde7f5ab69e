import { describe, expect, it } from '@jest/globals';
import { type CoachAbsences, coverGaps, reachableOn } from '../../../domain/reachable/index.js';
import type { CalendarDate, Days } from '../../../domain/shared/calendar.js';
import type { Assignment, Naming, Substitution } from '../../../domain/trajectory/facts.js';

interface Given {
  readonly closedOn?: CalendarDate;
  readonly assignments?: readonly Assignment[];
  readonly substitutions?: readonly Substitution[];
  readonly namings?: readonly Naming[];
}

const own: Assignment = { id: 'a', coachId: 'coach', from: '2024-01-01' };
const trajectory = (given: Given) => ({
  openedOn: '2024-01-01' as const,
  assignments: [own],
  substitutions: [],
  namings: [],
  ...given,
});
const away = (days: { readonly [coachId: string]: readonly Days[] }): CoachAbsences =>
  new Map(Object.entries(days));
const inMay = away({ coach: [{ from: '2024-05-06', to: '2024-05-17' }] });
const standIn = (from: CalendarDate, until?: CalendarDate): Substitution => ({
  id: 's',
  coachId: 'substitute',
  from,
  ...(until && { until }),
});
const gaps = (given: Given, absences: CoachAbsences = away({})) => coverGaps(trajectory(given), absences);

describe('a trajectory whose coach is there', () => {
  it('has no gap', () => {
    expect(gaps({})).toEqual([]);
  });
});

describe('a trajectory whose coach is away', () => {
  it('has a gap of exactly those days when nobody covers', () => {
    expect(gaps({}, inMay)).toEqual([{ from: '2024-05-06', to: '2024-05-17' }]);
  });

  it('has none when a substitute covers all of them, and the rest when not', () => {
    expect(gaps({ substitutions: [standIn('2024-05-06', '2024-05-17')] }, inMay)).toEqual([]);
    expect(gaps({ substitutions: [standIn('2024-05-07', '2024-05-15')] }, inMay)).toEqual([
      { from: '2024-05-06', to: '2024-05-06' },
      { from: '2024-05-16', to: '2024-05-17' },
    ]);
  });

  it('has a gap when the substitute is away too', () => {
    const both = away({
      coach: [{ from: '2024-05-06', to: '2024-05-17' }],
      substitute: [{ from: '2024-05-10' }],
    });
    expect(gaps({ substitutions: [standIn('2024-05-06')] }, both)).toEqual([
      { from: '2024-05-10', to: '2024-05-17' },
    ]);
  });

  it('has one gap over absences that follow each other, and no end where none is known', () => {
    const twice = away({ coach: [{ from: '2024-05-11' }, { from: '2024-05-06', to: '2024-05-10' }] });
    expect(gaps({}, twice)).toEqual([{ from: '2024-05-06' }]);
  });

  it('is covered by the coach who took over', () => {
    const next: Assignment = { id: 'b', coachId: 'next', from: '2024-05-10', byHandover: true };
    expect(gaps({ assignments: [own, next] }, inMay)).toEqual([{ from: '2024-05-06', to: '2024-05-09' }]);
  });
});

describe('a trajectory that nobody is assigned to', () => {
  it('has a gap from the opening to the first assignment, and after the last', () => {
    const assignments: Assignment[] = [{ ...own, from: '2024-02-01', until: '2024-03-31' }];
    expect(gaps({ assignments })).toEqual([{ from: '2024-01-01', to: '2024-01-31' }, { from: '2024-04-01' }]);
  });

  it('has no gap before it opened or after it closed', () => {
    const assignments: Assignment[] = [{ ...own, from: '2023-01-01', until: '2024-03-31' }];
    expect(gaps({ assignments, closedOn: '2024-06-30' })).toEqual([{ from: '2024-04-01', to: '2024-06-30' }]);
    expect(gaps({ assignments, closedOn: '2024-03-31' })).toEqual([]);
  });
});

describe('who can be called', () => {
  const on = (day: CalendarDate, given: Given = {}, absences = inMay) =>
    reachableOn(day, trajectory(given), absences);

  it('is the assigned coach, away or not, and the gap that runs or is to come', () => {
    const gap = { from: '2024-05-06', to: '2024-05-17' };
    expect(on('2024-05-05')).toMatchObject({ coach: { coachId: 'coach', away: null }, gap });
    expect(on('2024-05-17')).toMatchObject({ coach: { coachId: 'coach', away: gap }, gap });
    expect(on('2024-05-18')).toMatchObject({ coach: { coachId: 'coach', away: null }, gap: null });
  });

  it('is the substitute who is there, of several', () => {
    const substitutions = [
      standIn('2024-05-06'),
      { id: 't', coachId: 'another', from: '2024-05-06' } as const,
    ];
    expect(on('2024-05-06', { substitutions }).substitute).toEqual({ coachId: 'another', away: null });
    const absences = away({ another: [{ from: '2024-05-06' }] });
    expect(on('2024-05-06', { substitutions }, absences).substitute).toEqual({
      coachId: 'substitute',
      away: null,
    });
    expect(on('2024-05-05', { substitutions }).substitute).toBeNull();
  });

  it('is the case director who was named last, and never the case manager', () => {
    const namings: Naming[] = [
      { id: '3', role: 'case-manager', from: '2024-03-01' },
      { id: '2', role: 'case-director', from: '2024-02-01' },
      { id: '1', role: 'case-director', from: '2024-02-01' },
      { id: '0', role: 'case-director', from: '2024-01-01' },
    ];
    expect(on('2024-01-31', { namings }).caseDirectorNamingId).toBe('0');
    expect(on('2024-04-01', { namings }).caseDirectorNamingId).toBe('1');
    expect(on('2023-12-31', { namings }).caseDirectorNamingId).toBeNull();
  });

  it('is nobody of a trajectory that is closed or has not opened', () => {
    const nobody = { coach: null, substitute: null };
    expect(on('2023-12-31')).toMatchObject(nobody);
    expect(on('2024-03-01', { closedOn: '2024-02-29' })).toMatchObject({ ...nobody, gap: null });
  });
});
