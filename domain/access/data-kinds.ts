import type { READING_TABLE, ROWS_OF_OURS } from './reading-table.js';

type ReadingRow = keyof typeof READING_TABLE | keyof typeof ROWS_OF_OURS;

/** The kinds of data of a candidate's file, each with its row in the table of who may see what. */
export const FILE_KINDS = {
  identity: 'identity of the candidate',
  session: 'session: date, minutes, activity, goals, summary',
  'confidential-note': 'session: confidential note',
  plan: 'plan and agreements',
  'employer-contact': 'employer contact',
  'support-need': 'support needs (debt, housing, …)',
  assessment: 'assessments',
  award: 'hours, grants, applications, deadlines',
  absence: 'absence: dates / that it is illness',
  'fit-note': 'fit notes',
  incident: 'incidents',
  finding: 'findings',
  'under-other-funders': 'trajectories and continuity under other funders',
  'who-looked': 'who looked at the file',
  course: 'course of the trajectory',
  reachable: 'who can be called',
  report: 'accountability report',
  'correction-request': 'request to correct',
  'coach-change-request': 'request for another coach',
  wishes: 'consent, contact preference, merge',
  task: 'task',
  rights: 'request to be forgotten or restricted',
  retention: 'end of retention',
  copy: 'copy of everything',
} as const satisfies Readonly<Record<string, ReadingRow>>;

/** A kind of data of a candidate's file. */
export type FileKind = keyof typeof FILE_KINDS;

/**
 * Kinds of data that are of no candidate's file. `reference`: funders, organisations, employers and their rules, for
 * everybody with a token. `operations`: how the service itself fares. `own-account`: what the service knows of whoever asks:
 * the own account, and for who may register them the programs of the own party.
 */
export const PARTY_KINDS = [
  'reference',
  'coach',
  'coach-days',
  'employer-people',
  'complaint',
  'statistics',
  'operations',
  'own-account',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** What an answer gives. */
export type DataKind = FileKind | PartyKind;

/** What a route gives: the first decides whether there is an answer at all, the others are parts of it. */
export type Gives = readonly [DataKind, ...DataKind[]];
