/**
 * What a cell of domain.md section 9 says, word for word. What each word gives stands in reading-words.ts.
 */
export type ReadingWord =
  | 'all'
  | 'all; the auditor sees a pseudonym until a finding is opened'
  | 'name'
  | 'yes'
  | 'yes, unless the coach keeps a personal working note (then it is not stored here at all)'
  | 'no'
  | 'own'
  | "own; the coach's average"
  | 'average'
  | 'own agreements and goals at work'
  | 'that there is one'
  | 'dates only'
  | 'what the candidate ticked';

/** The columns of the table, in its order. */
export const READING_COLUMNS = [
  'candidate',
  'own coach',
  'coordinator',
  'case director, auditor of the funder',
  'employer',
] as const;

type Row<Word extends string> = readonly [Word, Word, Word, Word, Word];

/**
 * Who may see what (domain.md section 9), whole: each row under the words of its first column, its cells in the order of
 * `READING_COLUMNS`.
 */
export const READING_TABLE = {
  'identity of the candidate': [
    'all',
    'all',
    'all',
    'all; the auditor sees a pseudonym until a finding is opened',
    'name',
  ],
  'session: date, minutes, activity, goals, summary': ['yes', 'yes', 'yes', 'yes', 'no'],
  'session: confidential note': [
    'yes, unless the coach keeps a personal working note (then it is not stored here at all)',
    'yes',
    'no',
    'no',
    'no',
  ],
  'plan and agreements': ['yes', 'yes', 'yes', 'yes', 'own agreements and goals at work'],
  'employer contact': ['yes', 'yes', 'yes', 'yes', 'own'],
  'support needs (debt, housing, …)': ['yes', 'yes', 'that there is one', 'that there is one', 'no'],
  assessments: ["own; the coach's average", 'average', 'all', 'all', 'own'],
  'hours, grants, applications, deadlines': ['yes', 'yes', 'yes', 'yes', 'no'],
  'absence: dates / that it is illness': ['yes', 'yes', 'yes', 'dates only', 'dates only'],
  'fit notes': ['yes', 'yes', 'yes', 'no', 'what the candidate ticked'],
  incidents: ['yes', 'yes', 'yes', 'yes', 'own'],
  findings: ['no', 'no', 'yes', 'yes', 'no'],
  'trajectories and continuity under other funders': ['yes', 'yes', 'no', 'no', 'no'],
  'who looked at the file': ['yes', 'no', 'no', 'yes', 'no'],
} as const satisfies Readonly<Record<string, Row<ReadingWord>>>;

/** A word for what section 9 has no row for. */
export type WordOfOurs =
  | 'yes'
  | 'no'
  | 'own'
  | 'yes; the auditor not'
  | 'without the reasons'
  | 'yes; the auditor without the reasons'
  | 'who coaches';

/**
 * What is recorded on a file besides (decision 75), in the same columns. The course of a trajectory is its parties,
 * placements, evaluations, closure and outcomes.
 */
export const ROWS_OF_OURS = {
  'course of the trajectory': ['yes', 'yes', 'yes', 'yes', 'no'],
  'who can be called': ['yes', 'yes', 'yes', 'yes', 'who coaches'],
  'accountability report': ['yes', 'yes', 'yes', 'yes', 'no'],
  'request to correct': ['yes', 'yes', 'yes', 'no', 'no'],
  'request for another coach': [
    'yes',
    'without the reasons',
    'yes',
    'yes; the auditor without the reasons',
    'no',
  ],
  'consent, contact preference, merge': ['yes', 'yes', 'yes', 'yes; the auditor not', 'no'],
  task: ['yes', 'yes', 'yes', 'yes', 'own'],
  'request to be forgotten or restricted': ['yes', 'no', 'yes', 'no', 'no'],
  'end of retention': ['yes', 'no', 'yes', 'no', 'no'],
  'copy of everything': ['yes', 'no', 'no', 'no', 'no'],
} as const satisfies Readonly<Record<string, Row<WordOfOurs>>>;
