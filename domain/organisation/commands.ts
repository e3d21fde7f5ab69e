import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { RecognitionChanges } from '../shared/recognitions.js';
import type { Corrections } from '../trajectory/asked.js';
import type {
  ComplaintReceived,
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

export type CorrectOrganisationRecognition = Asked<
  'CorrectOrganisationRecognition',
  { recognitionId: Id; changes: RecognitionChanges; reason: string }
>;
/** Records a complaint about the organisation, of a day that has come. */
export type ReceiveComplaint = Asked<'ReceiveComplaint', ComplaintReceived['data'] & { today: CalendarDate }>;
export type CorrectComplaint = Asked<
  'CorrectComplaint',
  {
    complaintId: Id;
    changes: Corrections<Omit<ComplaintReceived['data'], 'complaintId'>>;
    reason: string;
    today: CalendarDate;
  }
>;

export type OrganisationCommand =
  | RegisterOrganisation
  | RecogniseOrganisation
  | EndOrganisationRecognition
  | CorrectOrganisationRecognition
  | ReceiveComplaint
  | CorrectComplaint;
