import type { AwardCommand } from '../../../../domain/trajectory/award/commands.js';
import { AFTER, type ClosedCases, dated, LAST } from '../closing/closed-case.js';
import { APPLICATION, correctGrant, grantIt, receiveIt, reportIt } from '../examples.js';
import {
  approveIt,
  askIt,
  completeIt,
  correctApplication,
  correctApproval,
  correctDecision,
  correctObjection,
  correctObjectionDecision,
  correctRevision,
  decideIt,
  draftIt,
  granted,
  lodgeIt,
  refuseIt,
  reviseIt,
} from './award-examples.js';

const pending = 'decisions on pending applications and objections' as const;

/** What stays possible with the applications and grants of a closed trajectory. */
export const awardClosed: ClosedCases<AwardCommand> = {
  ReceiveApplication: dated(receiveIt, 'receivedOn'),
  DraftApplication: dated(draftIt, 'today'),
  CorrectApplication: {
    clause: 'corrections',
    before: [receiveIt],
    taken: correctApplication({ kind: 'change' }),
  },
  AskForCompletion: { clause: pending, before: [receiveIt], taken: { ...askIt, on: AFTER } },
  CompleteApplication: { clause: pending, before: [receiveIt, askIt], taken: { ...completeIt, on: AFTER } },
  RefuseCoaching: { clause: pending, before: [receiveIt], taken: { ...refuseIt, decidedOn: AFTER } },
  CorrectApplicationDecision: {
    clause: 'corrections',
    before: [receiveIt, refuseIt],
    taken: correctDecision({ refusedOn: '2024-03-02' }),
  },
  GrantCoaching: {
    clause: pending,
    before: [receiveIt],
    taken: { ...grantIt, applicationId: APPLICATION, decidedOn: AFTER },
    refused: { ...grantIt, decidedOn: AFTER },
  },
  CorrectGrant: {
    clause: 'corrections',
    before: [grantIt],
    taken: correctGrant({ decidedOn: LAST }),
    refused: correctGrant({ decidedOn: AFTER }),
  },
  ReviseGrant: {
    clause: 'facts dated up to its last day',
    before: granted,
    taken: reviseIt({ regime: 'intensive' }, { decidedOn: LAST }),
    refused: reviseIt({ regime: 'intensive' }, { decidedOn: AFTER }),
  },
  CorrectGrantRevision: {
    clause: 'corrections',
    before: [...granted, reviseIt({ regime: 'intensive' })],
    taken: correctRevision({ regime: 'light' }),
  },
  LodgeObjection: dated(lodgeIt, 'lodgedOn', granted),
  CorrectObjection: {
    clause: 'corrections',
    before: [...granted, lodgeIt],
    taken: correctObjection({ lodgedOn: '2024-03-11' }),
  },
  DecideObjection: {
    clause: pending,
    before: [...granted, lodgeIt],
    taken: { ...decideIt, decidedOn: AFTER },
  },
  CorrectObjectionDecision: {
    clause: 'corrections',
    before: [...granted, lodgeIt, decideIt],
    taken: correctObjectionDecision({ result: 'rejected' }),
  },
  ApproveCoachingDuringAbsence: dated(approveIt, 'on', [reportIt]),
  CorrectCoachingApproval: {
    clause: 'corrections',
    before: [reportIt, approveIt],
    taken: correctApproval({ minutes: 120 }),
  },
};
