import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { CoachDaySession } from '../../../domain/trajectory/circumstances.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { GatheredCoachDays } from './gathered-coach-days.js';

/** How long what was recorded here is laid over the read model, which is up to date within far less. */
const REMEMBERED_MS = 60_000;
const REMEMBERED_DAYS = 50_000;
/** How often the time is looked at for that: each look costs a timer. */
const RESOLUTION_MS = 1_000;

/** A session as it counts on its coach's day, or null once it no longer counts there. */
type Recent = Map<Id, CoachDaySession | null>;

/** The sessions of a coach on a day over all candidates: what is projected, under what was recorded here just now. */
@Injectable()
export class CoachDays {
  private readonly recent = new LRUCache<string, Recent>({
    max: REMEMBERED_DAYS,
    ttl: REMEMBERED_MS,
    ttlResolution: RESOLUTION_MS,
  });

  private readonly projected: GatheredCoachDays;

  constructor(@Inject(READ_STORE) readStore: ReadStore) {
    this.projected = new GatheredCoachDays(readStore.reader);
  }

  /** Reads the day; the function that it gives adds, whenever it is called, what was recorded here since. */
  async on(coachId: Id, day: CalendarDate): Promise<() => readonly CoachDaySession[]> {
    const projected = await this.projected.sessionsOn({ coachId, on: day });
    const sessions = projected.map(({ sessionId, creditedMinutes, minutes, startsAt }) => ({
      sessionId,
      minutes: creditedMinutes,
      durationMinutes: minutes,
      ...(startsAt !== null && { startsAt }),
    }));
    return () => {
      const recent = this.recent.get(keyOf(coachId, day));
      if (recent === undefined) return sessions;
      const untouched = sessions.filter(({ sessionId }) => !recent.has(sessionId));
      return [...untouched, ...[...recent.values()].filter((session) => session !== null)];
    };
  }

  /** Remembers that a session is on this day as from now; gives what takes that back. */
  add(coachId: Id, day: CalendarDate, session: CoachDaySession): () => void {
    return this.remember(coachId, day, session.sessionId, session);
  }

  /** Remembers that a session is no longer on this day; gives what takes that back. */
  remove(coachId: Id, day: CalendarDate, sessionId: Id): () => void {
    return this.remember(coachId, day, sessionId, null);
  }

  private remember(
    coachId: Id,
    day: CalendarDate,
    sessionId: Id,
    session: CoachDaySession | null,
  ): () => void {
    const key = keyOf(coachId, day);
    const recent: Recent = this.recent.get(key) ?? new Map();
    const before = recent.get(sessionId);
    recent.set(sessionId, session);
    this.recent.set(key, recent);
    return () => {
      if (before === undefined) recent.delete(sessionId);
      else recent.set(sessionId, before);
    };
  }
}

function keyOf(coachId: Id, day: CalendarDate): string {
  return `${coachId} ${day}`;
}
