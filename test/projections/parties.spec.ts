import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import { candidateProjection } from '../../projections/candidate/candidate.projection.js';
import {
  candidatesById,
  candidatesByReference,
  candidatesOfReferences,
  candidatesPage,
  trajectoriesOfCandidates,
} from '../../projections/candidate/candidate.query.js';
import { coachProjection } from '../../projections/coach/coach.projection.js';
import { coachById, coachesById, coachesByName, coachesPage } from '../../projections/coach/coach.query.js';
import { employerProjection } from '../../projections/employer/employer.projection.js';
import {
  employerById,
  employersById,
  employersByName,
  employersPage,
} from '../../projections/employer/employer.query.js';
import { funderProjection } from '../../projections/funder/funder.projection.js';
import {
  funderById,
  fundersById,
  fundersByName,
  fundersPage,
} from '../../projections/funder/funder.query.js';
import { organisationProjection } from '../../projections/organisation/organisation.projection.js';
import {
  organisationById,
  organisationsByName,
  organisationsPage,
} from '../../projections/organisation/organisation.query.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { factsOfCandidates } from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const indexOf = (text: string) => `index of ${JSON.stringify(sealed(text))}`;

describe('funders', () => {
  it('have every version of their rules in order, and are found by id and by name', async () => {
    const story = new Story()
      .tell('funder', 'funder-1', {
        type: 'FunderRegistered',
        data: { name: ' Gouda ', kind: 'municipality' },
      })
      .tell('funder', 'funder-1', {
        type: 'RuleSetAdopted',
        data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
      })
      .tell('funder', 'funder-1', {
        type: 'RuleSetAdopted',
        data: { version: 2, effectiveOn: '2026-01-01', ruleSet: PRESETS['municipal-3y'] },
      })
      .tell('funder', 'funder-2', { type: 'FunderRegistered', data: { name: 'UWV', kind: 'uwv' } });
    const { reader } = await projected(fixture, [funderProjection], story.events);
    expect(await funderById(reader, 'funder-1')).toEqual({
      id: 'funder-1',
      name: ' Gouda ',
      kind: 'municipality',
      ruleSets: [
        { version: 1, effectiveOn: null, ruleSet: PRESETS['municipal-2y'] },
        { version: 2, effectiveOn: '2026-01-01', ruleSet: PRESETS['municipal-3y'] },
      ],
      revision: 2,
    });
    expect(await fundersByName(reader, 'Gouda')).toMatchObject([{ id: 'funder-1' }]);
    expect(await fundersByName(reader, 'gouda')).toEqual([]);
    expect(await fundersPage(reader, { after: 'funder-1', limit: 5 })).toMatchObject([{ id: 'funder-2' }]);
    expect(await fundersById(reader, ['funder-2', 'none'])).toMatchObject([{ id: 'funder-2' }]);
    expect(await fundersById(reader, [])).toEqual([]);
  });
});

describe('organisations', () => {
  it('have their recognitions, an ended one with its last day', async () => {
    const recognition = { kind: 'Blik op Werk', issuer: 'Blik op Werk', from: '2024-01-01' } as const;
    const story = new Story()
      .tell('organisation', 'organisation-1', {
        type: 'OrganisationRegistered',
        data: { name: 'Cafe\u0301 Werk', kvkNumber: '12345678' },
      })
      .tell('organisation', 'organisation-1', {
        type: 'OrganisationRecognised',
        data: { recognitionId: 'recognition-1', ...recognition },
      })
      .tell('organisation', 'organisation-1', {
        type: 'OrganisationRecognitionEnded',
        data: { recognitionId: 'recognition-1', endedOn: '2024-06-30', reason: 'stopped' },
      });
    const { reader } = await projected(fixture, [organisationProjection], story.events);
    expect(await organisationById(reader, 'organisation-1')).toEqual({
      id: 'organisation-1',
      name: 'Cafe\u0301 Werk',
      kvkNumber: '12345678',
      recognitions: [{ id: 'recognition-1', ...recognition, until: null, endedOn: '2024-06-30' }],
      complaints: [],
      revision: 2,
    });
    expect(await organisationsByName(reader, 'Caf\u00e9 Werk')).toHaveLength(1);
    expect(await organisationsPage(reader, { limit: 5 })).toHaveLength(1);
  });
});

describe('employers', () => {
  it('are found by id, by ids, by name and in pages', async () => {
    const story = new Story();
    for (const number of [1, 2, 3]) {
      const data = { name: number === 3 ? 'Bakker' : 'Kwekerij' };
      story.tell('employer', `employer-${number}`, { type: 'EmployerRegistered', data });
    }
    const { reader } = await projected(fixture, [employerProjection], story.events);
    expect(await employerById(reader, 'employer-3')).toEqual({
      id: 'employer-3',
      name: 'Bakker',
      kvkNumber: null,
      contactPersons: [],
      preferredCoaches: [],
      merges: [],
      mergedInto: null,
      revision: 0,
    });
    expect((await employersByName(reader, 'Kwekerij ')).map(({ id }) => id)).toEqual([
      'employer-1',
      'employer-2',
    ]);
    expect((await employersPage(reader, { after: 'employer-1', limit: 1 })).map(({ id }) => id)).toEqual([
      'employer-2',
    ]);
    expect(await employersById(reader, ['employer-1', 'employer-3'])).toHaveLength(2);
    expect(await employersById(reader, [])).toEqual([]);
  });
});

