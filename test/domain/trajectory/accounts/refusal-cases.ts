import type { accountsRefusals } from '../../../../domain/trajectory/accounts/refusals.js';
import { grantIt, id, recordIt, running } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  approved,
  approveIt,
  coached,
  correctApproval,
  correctDeclaration,
  DECLARATION,
  declared,
  declareIt,
  OTHER_DECLARATION,
  RATE,
  sessionOn,
  settled,
  settleIt,
  WITH_RATE,
} from './examples.js';

const { amountCents: _amount, ...withoutAmount } = declareIt;
const next = { ...declareIt, declarationId: OTHER_DECLARATION };

/** For each refusal about accounts: what was asked before, a command that meets it, and one that stays just inside. */
export const accountsCases: Record<keyof typeof accountsRefusals, RefusalCase> = {
  'hours-approval.not-found': {
    before: approved,
    refused: correctApproval({ withdrawn: true }, id(999)),
    allowed: correctApproval({ withdrawn: true }),
  },
  'hours-approval.nothing-registered': {
    before: coached,
    refused: { ...approveIt, from: '2024-03-06' },
    allowed: { ...approveIt, from: '2024-03-05' },
  },
  'hours-approval.over-grant': {
    before: [...running, { ...grantIt, minutes: 100 }, recordIt, sessionOn('2024-03-20', 11)],
    refused: approveIt,
    allowed: { ...approveIt, to: '2024-03-19' },
  },
  'hours-approval.declared': {
    before: declared,
    refused: correctApproval({ withdrawn: true }),
    allowed: correctApproval({ from: '2024-03-05' }),
  },
  'declaration.not-found': {
    before: declared,
    refused: { ...settleIt, declarationId: id(999) },
    allowed: settleIt,
  },
  'declaration.hours-invalid': {
    before: approved,
    refused: { ...declareIt, minutes: 0 },
    allowed: { ...declareIt, minutes: 1 },
  },
  'declaration.overlaps': {
    before: [
      ...declared,
      sessionOn('2024-04-02', 60),
      { ...approveIt, approvalId: id(201), to: '2024-04-30' },
    ],
    refused: { ...next, from: '2024-03-31', to: '2024-04-30', minutes: 60 },
    allowed: { ...next, from: '2024-04-01', to: '2024-04-30', minutes: 60 },
  },
  'declaration.not-registered': {
    before: approved,
    refused: { ...declareIt, minutes: 91 },
    allowed: declareIt,
  },
  'declaration.not-approved': {
    before: [...approved, sessionOn('2024-03-20', 60)],
    refused: { ...declareIt, minutes: 91 },
    allowed: declareIt,
  },
  'declaration.over-grant': {
    before: [
      ...approved,
      {
        type: 'CorrectGrant',
        today: grantIt.today,
        grantId: grantIt.grantId,
        changes: { minutes: 80 },
        reason: 'typefout',
        circumstances: { beyondLimit: false },
      },
    ],
    refused: { ...declareIt, minutes: 81 },
    allowed: { ...declareIt, minutes: 80 },
  },
  'declaration.amount-required': { before: approved, refused: withoutAmount, allowed: declareIt },
  'declaration.amount-invalid': {
    before: approved,
    refused: { ...declareIt, amountCents: -1 },
    allowed: { ...declareIt, amountCents: 0 },
  },
  'declaration.amount-over-rate': {
    before: approved,
    refused: { ...declareIt, ...WITH_RATE, amountCents: (90 * RATE) / 60 + 1 },
    allowed: { ...declareIt, ...WITH_RATE, amountCents: (90 * RATE) / 60 },
  },
  'declaration.settled': {
    before: settled,
    refused: correctDeclaration({ minutes: 60 }),
    allowed: { ...settleIt, settlementId: id(221), minutes: 60, amountCents: 7_000 },
  },
  'declaration.withdrawn': {
    before: [...declared, correctDeclaration({ withdrawn: true })],
    refused: settleIt,
    allowed: next,
  },
  'settlement.over-declared': {
    before: declared,
    refused: { ...settleIt, minutes: 91 },
    allowed: { ...settleIt, declarationId: DECLARATION, minutes: 90 },
  },
};
