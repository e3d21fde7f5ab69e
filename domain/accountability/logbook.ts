import { type Days, includes } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { ACTIVITIES } from '../shared/lists.js';
import type { Session } from '../trajectory/facts.js';
import type { ActivityTotal, CoachTotal, LogbookEntry } from './accountability.js';

/** The sessions of the period that were not withdrawn, chronologically (Leidraad Jobcoach, Handleiding Logboek, S13). */
export function logbookOf(sessions: readonly Session[], period: Days): readonly LogbookEntry[] {
  return sessions
    .filter(({ on, withdrawn }) => !withdrawn && includes(period, on))
    .map(({ id, on, startsAt, coachId, minutes, groupSize, activity, form }) => ({
      sessionId: id,
      on,
      startsAt: startsAt ?? null,
      coachId,
      minutes: Math.floor(minutes / groupSize),
      activity,
      form,
    }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Sessions without a time stand at the end of their day. */
function placeOf({ on, startsAt, sessionId }: LogbookEntry): string {
  return `${on} ${startsAt ?? '24:00'} ${sessionId}`;
}

/** Sessions and minutes per activity, in the order of the closed list (UWV 2014 B.2: per day, per activity). */
export function totalsPerActivity(logbook: readonly LogbookEntry[]): readonly ActivityTotal[] {
  return ACTIVITIES.map((activity) => ({
    activity,
    ...totalOf(logbook.filter((entry) => entry.activity === activity)),
  })).filter(({ sessions }) => sessions > 0);
}

/** Sessions and minutes per coach, who coached most first. */
export function totalsPerCoach(logbook: readonly LogbookEntry[]): readonly CoachTotal[] {
  const coachIds: readonly Id[] = [...new Set(logbook.map(({ coachId }) => coachId))];
  return coachIds
    .map((coachId) => ({ coachId, ...totalOf(logbook.filter((entry) => entry.coachId === coachId)) }))
    .sort((a, b) => b.minutes - a.minutes || (a.coachId < b.coachId ? -1 : 1));
}

function totalOf(entries: readonly LogbookEntry[]): { readonly sessions: number; readonly minutes: number } {
  return { sessions: entries.length, minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0) };
}
