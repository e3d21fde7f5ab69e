/* The closed lists of erasing and restricting. Their members are stored: they are never renamed. */

/** Why somebody asks to be forgotten (GDPR art. 17(1) under a to e). */
export const ERASURE_GROUNDS = [
  'no-longer-needed',
  'consent-withdrawn',
  'objection',
  'unlawful',
  'legal-duty-to-erase',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Why something is kept all the same (GDPR art. 17(3) under b, d and e). */
export const ERASURE_EXCEPTIONS = ['legal-duty', 'archiving', 'legal-claims'] as const;
export type ErasureException = (typeof ERASURE_EXCEPTIONS)[number];

/** What is decided on it at first. `partly`: some of the texts go and the others stay. */
export const ERASURE_ASSESSMENTS = ['granted', 'partly', 'refused'] as const;
export type ErasureAssessment = (typeof ERASURE_ASSESSMENTS)[number];

/** What the second pair of eyes says. `returned`: it is to be assessed anew. */
export const ERASURE_CONFIRMATIONS = ['confirmed', 'returned'] as const;
export type ErasureConfirmation = (typeof ERASURE_CONFIRMATIONS)[number];

export const ERASURE_STATUSES = [
  'asked',
  'assessed',
  'refused',
  'confirmed',
  'withdrawn',
  'carried-out',
] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

export const RESTRICTION_DECISIONS = ['granted', 'refused'] as const;
export type RestrictionDecision = (typeof RESTRICTION_DECISIONS)[number];

/** How a restriction stands. */
export const RESTRICTION_STATUSES = ['asked', 'refused', 'granted', 'ended'] as const;
export type RestrictionStatus = (typeof RESTRICTION_STATUSES)[number];
