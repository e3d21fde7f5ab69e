import { id, SESSION, TODAY } from '../examples.js';

export const REQUEST = id(450);

export const askIt = {
  type: 'AskForCorrection',
  today: TODAY,
  requestId: REQUEST,
  about: SESSION,
  text: 'Dit was een dag eerder.',
} as const;
export const answerIt = {
  type: 'AnswerCorrectionRequest',
  today: TODAY,
  requestId: REQUEST,
  decision: 'granted',
  reason: 'De agenda laat het zien.',
} as const;
