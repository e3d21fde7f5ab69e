import { replaced } from '../../shared/replaced.js';
import type { CorrectionRequest, TrajectoryFacts } from '../facts.js';
import type { RequestEvent } from './events.js';

/** The facts after one more event about a request to correct. */
export function evolveRequests(facts: TrajectoryFacts, event: RequestEvent): TrajectoryFacts {
  const { correctionRequests = [] } = facts;
  const { requestId: id } = event.data;
  if (event.type === 'CorrectionRequested') {
    const { requestedOn } = event.data;
    return { ...facts, correctionRequests: [...correctionRequests, { id, requestedOn }] };
  }
  const { answeredOn } = event.data;
  const answered = (request: CorrectionRequest) => ({ ...request, answeredOn });
  return { ...facts, correctionRequests: replaced(correctionRequests, id, answered) };
}