describe('coaches', () => {
  it('have where they work over time, recognitions, ties and absences, and a sealed name', async () => {
    const registered = (name: string) =>
      ({ type: 'CoachRegistered', data: { name: sealed(name), organisationId: 'organisation-1' } }) as const;
    const story = new Story()
      .tell('coach', 'coach-1', registered('Ada'))
      .tell('coach', 'coach-2', registered('Bo'))
      .tell('coach', 'coach-1', {
        type: 'CoachEmployed',
        data: { employmentId: 'employment-1', organisationId: 'organisation-2', from: '2025-01-01' },
      })
      .tell('coach', 'coach-1', {
        type: 'CoachRecognised',
        data: {
          recognitionId: 'recognition-1',
          kind: 'register',
          issuer: 'RJ',
          from: '2024-01-01',
          until: '2025-12-31',
        },
      })
      .tell('coach', 'coach-1', {
        type: 'CoachRecognitionEnded',
        data: { recognitionId: 'recognition-1', endedOn: '2025-03-31', reason: sealed('reason') },
      })
      .tell('coach', 'coach-1', {
        type: 'TieDeclared',
        data: { tieId: 'tie-1', kind: 'family', employerId: 'employer-1', from: '2024-01-01' },
      })
      .tell('coach', 'coach-1', { type: 'CoachAway', data: { absenceId: 'absence-1', from: '2025-05-01' } });
    const { reader } = await projected(fixture, [coachProjection], story.events);
    expect(await coachById(reader, 'coach-1')).toEqual({
      id: 'coach-1',
      name: sealed('Ada'),
      organisationId: 'organisation-2',
      employments: [
        { id: 'coach-1', organisationId: 'organisation-1', from: null },
        { id: 'employment-1', organisationId: 'organisation-2', from: '2025-01-01' },
      ],
      recognitions: [
        {
          id: 'recognition-1',
          kind: 'register',
          issuer: 'RJ',
          from: '2024-01-01',
          until: '2025-12-31',
          endedOn: '2025-03-31',
        },
      ],
      ties: [
        {
          id: 'tie-1',
          kind: 'family',
          candidateId: null,
          employerId: 'employer-1',
          from: '2024-01-01',
          until: null,
        },
      ],
      away: [
        {
          id: 'absence-1',
          from: '2025-05-01',
          until: null,
          recorded: [{ from: '2025-05-01', until: null, recordedAt: '2026-01-02T10:00:00.000Z' }],
        },
      ],
      revision: 5,
    });
    expect(await coachesByName(reader, indexOf('Ada'))).toMatchObject([{ id: 'coach-1' }]);
    expect(await coachesByName(reader, indexOf('Ada'), 'organisation-1')).toEqual([]);
    expect(await coachesPage(reader, { after: 'coach-1', limit: 5 })).toHaveLength(1);
    expect(await coachesById(reader, ['coach-1'])).toHaveLength(1);
    expect(await coachesById(reader, [])).toEqual([]);
  });

  it('are found at an organisation until their last day there, and from the moment they are to come', async () => {
    const employed = (employmentId: string, organisationId: string, from: CalendarDate) =>
      ({ type: 'CoachEmployed', data: { employmentId, organisationId, from } }) as const;
    const registered = {
      type: 'CoachRegistered',
      data: { name: sealed('Ada'), organisationId: 'organisation-1' },
    } as const;
    const story = new Story()
      .tell('coach', 'coach-1', registered)
      .tell('coach', 'coach-1', employed('employment-3', 'organisation-1', '2026-01-01'))
      .tell('coach', 'coach-1', employed('employment-1', 'organisation-2', '2025-01-01'))
      .tell('coach', 'coach-2', registered)
      .tell('coach', 'coach-2', employed('employment-5', 'organisation-2', '2025-07-01'))
      .tell('coach', 'coach-2', employed('employment-4', 'organisation-3', '2025-07-01'));
    const { reader } = await projected(fixture, [coachProjection], story.events);
    const at = async (organisationId: string, on: CalendarDate) =>
      (await coachesPage(reader, { worksFor: { organisationId, on }, limit: 5 })).map(({ id }) => id);
    expect(await at('organisation-1', '2025-06-30')).toEqual(['coach-1', 'coach-2']);
    expect(await at('organisation-1', '2025-07-01')).toEqual(['coach-1']);
    expect(await at('organisation-2', '2024-01-01')).toEqual(['coach-1', 'coach-2']);
    expect(await at('organisation-2', '2025-12-31')).toEqual(['coach-1']);
    expect(await at('organisation-2', '2026-01-01')).toEqual([]);
    // Of two employments from the same day the one with the smaller id counts.
    expect(await at('organisation-3', '2030-01-01')).toEqual(['coach-2']);
    const page = { worksFor: { organisationId: 'organisation-1', on: '2025-01-01' as const }, limit: 1 };
    expect(await coachesPage(reader, page)).toMatchObject([{ id: 'coach-1' }]);
    expect(await coachesPage(reader, { ...page, after: 'coach-1' })).toMatchObject([{ id: 'coach-2' }]);
  });
});

