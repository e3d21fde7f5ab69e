import type { CalendarDate } from '../shared/calendar.js';
import type {
  OrganisationRecognised,
  OrganisationRecognitionEnded,
  OrganisationRegistered,
} from './events.js';

type Asked<Type extends string, Details> = { readonly type: Type } & Readonly<Details>;

/** Registers a coaching organisation on a stream of its own. */
export type RegisterOrganisation = Asked<'RegisterOrganisation', OrganisationRegistered['data']>;
export type RecogniseOrganisation = Asked<'RecogniseOrganisation', OrganisationRecognised['data']>;
/** Ends a recognition before its time, or one that has no last day. */
export type EndOrganisationRecognition = Asked<
  'EndOrganisationRecognition',
  OrganisationRecognitionEnded['data'] & { today: CalendarDate }
>;

export type OrganisationCommand = RegisterOrganisation | RecogniseOrganisation | EndOrganisationRecognition;
