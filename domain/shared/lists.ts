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

/** Who sought a contact with the employer. */
export const CONTACT_INITIATORS = ['coach', 'employer', 'candidate'] as const;
export type ContactInitiator = (typeof CONTACT_INITIATORS)[number];

/** Who brought an incident up; whoever records it need not be the same. */
export const INCIDENT_INITIATORS = [
  'coach',
  'employer',
  'candidate',
  'coordinator',
  'case-director',
] as const;
export type IncidentInitiator = (typeof INCIDENT_INITIATORS)[number];

/**
 * The parts of life in which somebody can need support, after the Dutch self-sufficiency matrix
 * (zelfredzaamheid-matrix). Its medical ones (body, mind, use of substances, care of oneself) are left out: of well-being
 * only that support is needed.
 */
export const LIFE_DOMAINS = [
  'finances',
  'housing',
  'daily-activities',
  'education',
  'domestic-relations',
  'household',
  'well-being',
  'social-network',
  'justice',
  'childcare',
  'transport',
  'language',
] as const;
export type LifeDomain = (typeof LIFE_DOMAINS)[number];

export const ANSWERS_TO_COACH_CHANGE = ['granted', 'refused'] as const;
export type AnswerToCoachChange = (typeof ANSWERS_TO_COACH_CHANGE)[number];

export const ABSENCE_KINDS = ['illness', 'leave', 'unknown'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const APPLICATION_KINDS = ['first', 'follow-on', 'change', 'extension'] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

export const OBJECTION_RESULTS = ['upheld', 'rejected', 'withdrawn'] as const;
export type ObjectionResult = (typeof OBJECTION_RESULTS)[number];

export const TIE_KINDS = ['manager', 'colleague', 'case-manager', 'employer', 'family'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** What an evaluation or a closure concludes (domain.md section 4): 1 works without guidance, to 6 no longer working. */
export const RESULT_CODES = [1, 2, 3, 4, 5, 6] as const;
export type ResultCode = (typeof RESULT_CODES)[number];

export const OUTCOME_STATES = ['trial', 'paid-with-coach', 'paid-without-coach', 'no-work'] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

/** The months after the last day at which an outcome is measured. */
export const AFTER_MONTHS = [6, 12, 24, 36] as const;
export type AfterMonths = (typeof AFTER_MONTHS)[number];

/** With whom there is contact after the last day; no source has a list (inference). */
export const AFTERCARE_PARTIES = ['candidate', 'employer', 'relative', 'other'] as const;
export type AftercareParty = (typeof AFTERCARE_PARTIES)[number];

/** The steps at the end of a trajectory that a coach may only propose. */
export const CLOSING_STEPS = ['closure', 'reopening', 'outcome'] as const;
export type ClosingStep = (typeof CLOSING_STEPS)[number];

export const REQUEST_DECISIONS = ['granted', 'refused'] as const;
export type RequestDecision = (typeof REQUEST_DECISIONS)[number];

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
