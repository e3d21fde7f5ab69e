import fc from 'fast-check';
import { MUNICIPAL_2Y } from '../../domain/rule-sets/municipal-2y.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';

/** What arbitrary commands have in common. */

export const TODAY: CalendarDate = '2026-01-01';
export const OPENED: CalendarDate = '2024-01-01';
const coach = {
  ties: [],
  recognised: [],
  bindingTies: MUNICIPAL_2Y.bindingTies,
  withoutRecognition: 'finding',
} as const;
export const withCoach = { today: TODAY, circumstances: { coach } };
export const withDay = { today: TODAY, circumstances: { coach, coachDay: [] } };
export const withRules = { today: TODAY, circumstances: { ruleSet: MUNICIPAL_2Y } };
export const withOrganisation = {
  today: TODAY,
  circumstances: { organisation: { recognised: [], withoutRecognition: 'finding' } },
} as const;
export const reason = 'reden';

/** A day within two years of the opening. */
export const aDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 720 })
  .map((days) => addDays(OPENED, days));

/** One of a few ids, so that commands often speak of the same thing. */
export function oneOf(kind: string, most = 4): fc.Arbitrary<Id> {
  return fc.integer({ min: 1, max: most }).map((number) => `${kind}-${number}`);
}

/** `fields`, of which those named may be missing. */
export function maybe<T, K extends keyof T>(
  fields: { [F in keyof T]: fc.Arbitrary<T[F]> },
  optional: readonly K[],
) {
  const required = (Object.keys(fields) as (keyof T)[]).filter((field) => !optional.includes(field as K));
  return fc.record(fields, { requiredKeys: required as Exclude<keyof T, K>[] });
}

/** What somebody else signed. */
export const anEvidence = aDay.map((signedOn) => ({ kind: 'beschikking', reference: 'B-1', signedOn }));
