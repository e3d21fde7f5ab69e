import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { isAgreementOf } from '../../domain/trajectory/plan/plan-on.js';
import type { Asker } from '../identity/asker.js';

/** The collections of a trajectory that can be listed. */
export const COLLECTIONS = [
  'coach-assignments',
  'substitutions',
  'case-directors',
  'case-managers',
  'organisation-changes',
  'rule-set-moves',
  'placements',
  'absences',
  'fit-notes',
  'correction-requests',
  'closures',
  'closure-proposals',
  'reopenings',
  'outcomes',
  'aftercare-contacts',
  'goal-outcomes',
  'agreement-fulfilments',
  'plan-requests',
  'evaluation-plans',
  'evaluations',
  'assessments',
  'accountability-reports',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

const FUNDER_ROLES: readonly string[] = ['case-director', 'auditor'];

/** Fit notes, and requests to correct: those may tell of what was said in confidence. */
const NOT_THE_FUNDERS: readonly Collection[] = ['fit-notes', 'correction-requests'];
const NO_EVENTS_OF_THE_FUNDER: readonly string[] = [
  'FitLearned',
  'FitCarried',
  'CorrectionRequested',
  'CorrectionRequestAnswered',
];

/** Of these an employer gets those that are its own; of every other collection nothing. */
const EMPLOYERS_OWN: readonly Collection[] = ['agreement-fulfilments', 'assessments'];

/**
 * Whether the asker may read this collection at all (domain.md section 9): fit notes are not the funder's, and a coach
 * gets the average of the assessments and none of them.
 */
export function mayReadCollection({ role }: Asker, collection: Collection): boolean {
  if (role === 'employer') return EMPLOYERS_OWN.includes(collection);
  if (collection === 'assessments') return role !== 'coach';
  return !NOT_THE_FUNDERS.includes(collection) || !FUNDER_ROLES.includes(role);
}

/** Whether the asker may see every assessment, and so an average of fewer than five (domain.md section 9). */
export function maySeeEveryScore({ role }: Asker): boolean {
  return role === 'coordinator' || FUNDER_ROLES.includes(role);
}

/** Whether the asker may read this item of a collection that they may read: of assessments and agreements only the own. */
export function maySeeItem(
  { role, employerId }: Asker,
  { kind, data }: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> },
  { planOfApproach }: Pick<TrajectoryFacts, 'planOfApproach'>,
): boolean {
  if (role === 'candidate') return kind !== 'employer-assessment';
  if (role !== 'employer') return true;
  if (kind === 'employer-assessment') return data.employerId === employerId;
  const agreements = planOfApproach.versions.flatMap((version) => version.agreements);
  const agreement = agreements.findLast(({ id }) => id === data.agreementId);
  return agreement !== undefined && isAgreementOf(agreement, 'employer');
}

/** Events that the asker's timeline leaves out, and whose data they do not get. */
export function isHiddenEvent(
  { role }: Asker,
  { type, data }: { readonly type: string; readonly data: object },
): boolean {
  if (isAssessment(type)) return role === 'coach' || (role === 'candidate' && !isByCandidate(data));
  return FUNDER_ROLES.includes(role) && NO_EVENTS_OF_THE_FUNDER.includes(type);
}

/** An assessment and its correction say their score unsealed. */
function isAssessment(type: string): boolean {
  return type === 'AssessmentGiven' || type === 'AssessmentCorrected';
}

function isByCandidate(data: object): boolean {
  return 'by' in data && data.by === 'candidate';
}

/** The fields of an item or event that this asker does not get: of an absence a funder only gets the dates. */
export function hiddenFields({ role }: Asker, about: 'absences' | 'other'): readonly string[] {
  return about === 'absences' && FUNDER_ROLES.includes(role) ? ['kind', 'reason'] : [];
}
