import type { requestRefusals } from '../../../../domain/trajectory/requests/refusals.js';
import { id, recordIt, running } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import { answerIt, askIt } from './examples.js';

/** Each refusal of a request to correct, met and just not met. */
export const requestCases: Record<keyof typeof requestRefusals, RefusalCase> = {
  'correction-request.about-unknown': { before: running, refused: askIt, allowed: recordIt },
  'correction-request.not-found': { before: [...running, recordIt], refused: answerIt, allowed: askIt },
  'correction-request.already-answered': {
    before: [...running, recordIt, askIt, answerIt],
    refused: { ...answerIt, decision: 'refused' },
    allowed: { ...askIt, requestId: id(221) },
  },
};
