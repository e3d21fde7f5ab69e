import { mayReadParty, type PartyKind, type PartyWord } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { CoachView } from '../../projections/coach/coach.query.js';
import type { Reader } from './reader.js';

/*
 * What may be read of the parties (decision 75). Funders, organisations, employers and their rules are reference data for
 * everybody with a token; coaches are people.
 */

type Employed = Pick<CoachView, 'id' | 'employments'>;

/** How much of this kind of data of a party the reader sees; says to the reading that it was decided. */
function sightOf(reader: Reader, kind: PartyKind): PartyWord {
  reader.reading.mustGive(kind);
  reader.reading.decide();
  return mayReadParty(reader, kind);
}

/** The coaches that somebody has in sight. */
export type CoachesInSight =
  | { readonly kind: 'all' }
  | { readonly kind: 'of-organisation'; readonly organisationId: Id }
  | { readonly kind: 'one'; readonly coachId: Id }
  | { readonly kind: 'none' };

/** Which coaches the reader may know of: a coordinator those of the own organisation, a coach only themselves. */
export function coachesInSight(reader: Reader): CoachesInSight {
  const { role, organisationId, coachId } = reader;
  const sight = sightOf(reader, 'coach');
  if (sight === 'yes') return { kind: 'all' };
  if (sight === 'no') return { kind: 'none' };
  if (role === 'coordinator' && organisationId !== undefined) {
    return { kind: 'of-organisation', organisationId };
  }
  return role === 'coach' && coachId !== undefined ? { kind: 'one', coachId } : { kind: 'none' };
}

/** True when the reader may know of this coach. A coach who is to come is in sight of the new organisation at once. */
export function seesCoach(reader: Reader, coach: Employed, today: CalendarDate): boolean {
  const sight = coachesInSight(reader);
  if (sight.kind === 'of-organisation') return organisationsFrom(coach, today).includes(sight.organisationId);
  return sight.kind === 'all' || (sight.kind === 'one' && sight.coachId === coach.id);
}

/**
 * True when the reader may read how many minutes the coach worked on each day, over all candidates: the coach, and the
 * coordinator of the organisation that the coach works for today. An administrator reads nothing of dossiers.
 */
export function seesCoachDays(reader: Reader, coach: Employed, today: CalendarDate): boolean {
  const { role, coachId, organisationId } = reader;
  const sight = sightOf(reader, 'coach-days');
  if (sight !== 'own') return sight === 'yes';
  if (role === 'coach') return coachId === coach.id;
  return organisationId !== undefined && organisationToday(coach, today) === organisationId;
}

/** The organisation that a coach works for today. */
export function organisationToday({ employments }: Pick<CoachView, 'employments'>, today: CalendarDate): Id {
  const now = employments.findLast(({ from }) => from === null || from <= today);
  if (now === undefined) throw new RangeError('a coach works somewhere from the beginning');
  return now.organisationId;
}

/** True when the reader may read of the people at the employer: whoever calls there, and the employer itself. */
export function seesEmployerPeople(reader: Reader, ids: readonly Id[]): boolean {
  const sight = sightOf(reader, 'employer-people');
  return sight === 'yes' || (sight === 'own' && ids.includes(reader.employerId ?? ''));
}

/** True when the reader may read what was complained about the organisation: its own coordinators. */
export function seesComplaints(reader: Reader, id: Id): boolean {
  const sight = sightOf(reader, 'complaint');
  return sight === 'yes' || (sight === 'own' && reader.organisationId === id);
}

/** Whose lines for national statistics the reader may have of a funder; undefined when none. */
export function statisticsInSight(
  reader: Reader,
  funderId: Id,
): { readonly organisationId?: Id | undefined } | undefined {
  const { role, organisationId } = reader;
  if (sightOf(reader, 'statistics') !== 'own') return undefined;
  if (role === 'coordinator') return organisationId === undefined ? undefined : { organisationId };
  return reader.funderId === funderId ? {} : undefined;
}

/** Where a coach works today and is to work. */
function organisationsFrom(coach: Employed, today: CalendarDate): readonly Id[] {
  const toCome = coach.employments.filter(({ from }) => from !== null && from > today);
  return [organisationToday(coach, today), ...toCome.map(({ organisationId }) => organisationId)];
}

/** True when the reader may see how the service itself fares. */
export function seesOperations(reader: Reader): boolean {
  return sightOf(reader, 'operations') === 'yes';
}
