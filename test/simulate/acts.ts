import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { SimulatedRegime } from './assumptions.js';
import type { Chance } from './random.js';

/** Who records; the driver holds a token for each. */
export type Writer = 'coordinator' | 'coach' | 'stand-in' | 'director' | 'candidate';

/** What is recorded on a day, or read because what follows needs it. */
export interface Act {
  readonly on: CalendarDate;
  readonly by: Writer;
  /** The route without its ids: its answers are measured by it. */
  readonly kind: string;
  readonly path: string;
  /** Absent for a read. */
  readonly body?: object;
  /** The position and what it is about are shown to whoever recorded it: the page after a form. */
  readonly visit?: 'session' | 'decision' | 'hours' | 'own-file';
}

/** What was answered. */
export type Answered = Readonly<Record<string, unknown>>;

/** A part of a life: it gives what is recorded, one after the other, and is told each answer. */
export type Part<Result = void> = Generator<Act, Result, Answered>;

/** The parties around a trajectory. */
export interface Parties {
  readonly number: number;
  readonly organisationId: string;
  readonly funderId: string;
  readonly isUwv: boolean;
  readonly standInId: string;
  /** The one whose work it is now, and those that come after. */
  readonly employerIds: readonly string[];
  readonly regime: SimulatedRegime;
  readonly openedOn: CalendarDate;
}

/** A trajectory as it stands. */
export interface Situation extends Parties {
  readonly chance: Chance;
  coachId: string;
  candidateId: string;
  /** `/v1/trajectories/{id}` */
  path: string;
  employer: number;
  placementId: string;
  planVersion: number;
  goals: { readonly id: string; readonly what: string }[];
  agreementIds: string[];
  /** The last day that is granted, and the half years that were. */
  grantedTo: CalendarDate;
  halfYears: number;
  /** Minutes that were recorded and not approved, by day, and those that were approved and not declared. */
  toApprove: { readonly on: CalendarDate; readonly minutes: number }[];
  toDeclare: number;
  /** Sessions that wait for Friday. */
  readonly waiting: CalendarDate[];
  /** The days on which the stand-in coaches. */
  standIn: { readonly from: CalendarDate; readonly until: CalendarDate };
}

/** Records something on the trajectory and gives its id. */
export function* record(
  { path, coachId, standInId }: Situation,
  on: CalendarDate,
  by: Writer,
  collection: string,
  body: object,
  more: Partial<Act> = {},
): Part<string> {
  const kind = `POST T/${collection.replaceAll(ID, '{id}').replaceAll(VERSION, '/{version}')}`;
  const writer = by === 'coach' && coachId === standInId ? 'stand-in' : by;
  const { id } = yield { on, by: writer, kind, path: `${path}/${collection}`, body, ...more };
  return String(id);
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const VERSION = /\/\d+(?=\/)/g;
