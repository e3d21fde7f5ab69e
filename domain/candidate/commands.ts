import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { MarkedDuplicate, Merged, MergeWithdrawn, UnmarkedDuplicate } from '../shared/merge-events.js';
import type { Corrections } from '../trajectory/asked.js';
import type { CandidateRegistered, ConsentStated, ContactPreferenceStated } from './events.js';
import type { RightsCommand } from './rights/commands.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** Registers a candidate on a stream of their own. Texts arrive plain and are sealed after the decision. */
export type RegisterCandidate = Asked<
  'RegisterCandidate',
  CandidateRegistered['data'] & {
    /** Whether the funder's rule set demands a BSN as reference; the presets do not. */
    readonly circumstances: { readonly asksForBsn: boolean };
  }
>;
/** Gives consent or takes it back, on a day that has come. */
export type GiveConsent = Asked<'GiveConsent', ConsentStated['data'] & { today: CalendarDate }>;
export type CorrectConsent = Asked<
  'CorrectConsent',
  {
    consentId: Id;
    changes: Corrections<Omit<ConsentStated['data'], 'consentId'>>;
    reason: string;
    today: CalendarDate;
  }
>;
export type PreferContact = Asked<'PreferContact', ContactPreferenceStated['data']>;
/** Takes another registration of the same person in; the mark on that one is a command of its own. */
export type MergeCandidate = Asked<'MergeCandidate', Merged & { ownId: Id }>;
export type WithdrawCandidateMerge = Asked<'WithdrawCandidateMerge', MergeWithdrawn>;
export type MarkCandidateDuplicate = Asked<'MarkCandidateDuplicate', MarkedDuplicate>;
export type UnmarkCandidateDuplicate = Asked<'UnmarkCandidateDuplicate', UnmarkedDuplicate>;

export type CandidateCommand =
  | RegisterCandidate
  | GiveConsent
  | CorrectConsent
  | PreferContact
  | MergeCandidate
  | WithdrawCandidateMerge
  | MarkCandidateDuplicate
  | UnmarkCandidateDuplicate
  | RightsCommand;
