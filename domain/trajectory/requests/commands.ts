import type { Asked } from '../asked.js';
import type { CorrectionRequestAnswered, CorrectionRequested } from './events.js';

/* What can be asked about what is recorded; see ../commands.ts. */

export type AskForCorrection = Asked<'AskForCorrection', Omit<CorrectionRequested['data'], 'requestedOn'>>;
export type AnswerCorrectionRequest = Asked<
  'AnswerCorrectionRequest',
  Omit<CorrectionRequestAnswered['data'], 'answeredOn'>
>;

export type RequestCommand = AskForCorrection | AnswerCorrectionRequest;
