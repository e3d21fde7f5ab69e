import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { MarkedDuplicate, Merged, MergeWithdrawn, UnmarkedDuplicate } from '../shared/merge-events.js';
import type { Corrections } from '../trajectory/asked.js';
import type {
  CoachPreferenceEnded,
  CoachPreferred,
  ContactPersonLeft,
  ContactPersonNamed,
  EmployerRegistered,
} from './events.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** Registers an employer on a stream of its own. */
export type RegisterEmployer = Asked<'RegisterEmployer', EmployerRegistered['data']>;
export type NameContactPerson = Asked<'NameContactPerson', ContactPersonNamed['data']>;
export type EndContactPerson = Asked<'EndContactPerson', ContactPersonLeft['data'] & { today: CalendarDate }>;
export type CorrectContactPerson = Asked<
  'CorrectContactPerson',
  {
    contactPersonId: Id;
    changes: Corrections<Omit<ContactPersonNamed['data'], 'contactPersonId'>>;
    reason: string;
  }
>;
export type PreferCoach = Asked<'PreferCoach', CoachPreferred['data']>;
export type EndCoachPreference = Asked<
  'EndCoachPreference',
  CoachPreferenceEnded['data'] & { today: CalendarDate }
>;
export type CorrectCoachPreference = Asked<
  'CorrectCoachPreference',
  { preferenceId: Id; changes: Corrections<Omit<CoachPreferred['data'], 'preferenceId'>>; reason: string }
>;
/** Takes another registration of the same employer in; the mark on that one is a command of its own. */
export type MergeEmployer = Asked<'MergeEmployer', Merged & { ownId: Id }>;
export type WithdrawEmployerMerge = Asked<'WithdrawEmployerMerge', MergeWithdrawn>;
export type MarkEmployerDuplicate = Asked<'MarkEmployerDuplicate', MarkedDuplicate>;
export type UnmarkEmployerDuplicate = Asked<'UnmarkEmployerDuplicate', UnmarkedDuplicate>;

export type EmployerCommand =
  | RegisterEmployer
  | NameContactPerson
  | EndContactPerson
  | CorrectContactPerson
  | PreferCoach
  | EndCoachPreference
  | CorrectCoachPreference
  | MergeEmployer
  | WithdrawEmployerMerge
  | MarkEmployerDuplicate
  | UnmarkEmployerDuplicate;
