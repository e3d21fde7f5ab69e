import { describe, expect, it } from '@jest/globals';
import { type JobChangeOverviewInput, jobChangeOverview } from '../../../domain/continuity/index.js';
import type { Application } from '../../../domain/trajectory/facts.js';
import { grant, job, trajectory } from './candidate.js';

const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-01')];
type Given = Parameters<typeof trajectory>[0];
const overview = (given: Given, more: Partial<JobChangeOverviewInput> = {}) =>
  jobChangeOverview({
    on: '2024-04-02',
    trajectory: trajectory({ placements, ...given }),
    continued: [],
    carryings: [],
    ...more,
  });
const application = (more: Partial<Application>): Application => ({
  id: 'application',
  kind: 'first',
  receivedOn: '2024-04-02',
  ...more,
});

describe('without a job change', () => {
  it('there is nothing to do again', () => {
    const none = { carried: [], toApplyFor: [], toAgree: [], toAgreeWhy: null, toContact: [] };
    expect(overview({ preset: 'uwv-2014', placements: placements.slice(0, 1) })).toEqual(none);
    expect(overview({ preset: 'uwv-2014' }, { on: '2024-03-31' })).toEqual(none);
  });
});

describe('what is to be applied for', () => {
  const old = grant('g', '2024-01-01', '2024-06-30');
  const first = [expect.objectContaining({ kind: 'first', dueOn: '2024-04-29' })];

  it('is a first application within 28 days of the start, where terms are counted per employer', () => {
    expect(overview({ preset: 'uwv-2014', grants: [old] }).toApplyFor).toEqual(first);
  });

  it('is nothing once a grant for the new employer was decided, also when it begins later', () => {
    const grants = [old, grant('h', '2024-04-15', '2024-09-30', { decidedOn: '2024-04-10' })];
    expect(overview({ preset: 'uwv-2014', grants }).toApplyFor).toEqual(first);
    expect(overview({ preset: 'uwv-2014', grants }, { on: '2024-04-10' }).toApplyFor).toEqual([]);
  });

  it('is a change of the grant that covers the new job, where one term runs over all employers', () => {
    expect(overview({ grants: [old] }).toApplyFor).toMatchObject([{ kind: 'change', dueOn: '2024-04-29' }]);
  });

  it('is the follow-on of the last grant, where that ended before the new job began', () => {
    const grants = [grant('h', '2023-10-01', '2024-03-15'), grant('g', '2023-04-01', '2023-09-30')];
    expect(overview({ grants }).toApplyFor).toMatchObject([{ kind: 'follow-on', dueOn: '2024-04-12' }]);
  });

  it('is a first application where there was no grant at all', () => {
    expect(overview({}).toApplyFor).toEqual(first);
  });

  it('says which rules it follows from, and what no source says', () => {
    const [asked] = overview({ preset: 'uwv-2014', grants: [old] }).toApplyFor;
    expect(asked?.why).toMatchObject({
      path: 'clock.newEmployer',
      version: 1,
      ruleSet: 'uwv-2014',
      inference: false,
    });
    expect(asked?.why.source).toContain('A.4.2');
    expect(asked?.term).toMatchObject({ path: 'deadlines.firstApplication', inference: false });
    const [change] = overview({ grants: [old] }).toApplyFor;
    expect(change?.term).toMatchObject({ path: 'deadlines.firstApplication', inference: true });
    const [followOn] = overview({ grants: [grant('h', '2023-10-01', '2024-03-15')] }).toApplyFor;
    expect(followOn?.term).toMatchObject({ path: 'deadlines.followOnApplication' });
  });

  it('is nothing once it was received, for the new placement or for none in particular', () => {
    const open = (more: Partial<Application>) =>
      overview({ preset: 'uwv-2014', applications: [application(more)] }).toApplyFor;
    expect(open({})).toEqual([]);
    expect(open({ placementId: '2' })).toEqual([]);
    expect(open({ receivedOn: '2024-03-20' })).toEqual([]);
    expect(open({ placementId: '1' })).toEqual(first);
    expect(open({ receivedOn: '2024-04-03' })).toEqual(first);
    expect(open({ receivedOn: '2024-01-10', decidedOn: '2024-02-01' })).toEqual(first);
    expect(open({ kind: 'follow-on' })).toEqual(first);
    expect(open({ kind: 'extension' })).toEqual(first);
  });

  it('is nothing while a follow-on is undecided, where one term runs over all employers', () => {
    const applications = [application({ kind: 'follow-on', receivedOn: '2024-03-20' })];
    expect(overview({ applications }).toApplyFor).toEqual([]);
  });
});

describe('what moved along', () => {
  const carryings = [
    { fitIds: ['f2', 'f1'], toPlacementId: '2', on: '2024-04-01' },
    { fitIds: ['f1', 'f3'], toPlacementId: '2', on: '2024-04-03' },
    { fitIds: ['f4'], toPlacementId: '1', on: '2024-01-01' },
  ] as const;

  it('are the fit notes carried to the new job by that day, each once', () => {
    expect(overview({}, { carryings }).carried).toEqual(['f1', 'f2']);
    expect(overview({}, { carryings, on: '2024-04-03' }).carried).toEqual(['f1', 'f2', 'f3']);
  });
});

describe('who has to agree again', () => {
  const everybody = ['candidate', 'employer', 'funder', 'coach'];

  it('is every party until all have agreed a plan drafted since the new job began', () => {
    const plan = (draftedOn: '2024-03-31' | '2024-04-01', agreedByAllOn?: '2024-04-02' | '2024-04-03') =>
      overview({ plans: [{ version: 2, draftedOn, ...(agreedByAllOn && { agreedByAllOn }) }] }).toAgree;
    expect(overview({}).toAgree).toEqual(everybody);
    expect(overview({}).toAgreeWhy).toMatchObject({ path: 'deadlines.planAgreement' });
    expect(plan('2024-04-01')).toEqual(everybody);
    expect(plan('2024-03-31', '2024-04-02')).toEqual(everybody);
    expect(plan('2024-04-01', '2024-04-03')).toEqual(everybody);
    expect(plan('2024-04-01', '2024-04-02')).toEqual([]);
  });
});

describe('who has to be spoken to', () => {
  const contact = (employerId: string, on: '2024-03-31' | '2024-04-01' | '2024-04-03') =>
    ({ id: 'c', employerId, on, minutes: 10, kind: 'check-in' }) as const;

  it('is the new employer until there was a contact since the new start', () => {
    const toContact = (...employerContacts: ReturnType<typeof contact>[]) =>
      overview({}, { trajectory: { ...trajectory({ placements }), employerContacts } }).toContact;
    expect(toContact()).toEqual(['B']);
    expect(toContact(contact('B', '2024-03-31'), contact('A', '2024-04-01'))).toEqual(['B']);
    expect(toContact(contact('B', '2024-04-03'))).toEqual(['B']);
    expect(toContact(contact('B', '2024-04-01'))).toEqual([]);
  });
});

describe('a job change over two trajectories', () => {
  const first = trajectory({ id: 'first', placements: placements.slice(0, 1) });
  const second = { id: 'second', continues: 'first', placements: placements.slice(1) };

  it('is seen in the one that holds the new job, when it continues the other', () => {
    expect(overview(second, { continued: [first] }).toApplyFor).toMatchObject([
      { kind: 'first', dueOn: '2024-04-29' },
    ]);
    expect(overview({ ...second, continues: undefined } as Given, { continued: [first] }).toApplyFor).toEqual(
      [],
    );
  });
});
