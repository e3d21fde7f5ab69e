/** The closed lists of domain.md sections 2, 4 and 11. Their members are stored: they are never renamed. */

export const PLACEMENT_KINDS = [
  'employment',
  'trial-placement',
  'work-experience',
  'secondment',
  'sheltered',
  'participation',
] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** From the lightest to the heaviest. */
export const REGIMES = ['very-light', 'light', 'medium', 'intensive'] as const;
export type Regime = (typeof REGIMES)[number];

/** What coaching is (UWV 2014, A.6). Travel and administration are inside the rate and not in this list. */
export const ACTIVITIES = [
  'introduction',
  'structuring-work',
  'training',
  'solving-disturbance',
  'guidance-at-work',
  'home-situation',
  'guiding-manager',
  'evaluation-and-coordination',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const SESSION_FORMS = ['workplace', 'elsewhere', 'phone', 'video', 'group'] as const;
export type SessionForm = (typeof SESSION_FORMS)[number];

export const CONTACT_KINDS = ['advice', 'check-in', 'agreement', 'incident'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const ABSENCE_KINDS = ['illness', 'leave', 'unknown'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const APPLICATION_KINDS = ['first', 'follow-on', 'change', 'extension'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

export const TIE_KINDS = ['manager', 'colleague', 'case-manager', 'employer', 'family'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export const CHOOSERS = ['candidate', 'organisation', 'funder'] as const;
export type Chooser = (typeof CHOOSERS)[number];

export const FUNDER_KINDS = ['municipality', 'uwv'] as const;
export type FunderKind = (typeof FUNDER_KINDS)[number];

/** How somebody wants to be reached. */
export const CONTACT_CHANNELS = ['phone', 'text-message', 'email', 'letter', 'in-person'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const DEADLINE_KINDS = [
  'first-application',
  'follow-on-application',
  'extension-announcement',
  'decision',
  'plan-agreement',
  'evaluation',
  'contact',
  'end-of-job-report',
  'declaration',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
