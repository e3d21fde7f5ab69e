import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { employerContactsProjection } from '../../projections/employer-contacts/employer-contacts.projection.js';
import { contactsOf, contactsPage } from '../../projections/employer-contacts/employer-contacts.query.js';
import type { ItemKind } from '../../projections/trajectory/item.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { itemsPage, trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const reason = sealed('reason');

async function after(...events: readonly TrajectoryEvent[]) {
  const story = new Story().trajectory('trajectory-1', opened(), ...events);
  const models = [trajectoryProjection, employerContactsProjection];
  return (await projected(fixture, models, story.events)).reader;
}

async function itemsOf(kind: ItemKind, ...events: readonly TrajectoryEvent[]) {
  const items = await itemsPage(await after(...events), 'trajectory-1', kind, { limit: 10 });
  return items.map(({ on, data }) => ({ listedOn: on, ...data }));
}

const incident: TrajectoryEvent = {
  type: 'IncidentReported',
  data: {
    incidentId: 'incident-1',
    on: '2024-04-10',
    employerId: 'employer-1',
    initiatedBy: 'employer',
    summary: sealed('incident'),
  },
};
const resolved: TrajectoryEvent = {
  type: 'IncidentResolved',
  data: { incidentId: 'incident-1', on: '2024-04-12', summary: sealed('resolution') },
};
const correctIncident = (changes: object): TrajectoryEvent => ({
  type: 'IncidentCorrected',
  data: { incidentId: 'incident-1', reason, ...changes },
});

describe('an incident as an item', () => {
  it('holds what was reported and how it was resolved, texts sealed', async () => {
    expect(await itemsOf('incident', incident, resolved)).toEqual([
      {
        listedOn: '2024-04-10',
        ...incident.data,
        resolvedOn: '2024-04-12',
        resolution: sealed('resolution'),
      },
    ]);
  });

  it('is as corrected, and without its resolution once that is reopened', async () => {
    const corrected = correctIncident({ on: '2024-04-09', employerId: null, summary: sealed('right') });
    const [item] = await itemsOf('incident', incident, resolved, corrected);
    expect(item).toMatchObject({
      listedOn: '2024-04-09',
      summary: sealed('right'),
      resolvedOn: '2024-04-12',
    });
    expect(item).not.toHaveProperty('employerId');
    expect(item).not.toHaveProperty('reason');
    await fixture.close();
    fixture = new ReadStoreFixture();
    const [reopened] = await itemsOf('incident', incident, resolved, correctIncident({ resolvedOn: null }));
    expect(reopened).not.toHaveProperty('resolvedOn');
    expect(reopened).not.toHaveProperty('resolution');
  });
});

describe('other items around the coaching', () => {
  it('hold a support need, a contact rhythm and a request with its answer', async () => {
    const db = await after(
      {
        type: 'SupportNeedSignalled',
        data: {
          needId: 'need-1',
          on: '2024-04-15',
          lifeDomain: sealed('finances'),
          referredTo: sealed('bank'),
        },
      },
      { type: 'SupportNeedCorrected', data: { needId: 'need-1', reason, on: '2024-04-16' } },
      { type: 'ContactRhythmAgreed', data: { rhythmId: 'rhythm-1', everyDays: 14, from: '2024-02-01' } },
      { type: 'ContactRhythmCorrected', data: { rhythmId: 'rhythm-1', reason, everyDays: 21 } },
      {
        type: 'CoachChangeRequested',
        data: { requestId: 'request-1', requestedOn: '2024-05-01', reason: sealed('why') },
      },
      {
        type: 'CoachChangeAnswered',
        data: { requestId: 'request-1', decision: 'granted', reason: sealed('answer'), on: '2024-05-08' },
      },
    );
    const one = async (kind: ItemKind) => (await itemsPage(db, 'trajectory-1', kind, { limit: 10 }))[0];
    expect(await one('support-need')).toMatchObject({
      on: '2024-04-16',
      data: { lifeDomain: sealed('finances'), referredTo: sealed('bank') },
    });
    expect(await one('contact-rhythm')).toMatchObject({ on: '2024-02-01', data: { everyDays: 21 } });
    expect(await one('coach-change-request')).toMatchObject({
      on: '2024-05-01',
      data: {
        reason: sealed('why'),
        decision: 'granted',
        answeredOn: '2024-05-08',
        answer: sealed('answer'),
      },
    });
    expect((await trajectoryNow(db, 'trajectory-1'))?.facts.coachChangeRequests).toEqual([
      {
        id: 'request-1',
        requestedOn: '2024-05-01',
        answer: { decision: 'granted', on: '2024-05-08' },
      },
    ]);
  });

  it('are of no day after the one that is asked for', async () => {
    const db = await after(
      { type: 'ContactRhythmAgreed', data: { rhythmId: 'rhythm-1', everyDays: 14, from: '2024-02-01' } },
      { type: 'ContactRhythmAgreed', data: { rhythmId: 'rhythm-2', everyDays: 7, from: '2024-03-01' } },
    );
    const until = async (day: '2024-02-29' | '2024-03-01') =>
      (await itemsPage(db, 'trajectory-1', 'contact-rhythm', { limit: 10, until: day })).map(({ id }) => id);
    expect(await until('2024-02-29')).toEqual(['rhythm-1']);
    expect(await until('2024-03-01')).toEqual(['rhythm-2', 'rhythm-1']);
  });
});

