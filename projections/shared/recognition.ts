import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { withItemChanged } from './stated-list.js';

/** Quality evidence with its validity, both days included; an ended one ends on `endedOn` at the latest. */
export interface RecognitionView {
  readonly id: Id;
  readonly kind: string;
  readonly issuer: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
}

interface Recognised {
  readonly recognitionId: Id;
  readonly kind: string;
  readonly issuer: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** The list with one more recognition, in order of recording. */
export function withRecognition(
  list: readonly RecognitionView[],
  { recognitionId: id, kind, issuer, from, until }: Recognised,
): readonly RecognitionView[] {
  return [
    ...list.filter((one) => one.id !== id),
    { id, kind, issuer, from, until: until ?? null, endedOn: null },
  ];
}

/** The list with one recognition ended. */
export function withRecognitionEnded(
  list: readonly RecognitionView[],
  ending: { readonly recognitionId: Id; readonly endedOn: CalendarDate },
): readonly RecognitionView[] {
  return list.map((one) => (one.id === ending.recognitionId ? { ...one, endedOn: ending.endedOn } : one));
}

/** The list with one recognition corrected. */
export function withRecognitionCorrected(
  list: readonly RecognitionView[],
  correction: { readonly recognitionId: Id; readonly reason: unknown },
): readonly RecognitionView[] {
  const { recognitionId, ...corrected } = correction;
  return withItemChanged(list, recognitionId, corrected);
}
