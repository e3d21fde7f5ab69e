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
] as const;
export type Collection = (typeof COLLECTIONS)[number];

const FUNDER_ROLES: readonly string[] = ['case-director', 'auditor'];

/** Whether the asker may read this collection at all (domain.md section 9: fit notes are not the funder's). */
export function mayReadCollection(asker: Asker, collection: Collection): boolean {
  return collection !== 'fit-notes' || !FUNDER_ROLES.includes(asker.role);
}

/** Event types that the asker's timeline leaves out. */
export function hiddenEventTypes({ role }: Asker): readonly string[] {
  return FUNDER_ROLES.includes(role) ? ['FitLearned', 'FitCarried'] : [];
}

/** The fields of an item or event that this asker does not get: of an absence a funder only gets the dates. */
export function hiddenFields({ role }: Asker, about: 'absences' | 'other'): readonly string[] {
  return about === 'absences' && FUNDER_ROLES.includes(role) ? ['kind', 'reason'] : [];
}
