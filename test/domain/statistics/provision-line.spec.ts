import { describe, expect, it } from '@jest/globals';
import { daysOfMonth, provisionLineOf } from '../../../domain/statistics/provision-line.js';
import { grant, job, trajectory } from '../limits/facts-of.js';

const { facts } = trajectory({
  openedOn: '2024-01-31',
  closedOn: '2025-06-01',
  placements: [job('a', 'X', '2024-02-01')],
  grants: [
    grant('g', '2024-02-01', '2024-07-31', { decidedOn: '2024-03-01' }),
    grant('h', '2024-08-01', '2025-01-31', { decidedOn: '2024-08-20' }),
  ],
});

describe('a line of provision type 30 (CBS, SRG)', () => {
  it('has the fields of the municipal data model, and nothing of a person', () => {
    expect(provisionLineOf(facts, '2024-03')).toEqual({
      registrationNumber: 'trajectory',
      typeCode: '30',
      description: 'Jobcoach/begeleiding op de werkplek',
      startsOn: '2024-01-31',
      expectedEndOn: '2024-07-31',
      endedOn: null,
    });
  });

  it.each([
    ['2023-12', false],
    ['2024-01', true],
    ['2025-05', true],
    ['2025-06', true],
    ['2025-07', false],
  ] as const)('is there in %s: %s', (month, there) => {
    expect(provisionLineOf(facts, month) !== null).toBe(there);
  });

  it('is as things stood on the last day of the month', () => {
    expect(provisionLineOf(facts, '2024-02')?.expectedEndOn).toBeNull();
    expect(provisionLineOf(facts, '2024-07')?.expectedEndOn).toBe('2024-07-31');
    expect(provisionLineOf(facts, '2024-08')?.expectedEndOn).toBe('2025-01-31');
    expect(provisionLineOf(facts, '2025-05')?.endedOn).toBeNull();
    expect(provisionLineOf(facts, '2025-06')?.endedOn).toBe('2025-06-01');
  });

  it('expects the end that a revision gave', () => {
    const [first] = facts.grants;
    const decision = first?.decisions[0];
    if (first === undefined || decision === undefined) throw new Error('no grant');
    const revised = { ...decision, decidedOn: '2024-05-01', to: '2024-05-31' } as const;
    const withRevision = { ...facts, grants: [{ ...first, decisions: [decision, revised] }] };
    expect(provisionLineOf(withRevision, '2024-04')?.expectedEndOn).toBe('2024-07-31');
    expect(provisionLineOf(withRevision, '2024-05')?.expectedEndOn).toBe('2024-05-31');
  });

  it('is for whole months', () => {
    expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOfMonth('2025-12')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});
