import type { FileKind } from '../../domain/access/index.js';

/** The collections of a trajectory whose items are listed as they were recorded, each with the kind of data that it gives. */
export const COLLECTION_DATA = {
  'coach-assignments': 'course',
  substitutions: 'course',
  'case-directors': 'course',
  'case-managers': 'course',
  'organisation-changes': 'course',
  'rule-set-moves': 'course',
  placements: 'course',
  absences: 'absence',
  'fit-notes': 'fit-note',
  // These may tell of what was said in confidence.
  'correction-requests': 'correction-request',
  closures: 'course',
  'closure-proposals': 'course',
  reopenings: 'course',
  outcomes: 'course',
  'aftercare-contacts': 'course',
  // What became of a goal stands in the plan too, without what was remarked.
  'goal-outcomes': 'course',
  'agreement-fulfilments': 'plan',
  'plan-requests': 'course',
  'evaluation-plans': 'course',
  evaluations: 'course',
  assessments: 'assessment',
  'accountability-reports': 'report',
} as const satisfies Readonly<Record<string, FileKind>>;
export type Collection = keyof typeof COLLECTION_DATA;
export const COLLECTIONS = Object.keys(COLLECTION_DATA) as Collection[];

/** What is recorded around the coaching, by the name of its collection. */
export const SIGNAL_DATA = {
  incidents: 'incident',
  'support-needs': 'support-need',
  'contact-rhythms': 'course',
  'coach-change-requests': 'coach-change-request',
} as const satisfies Readonly<Record<string, FileKind>>;
export type SignalCollection = keyof typeof SIGNAL_DATA;
export const SIGNAL_COLLECTIONS = Object.keys(SIGNAL_DATA) as SignalCollection[];
