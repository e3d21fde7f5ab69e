import type { Role } from './asker.js';

/** How sure an issuer is of who signed in, by the names of eIDAS, from least to most. A second factor is `substantial`. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** The least assurance that each role needs. */
export type LeastAssurance = { readonly [role in Role]: Assurance };

/** Whoever reads or decides about others needs a second factor. */
export const LEAST_ASSURANCE: LeastAssurance = {
  administrator: 'substantial',
  coach: 'substantial',
  coordinator: 'substantial',
  'case-director': 'substantial',
  auditor: 'substantial',
  candidate: 'low',
  employer: 'low',
};

/** True when `assurance` is at least `least`. */
export function reaches(assurance: Assurance, least: Assurance): boolean {
  return ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(least);
}