describe('a corrected item', () => {
  it('of a substitution runs on when its end is taken away, and keeps its own reason', async () => {
    const [item] = await itemsOf(
      'substitution',
      {
        type: 'CoachSubstituted',
        data: {
          substitutionId: 'substitution-1',
          coachId: 'coach-2',
          from: '2024-04-01',
          until: '2024-04-30',
          reason: sealed('holiday'),
        },
      },
      {
        type: 'SubstitutionCorrected',
        data: { substitutionId: 'substitution-1', reason, until: null, from: '2024-04-02' },
      },
    );
    expect(item).toMatchObject({ listedOn: '2024-04-02', reason: sealed('holiday') });
    expect(item).not.toHaveProperty('until');
  });

  it('of a naming, a change or a move rests on the evidence of the correction', async () => {
    const evidence = sealed('evidence');
    const db = await after(
      { type: 'CaseDirectorNamed', data: { namingId: 'd', name: sealed('A'), from: '2024-01-01' } },
      { type: 'CaseDirectorCorrected', data: { namingId: 'd', reason, name: sealed('B'), evidence } },
      { type: 'CaseManagerNamed', data: { namingId: 'm', name: sealed('C'), from: '2024-01-01' } },
      { type: 'CaseManagerCorrected', data: { namingId: 'm', reason, from: '2024-02-01' } },
      {
        type: 'OrganisationChanged',
        data: {
          changeId: 'c',
          organisationId: 'organisation-2',
          on: '2024-06-01',
          reason: sealed('moves'),
          candidateChose: true,
        },
      },
      { type: 'OrganisationChangeCorrected', data: { changeId: 'c', reason, on: '2024-07-01' } },
      {
        type: 'RuleSetMoved',
        data: {
          moveId: 'r',
          ruleSet: { name: 'municipal-3y', version: 2 },
          on: '2024-06-01',
          reason: sealed('longer'),
        },
      },
      {
        type: 'RuleSetMoveCorrected',
        data: { moveId: 'r', reason, ruleSet: { name: 'own', version: 3 }, evidence },
      },
      {
        type: 'FitLearned',
        data: {
          fitId: 'f',
          placementId: 'placement-1',
          fits: sealed('fits'),
          doesNotFit: sealed('not'),
          adjustments: sealed('none'),
          shareWithNext: sealed('none'),
        },
      },
      { type: 'FitNoteCorrected', data: { fitId: 'f', reason, fits: sealed('right') } },
    );
    const one = async (kind: ItemKind) => (await itemsPage(db, 'trajectory-1', kind, { limit: 10 }))[0];
    expect(await one('case-director')).toMatchObject({ data: { name: sealed('B'), evidence } });
    expect(await one('case-manager')).toMatchObject({ on: '2024-02-01', data: { name: sealed('C') } });
    expect(await one('organisation-change')).toMatchObject({
      on: '2024-07-01',
      data: { reason: sealed('moves') },
    });
    expect(await one('rule-set-move')).toMatchObject({
      data: { ruleSet: { name: 'own', version: 3 }, evidence },
    });
    expect(await one('fit-note')).toMatchObject({
      data: { fits: sealed('right'), doesNotFit: sealed('not') },
    });
  });

  it('of an employer contact is as if it had been recorded right at once', async () => {
    const db = await after(
      {
        type: 'EmployerContactRecorded',
        data: {
          contactId: 'contact-1',
          employerId: 'employer-1',
          on: '2024-02-03',
          minutes: 15,
          kind: 'advice',
          initiatedBy: 'employer',
          summary: sealed('advice'),
        },
      },
      {
        type: 'EmployerContactCorrected',
        data: { contactId: 'contact-1', reason, employerId: 'employer-2', minutes: 25, initiatedBy: null },
      },
    );
    const contact = {
      id: 'contact-1',
      employerId: 'employer-2',
      on: '2024-02-03',
      minutes: 25,
      kind: 'advice',
    };
    expect(await contactsOf(db, ['trajectory-1'])).toEqual([['trajectory-1', contact]]);
    expect(await contactsPage(db, 'trajectory-1', { limit: 10 })).toMatchObject([
      { contact, revision: 2, summary: sealed('advice') },
    ]);
  });
});
