import type { closingRefusals } from '../../../../domain/trajectory/closing/refusals.js';
import { closeIt, id, running } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  aftercareIt,
  closeAgain,
  closeEarly,
  correctAftercare,
  correctClosure,
  correctOutcome,
  correctReopening,
  measureIt,
  reopenIt,
} from './examples.js';

const closed = [...running, closeEarly];

/** Each refusal of the end of a trajectory, met and just not met. */
export const closingCases: Record<keyof typeof closingRefusals, RefusalCase> = {
  'closure.already-closed': {
    before: closed,
    refused: closeAgain,
    allowed: correctClosure({ on: '2024-03-31' }),
  },
  'closure.before-reopening': {
    before: [...closed, reopenIt],
    refused: { ...closeAgain, on: '2024-05-31' },
    allowed: { ...closeAgain, on: '2024-06-01' },
  },
  'closure.not-found': {
    before: closed,
    refused: correctClosure({ on: '2024-03-31' }, id(999)),
    allowed: correctClosure({ on: '2024-03-31' }),
  },
  'closure.unknown': {
    before: closed,
    refused: { ...measureIt, closureId: id(999) },
    allowed: { ...measureIt, closureId: closeEarly.closureId },
  },
  'reopening.not-closed': { before: running, refused: reopenIt, allowed: closeIt },
  'reopening.before-last-day': {
    before: closed,
    refused: { ...reopenIt, on: '2024-03-30' },
    allowed: { ...reopenIt, on: '2024-03-31' },
  },
  'reopening.not-found': {
    before: closed,
    refused: correctReopening('2024-06-02'),
    allowed: reopenIt,
  },
  'outcome.not-closed': {
    before: [...closed, { ...reopenIt, on: '2024-09-30' }],
    refused: measureIt,
    allowed: correctReopening('2024-10-01'),
  },
  'outcome.too-early': {
    before: [...running, { ...closeEarly, on: '2024-03-31' }],
    refused: { ...measureIt, today: '2024-09-29' },
    allowed: measureIt,
  },
  'outcome.already-measured': {
    before: [...closed, measureIt],
    refused: { ...measureIt, outcomeId: id(201) },
    allowed: correctOutcome({ state: 'no-work', permanentContract: null }),
  },
  'outcome.contract-without-work': {
    before: closed,
    refused: { ...measureIt, state: 'trial' },
    allowed: { ...measureIt, state: 'trial', permanentContract: false },
  },
  'outcome.not-found': { before: closed, refused: correctOutcome({ state: 'no-work' }), allowed: measureIt },
  'aftercare-contact.trajectory-open': {
    before: closed,
    refused: { ...aftercareIt, on: '2024-03-30' },
    allowed: { ...aftercareIt, on: '2024-03-31' },
  },
  'aftercare-contact.not-found': {
    before: closed,
    refused: correctAftercare({ minutes: 20 }),
    allowed: aftercareIt,
  },
};
