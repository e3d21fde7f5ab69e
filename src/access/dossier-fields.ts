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
  'applications',
  'grants',
  'correction-requests',
  'closures',
  'closure-proposals',
  'reopenings',
  'outcomes',
  'aftercare-contacts',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

const FUNDER_ROLES: readonly string[] = ['case-director', 'auditor'];

/** Fit notes, and requests to correct: those may tell of what was said in confidence. */
const NOT_THE_FUNDERS: readonly Collection[] = ['fit-notes', 'correction-requests'];

/** Whether the asker may read this collection at all (domain.md section 9). */
export function mayReadCollection(asker: Asker, collection: Collection): boolean {
  return !NOT_THE_FUNDERS.includes(collection) || !FUNDER_ROLES.includes(asker.role);
}

/** Event types that the asker's timeline leaves out. */
export function hiddenEventTypes({ role }: Asker): readonly string[] {
  return FUNDER_ROLES.includes(role)
    ? ['FitLearned', 'FitCarried', 'CorrectionRequested', 'CorrectionRequestAnswered']
    : [];
}

/** The fields of an item or event that this asker does not get: of an absence a funder only gets the dates. */
export function hiddenFields({ role }: Asker, about: 'absences' | 'other'): readonly string[] {
  return about === 'absences' && FUNDER_ROLES.includes(role) ? ['kind', 'reason'] : [];
}
