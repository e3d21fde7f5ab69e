import fc from 'fast-check';
import { APPLICATION_KINDS, OBJECTION_RESULTS, REGIMES } from '../../domain/shared/lists.js';
import type { AwardCommand } from '../../domain/trajectory/commands.js';
import { aDay, anEvidence, maybe, oneOf, TODAY } from './arbitraries.js';

const asked = { today: TODAY } as const;
export const withLimit = { today: TODAY, circumstances: { beyondLimit: false } };
const reason = 'reden';
const applicationId = oneOf('application', 2);
const grantTerms = { decidedOn: aDay, from: aDay, to: aDay, regime: fc.constantFrom(...REGIMES) };
const applicationTerms = { kind: fc.constantFrom(...APPLICATION_KINDS), regime: fc.constantFrom(...REGIMES) };

/** Grants coaching. */
export const grantIt = maybe(
  { ...grantTerms, grantId: oneOf('grant'), minutes: fc.nat(9000), applicationId },
  ['minutes', 'applicationId'],
).map((terms) => ({ type: 'GrantCoaching', ...withLimit, ...terms }) as const);
/** Receives an application. */
export const receiveIt = maybe({ ...applicationTerms, applicationId, receivedOn: aDay }, ['regime']).map(
  (terms) => ({ type: 'ReceiveApplication', ...asked, ...terms }) as const,
);
/** Revises a grant. */
export const reviseIt = maybe(
  { from: aDay, to: aDay, regime: fc.constantFrom(...REGIMES), minutes: fc.option(fc.nat(9000)) },
  ['from', 'to', 'regime', 'minutes'],
).chain((changes) =>
  fc
    .record({ revisionId: oneOf('revision', 2), grantId: oneOf('grant'), decidedOn: aDay })
    .map((terms) => ({ type: 'ReviseGrant', ...withLimit, ...terms, changes, reason }) as const),
);
/** Objects to a grant or to an application. */
export const lodgeIt = fc
  .record({
    objectionId: oneOf('objection', 2),
    against: fc.oneof(oneOf('grant'), applicationId),
    lodgedOn: aDay,
    by: fc.constantFrom('candidate', 'employer'),
  })
  .map((terms) => ({ type: 'LodgeObjection', ...asked, ...terms, grounds: 'gronden' }) as const);
/** Approves coaching during an absence. */
export const approveIt = fc
  .record({
    approvalId: oneOf('approval', 2),
    absenceId: oneOf('absence'),
    minutes: fc.integer({ min: 1, max: 900 }),
    on: aDay,
  })
  .map((terms) => ({ type: 'ApproveCoachingDuringAbsence', ...asked, ...terms }) as const);

/** Corrections that change no text: a text is sealed, cannot be compared, and so is always recorded. */
const corrections: readonly fc.Arbitrary<AwardCommand>[] = [
  maybe({ ...grantTerms, minutes: fc.option(fc.nat(9000)) }, [
    'decidedOn',
    'from',
    'to',
    'regime',
    'minutes',
  ]).chain((changes) =>
    oneOf('grant').map(
      (grantId) => ({ type: 'CorrectGrant', ...withLimit, grantId, changes, reason }) as const,
    ),
  ),
  maybe({ decidedOn: aDay, to: fc.option(aDay), minutes: fc.option(fc.nat(9000)) }, [
    'decidedOn',
    'to',
    'minutes',
  ]).chain((changes) =>
    oneOf('revision', 2).map(
      (revisionId) => ({ type: 'CorrectGrantRevision', ...withLimit, revisionId, changes, reason }) as const,
    ),
  ),
  maybe({ ...applicationTerms, receivedOn: aDay, completedOn: fc.option(aDay) }, [
    'kind',
    'regime',
    'receivedOn',
    'completedOn',
  ]).chain((changes) =>
    applicationId.map(
      (id) => ({ type: 'CorrectApplication', ...asked, applicationId: id, changes, reason }) as const,
    ),
  ),
  maybe({ completionAskedOn: fc.option(aDay), refusedOn: fc.option(aDay) }, [
    'completionAskedOn',
    'refusedOn',
  ]).chain((changes) =>
    applicationId.map(
      (id) => ({ type: 'CorrectApplicationDecision', ...asked, applicationId: id, changes, reason }) as const,
    ),
  ),
  maybe({ lodgedOn: aDay, against: oneOf('grant') }, ['lodgedOn', 'against']).chain((changes) =>
    oneOf('objection', 2).map(
      (objectionId) => ({ type: 'CorrectObjection', ...asked, objectionId, changes, reason }) as const,
    ),
  ),
  maybe({ decidedOn: fc.option(aDay), result: fc.constantFrom(...OBJECTION_RESULTS) }, [
    'decidedOn',
    'result',
  ]).chain((changes) =>
    oneOf('objection', 2).map(
      (objectionId) =>
        ({ type: 'CorrectObjectionDecision', ...asked, objectionId, changes, reason }) as const,
    ),
  ),
  maybe({ minutes: fc.integer({ min: 1, max: 900 }), on: aDay }, ['minutes', 'on']).chain((changes) =>
    oneOf('approval', 2).map(
      (approvalId) => ({ type: 'CorrectCoachingApproval', ...asked, approvalId, changes, reason }) as const,
    ),
  ),
];

/** Any command about applications, grants, objections or approvals. */
export const anAwardCommand: fc.Arbitrary<AwardCommand> = fc.oneof(
  { arbitrary: grantIt, weight: 2 },
  { arbitrary: receiveIt, weight: 3 },
  { arbitrary: reviseIt, weight: 3 },
  { arbitrary: lodgeIt, weight: 3 },
  approveIt,
  ...corrections,
  maybe({ ...applicationTerms, applicationId: oneOf('draft', 3) }, ['regime']).map(
    (terms) => ({ type: 'DraftApplication', ...asked, ...terms }) as const,
  ),
  {
    weight: 2,
    arbitrary: maybe({ applicationId, on: aDay, evidence: anEvidence }, ['evidence']).map(
      (terms) => ({ type: 'AskForCompletion', ...asked, ...terms, missing: ['plan'] }) as const,
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ applicationId, on: aDay })
      .map((terms) => ({ type: 'CompleteApplication', ...asked, ...terms }) as const),
  },
  maybe({ applicationId, decidedOn: aDay, evidence: anEvidence }, ['evidence']).map(
    (terms) => ({ type: 'RefuseCoaching', ...asked, ...terms, reason }) as const,
  ),
  {
    weight: 2,
    arbitrary: fc
      .record({
        objectionId: oneOf('objection', 2),
        decidedOn: aDay,
        result: fc.constantFrom(...OBJECTION_RESULTS),
      })
      .map((terms) => ({ type: 'DecideObjection', ...asked, ...terms, reason }) as const),
  },
);