describe('candidates', () => {
  const story = () => {
    const told = new Story();
    for (const [number, organisationId] of ['organisation-1', 'organisation-2'].entries()) {
      told.tell('candidate', `candidate-${number + 1}`, {
        type: 'CandidateRegistered',
        data: { name: sealed('name'), reference: sealed('K-001'), organisationId },
      });
    }
    return told
      .tell('candidate', 'candidate-3', {
        type: 'CandidateRegistered',
        data: {
          name: sealed('other'),
          reference: sealed('K-002'),
          contact: sealed('contact') as never,
          funderId: 'funder-1',
        },
      })
      .trajectory('trajectory-1', opened());
  };
  const models = [candidateProjection, trajectoryProjection];

  it('are found by reference, which is unique within an organisation only', async () => {
    const { reader } = await projected(fixture, models, story().events);
    expect(await candidatesByReference(reader, indexOf('K-001'))).toHaveLength(2);
    expect(
      await candidatesByReference(reader, indexOf('K-001'), { organisationId: 'organisation-2' }),
    ).toMatchObject([{ id: 'candidate-2' }]);
    expect(await candidatesByReference(reader, indexOf('K-002'), { funderId: 'funder-1' })).toHaveLength(1);
    expect(await candidatesByReference(reader, 'K-001')).toEqual([]);
  });

  it('are found by an equal reference, and have what they stated with corrections in place', async () => {
    const told = story();
    const consent = {
      consentId: 'consent-1',
      purpose: sealed('talk'),
      given: true,
      on: '2025-01-02',
    } as const;
    told
      .tell('candidate', 'candidate-1', { type: 'ConsentStated', data: consent })
      .tell('candidate', 'candidate-1', {
        type: 'ConsentCorrected',
        data: { consentId: 'consent-1', given: false, reason: sealed('why') },
      })
      .tell('candidate', 'candidate-1', {
        type: 'ContactPreferenceStated',
        data: { preferenceId: 'preference-1', channel: 'phone' },
      });
    const { reader } = await projected(fixture, models, told.events);
    const [candidate] = await candidatesById(reader, ['candidate-1']);
    expect(candidate).toMatchObject({
      consents: [{ id: 'consent-1', purpose: sealed('talk'), given: false, on: '2025-01-02' }],
      contactChannel: 'phone',
      revision: 3,
    });
    const alike = await candidatesOfReferences(reader, [indexOf('K-001')]);
    expect(alike.map(({ id }) => id)).toEqual(['candidate-1', 'candidate-2']);
    expect(await candidatesOfReferences(reader, [])).toEqual([]);
  });

  it('keep what identifies them sealed, and are listed with their trajectories', async () => {
    const { reader } = await projected(fixture, models, story().events);
    const [candidate, ...others] = await candidatesById(reader, ['candidate-3', 'nobody']);
    expect(others).toEqual([]);
    expect(await candidatesById(reader, [])).toEqual([]);
    expect(candidate).toEqual({
      id: 'candidate-3',
      name: sealed('other'),
      reference: sealed('K-002'),
      contact: sealed('contact'),
      legalRepresentative: null,
      organisationId: null,
      funderId: 'funder-1',
      referenceIndex: indexOf('K-002'),
      consents: [],
      contactChannel: null,
      merges: [],
      revision: 0,
    });
    const page = await candidatesPage(reader, { organisationId: 'organisation-1', limit: 5 });
    expect(page.map(({ id }) => id)).toEqual(['candidate-1']);
    expect(await candidatesPage(reader, { after: 'candidate-1', limit: 5 })).toHaveLength(2);
    expect(await candidatesPage(reader, { funderId: 'funder-1', limit: 5 })).toHaveLength(1);
    expect(await trajectoriesOfCandidates(reader, ['candidate-1', 'candidate-2'])).toEqual([
      {
        id: 'trajectory-1',
        candidateId: 'candidate-1',
        funderId: 'funder-1',
      },
    ]);
    expect(await trajectoriesOfCandidates(reader, [])).toEqual([]);
    expect(await factsOfCandidates(reader, ['candidate-1', 'candidate-2'])).toMatchObject([
      { id: 'trajectory-1', candidateId: 'candidate-1', assignments: [] },
    ]);
    expect(await factsOfCandidates(reader, [])).toEqual([]);
  });
});
