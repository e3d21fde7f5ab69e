import { awardRefusals } from '../../../../domain/trajectory/award/refusals.js';
import {
  APPLICATION,
  BEYOND_LIMIT,
  correctGrant,
  grantIt,
  id,
  receiveIt,
  reportIt,
  running,
} from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  approveIt,
  askIt,
  completeIt,
  correctApproval,
  correctDecision,
  correctObjectionDecision,
  correctRevision,
  decideIt,
  draftIt,
  granted,
  lodgeIt,
  refuseIt,
  reviseIt,
} from './award-examples.js';

const received = [...running, receiveIt];
const asked = [...received, askIt];
const objected = [...running, ...granted, lodgeIt];

/** For every refusal of the award: what was asked before, a command that meets it, and one just inside. */
export const awardCases: Record<keyof typeof awardRefusals, RefusalCase> = {
  'application.unknown': {
    before: received,
    refused: { ...grantIt, applicationId: id(71) },
    allowed: { ...grantIt, applicationId: APPLICATION },
  },
  'application.not-found': {
    before: received,
    refused: { ...askIt, applicationId: id(71) },
    allowed: askIt,
  },
  'application.not-received': {
    before: [...running, draftIt],
    refused: refuseIt,
    allowed: receiveIt,
  },
  'application.already-decided': {
    before: [...received, refuseIt],
    refused: { ...grantIt, applicationId: APPLICATION },
    allowed: grantIt,
  },
  'application.completion-already-asked': {
    before: asked,
    refused: { ...askIt, on: '2024-02-13' },
    allowed: correctDecision({ completionAskedOn: '2024-02-13' }),
  },
  'application.completion-not-asked': { before: received, refused: completeIt, allowed: askIt },
  'application.already-completed': {
    before: [...asked, completeIt],
    refused: { ...completeIt, on: '2024-02-21' },
    allowed: refuseIt,
  },
  'application.dates-out-of-order': {
    before: asked,
    refused: { ...completeIt, on: '2024-02-11' },
    allowed: { ...completeIt, on: '2024-02-12' },
  },
  'application.not-refused': {
    before: received,
    refused: correctDecision({ refusedOn: '2024-03-02' }),
    allowed: refuseIt,
  },
  'grant.not-found': { before: running, refused: correctGrant({ regime: 'light' }), allowed: grantIt },
  'grant.period-invalid': {
    before: running,
    refused: { ...grantIt, to: '2024-01-31' },
    allowed: { ...grantIt, to: '2024-02-01' },
  },
  'grant.hours-invalid': {
    before: running,
    refused: { ...grantIt, minutes: 0.5 },
    allowed: { ...grantIt, minutes: 0 },
  },
  'grant.beyond-limit-without-motivation': {
    before: running,
    refused: { ...grantIt, beyondLimitMotivation: ' ', ...BEYOND_LIMIT },
    allowed: { ...grantIt, beyondLimitMotivation: 'Nog niet zelfstandig.', ...BEYOND_LIMIT },
  },
  'grant-revision.not-found': {
    before: [...running, grantIt],
    refused: correctRevision({ regime: 'light' }),
    allowed: reviseIt({ regime: 'light' }),
  },
  'grant-revision.nothing-changed': {
    before: [...running, grantIt],
    refused: reviseIt({}),
    allowed: reviseIt({ regime: 'medium' }),
  },
  'grant-revision.before-grant': {
    before: [...running, grantIt],
    refused: reviseIt({ minutes: 60 }, { decidedOn: '2024-02-09' }),
    allowed: reviseIt({ minutes: 60 }, { decidedOn: '2024-02-10' }),
  },
  'objection.not-found': { before: [...running, ...granted], refused: decideIt, allowed: lodgeIt },
  'objection.nothing-decided': {
    before: [...running, ...granted],
    refused: { ...lodgeIt, lodgedOn: '2024-02-09' },
    allowed: { ...lodgeIt, lodgedOn: '2024-02-10' },
  },
  'objection.already-pending': {
    before: objected,
    refused: { ...lodgeIt, objectionId: id(181), against: APPLICATION },
    allowed: decideIt,
  },
  'objection.already-decided': {
    before: [...objected, decideIt],
    refused: { ...decideIt, result: 'rejected' },
    allowed: correctObjectionDecision({ result: 'rejected' }),
  },
  'objection.not-decided': {
    before: objected,
    refused: correctObjectionDecision({ result: 'rejected' }),
    allowed: decideIt,
  },
  'objection.decided-before-lodged': {
    before: objected,
    refused: { ...decideIt, decidedOn: '2024-03-09' },
    allowed: { ...decideIt, decidedOn: '2024-03-10' },
  },
  'coaching-approval.not-found': {
    before: [...running, reportIt],
    refused: correctApproval({ minutes: 60 }),
    allowed: approveIt,
  },
  'coaching-approval.hours-invalid': {
    before: [...running, reportIt],
    refused: { ...approveIt, minutes: 0 },
    allowed: { ...approveIt, minutes: 1 },
  },
};
