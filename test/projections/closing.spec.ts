import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import {
  itemsPage,
  type TrajectoryItem,
  trajectoryItem,
  trajectoryNow,
} from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const reason = sealed('reason');
const mistake = sealed('mistake');

const story = () =>
  new Story().trajectory(
    'trajectory-1',
    opened(),
    {
      type: 'ClosureProposed',
      data: { proposalId: 'proposal-1', proposes: 'closure', on: '2024-05-31', reason },
    },
    {
      type: 'TrajectoryClosed',
      data: {
        closureId: 'closure-1',
        on: '2024-05-31',
        reason,
        result: sealed('result'),
        resultCode: 3,
        structuralSupport: false,
      },
    },
    {
      type: 'OutcomeMeasured',
      data: {
        outcomeId: 'outcome-1',
        closureId: 'closure-1',
        measuredOn: '2024-11-30',
        afterMonths: 6,
        state: 'paid-with-coach',
        permanentContract: true,
      },
    },
    {
      type: 'AftercareContactRecorded',
      data: {
        contactId: 'contact-1',
        on: '2024-06-10',
        with: 'candidate',
        summary: sealed('summary'),
        minutes: 15,
      },
    },
    { type: 'TrajectoryReopened', data: { reopeningId: 'reopening-1', on: '2025-02-01', reason } },
    {
      type: 'CorrectionRequested',
      data: { requestId: 'request-1', about: 'contact-1', text: sealed('text'), requestedOn: '2025-02-03' },
    },
  );

const corrections = (told: Story) =>
  told.trajectory(
    'trajectory-1',
    {
      type: 'ClosureCorrected',
      data: { closureId: 'closure-1', reason: mistake, on: '2024-06-01', resultCode: null },
    },
    { type: 'OutcomeCorrected', data: { outcomeId: 'outcome-1', reason: mistake, measuredOn: '2024-12-01' } },
    {
      type: 'AftercareContactCorrected',
      data: { contactId: 'contact-1', reason: mistake, with: 'relative', minutes: null },
    },
    { type: 'ReopeningCorrected', data: { reopeningId: 'reopening-1', reason: mistake, on: '2025-03-01' } },
    {
      type: 'CorrectionRequestAnswered',
      data: { requestId: 'request-1', decision: 'refused', reason, answeredOn: '2025-02-10' },
    },
  );

describe('what belongs to the end of a trajectory', () => {
  const of = (told: Story) => projected(fixture, [trajectoryProjection], told.events);

  it.each([
    ['closure', 'closure-1', '2024-05-31'],
    ['closure-proposal', 'proposal-1', '2024-05-31'],
    ['outcome', 'outcome-1', '2024-11-30'],
    ['aftercare-contact', 'contact-1', '2024-06-10'],
    ['reopening', 'reopening-1', '2025-02-01'],
    ['correction-request', 'request-1', '2025-02-03'],
  ] as const)('is listed: a %s under its own id and day', async (kind, id, on) => {
    const { reader } = await of(story());
    expect(await itemsPage(reader, 'trajectory-1', kind, { limit: 5 })).toMatchObject([{ id, on, kind }]);
  });

  it('is as it was corrected; the reason of the correction is not that of the closure', async () => {
    const { reader } = await of(corrections(story()));
    const item = async (id: string) => (await trajectoryItem(reader, 'trajectory-1', id)) as TrajectoryItem;
    expect((await item('closure-1')).data).toEqual({
      closureId: 'closure-1',
      on: '2024-06-01',
      reason,
      result: sealed('result'),
      structuralSupport: false,
    });
    expect(await item('outcome-1')).toMatchObject({ on: '2024-12-01', data: { measuredOn: '2024-12-01' } });
    expect((await item('contact-1')).data).toEqual({
      contactId: 'contact-1',
      on: '2024-06-10',
      with: 'relative',
      summary: sealed('summary'),
    });
    expect(await item('reopening-1')).toMatchObject({ on: '2025-03-01', data: { reason } });
    expect((await item('request-1')).data).toEqual({
      requestId: 'request-1',
      about: 'contact-1',
      text: sealed('text'),
      requestedOn: '2025-02-03',
      status: 'refused',
      reason,
      answeredOn: '2025-02-10',
    });
  });

  it('is in the facts, with corrections in place', async () => {
    const { reader } = await of(corrections(story()));
    const facts = (await trajectoryNow(reader, 'trajectory-1'))?.facts;
    expect(facts).toMatchObject({
      closures: [{ id: 'closure-1', on: '2024-06-01', reopening: { id: 'reopening-1', on: '2025-03-01' } }],
      outcomes: [{ id: 'outcome-1', measuredOn: '2024-12-01', state: 'paid-with-coach' }],
      aftercareContacts: [{ id: 'contact-1', on: '2024-06-10', with: 'relative' }],
    });
    expect(facts).not.toHaveProperty('closedOn');
  });
});
