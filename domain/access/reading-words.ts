import { FILE_KINDS, type FileKind } from './data-kinds.js';
import {
  READING_COLUMNS,
  READING_TABLE,
  type ReadingWord,
  ROWS_OF_OURS,
  type WordOfOurs,
} from './reading-table.js';
import type { Standing } from './standing.js';

/**
 * How much of a kind of data somebody sees. `items`: every item, those that are the own ones (own-items.ts), or nothing,
 * not even that it is there. `only` and `not`: of an item only these fields, or all but those.
 */
export interface Sight {
  readonly items: 'all' | 'own' | 'none';
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

const ALL: Sight = { items: 'all' };
const OWN: Sight = { items: 'own' };
const NOTHING: Sight = { items: 'none' };
const WITHOUT_REASONS: Sight = { items: 'all', not: ['reason', 'answer'] };
const PSEUDONYM: Sight = { items: 'all', only: ['id', 'pseudonym', 'trajectoryIds'] };

const DATES = ['id', 'on', 'from', 'until', 'recordedAt'];

/** What a word gives, to some standings something else than to the others of its cells. */
type Meaning = Sight | { readonly to: { readonly [S in Standing]?: Sight }; readonly others: Sight };

/** What each word of the tables gives. */
export const READING_WORDS: { readonly [Word in ReadingWord | WordOfOurs]: Meaning } = {
  all: ALL,
  'all; the auditor sees a pseudonym until a finding is opened': {
    to: { auditor: PSEUDONYM },
    others: ALL,
  },
  name: { items: 'all', only: ['id', 'name', 'trajectoryIds'] },
  yes: ALL,
  'yes, unless the coach keeps a personal working note (then it is not stored here at all)': ALL,
  no: NOTHING,
  own: OWN,
  // An average is no item: it is shown from five scores on to whoever does not see each of them.
  "own; the coach's average": OWN,
  average: NOTHING,
  'own agreements and goals at work': OWN,
  'that there is one': { items: 'all', only: ['id', 'on'] },
  // What happened before or after the work at an employer is none of that employer's.
  'dates only': { to: { employer: { items: 'own', only: DATES } }, others: { items: 'all', only: DATES } },
  'what the candidate ticked': { items: 'own', only: ['id', 'on', 'recordedAt', 'shareWithNext'] },
  'yes; the auditor not': { to: { auditor: NOTHING }, others: ALL },
  'without the reasons': WITHOUT_REASONS,
  'yes; the auditor without the reasons': { to: { auditor: WITHOUT_REASONS }, others: ALL },
  'who coaches': { items: 'all', only: ['on', 'coach', 'substitute', 'gap'] },
};

const COLUMNS: { readonly [S in Exclude<Standing, 'former-coach'>]: (typeof READING_COLUMNS)[number] } = {
  candidate: 'candidate',
  'own-coach': 'own coach',
  coordinator: 'coordinator',
  'case-director': 'case director, auditor of the funder',
  auditor: 'case director, auditor of the funder',
  employer: 'employer',
};

/** A former coach sees their own sessions (domain.md section 9), with what was said in them. */
const FORMER_COACHS: readonly FileKind[] = ['session', 'confidential-note'];

const ROWS = { ...READING_TABLE, ...ROWS_OF_OURS };

/** What else decides. */
export interface Circumstances {
  /** A finding about this candidate was opened for the auditor's funder (`PseudonymOpened`). */
  readonly pseudonymOpened?: boolean;
}

/**
 * How much somebody sees of a kind of data of a file, by what they are to that file; of a file that does not exist for
 * them, nothing. The one function over the table of domain.md section 9: every answer goes by it.
 */
export function mayRead(
  standing: Standing | undefined,
  kind: FileKind,
  { pseudonymOpened = false }: Circumstances = {},
): Sight {
  if (standing === undefined) return NOTHING;
  if (standing === 'former-coach') return FORMER_COACHS.includes(kind) ? OWN : NOTHING;
  const column = READING_COLUMNS.indexOf(COLUMNS[standing]);
  const meaning = READING_WORDS[ROWS[FILE_KINDS[kind]][column] ?? 'no'];
  if (!('to' in meaning)) return meaning;
  const isLifted = kind === 'identity' && pseudonymOpened;
  return (isLifted ? undefined : meaning.to[standing]) ?? meaning.others;
}

/** `item` with the fields that are seen. */
export function narrowed<Item extends object>(
  item: Item,
  { only, not = [] }: Pick<Sight, 'only' | 'not'>,
): Partial<Item> {
  if (only === undefined && not.length === 0) return item;
  const seen = ([field]: [string, unknown]) => (only?.includes(field) ?? true) && !not.includes(field);
  return Object.fromEntries(Object.entries(item).filter(seen)) as Partial<Item>;
}
