import type { RequestEvent } from '../../../domain/trajectory/requests/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Requests to correct and their answers. */
export const trajectoryRequests: Examples<RequestEvent> = {
  CorrectionRequested: {
    1: {
      requestId: idOf('correction request'),
      about: idOf('session'),
      text: sealed('CorrectionRequested', 'text', 'narrative'),
      requestedOn: '2024-03-20',
    },
  },
  CorrectionRequestAnswered: {
    1: {
      requestId: idOf('correction request'),
      decision: 'granted',
      reason: sealed('CorrectionRequestAnswered', 'reason', 'narrative'),
      answeredOn: '2024-03-25',
    },
  },
};
