import { Injectable } from '@nestjs/common';
import { mayReadConfidential, trajectoryScope } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Session } from '../../../../domain/trajectory/facts.js';
import type { WrittenSession } from '../../../../projections/sessions/sessions.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { FORGOTTEN, type Forgotten } from '../../../privacy/forgotten.js';
import type { FileAsOf } from '../../files/files.js';
import { sessionOnDay } from './session-on-day.js';
import { type SessionRecognition, SessionRecognitions } from './session-recognitions.js';

/** A session as it is answered: texts opened, null where the person was forgotten. */
export interface OpenSession extends Session {
  readonly recordedAt: string;
  readonly summary: string | null;
  readonly goals: readonly string[] | null;
  /** Only for who sees findings: whether coach and organisation had a valid recognition on that day. */
  readonly recognised?: SessionRecognition;
  /** Only for the candidate and the coach of that day; for others it is not there. */
  readonly confidentialNote?: string | null;
}

/** Who asks for sessions of a file, as of which day. */
export interface SessionsAsked extends FileAsOf {
  readonly sight: FileSight;
  readonly on: CalendarDate | undefined;
}

/** Opens sessions for who may read them. What is out of sight now is so in every earlier knowledge. */
@Injectable()
export class OpenSessions {
  constructor(private readonly recognitions: SessionRecognitions) {}

  /** Those of `written` that the reader may see and that had been held by the day asked about. */
  async inSight(
    { sight, on, ...files }: SessionsAsked,
    written: readonly WrittenSession[],
  ): Promise<readonly WrittenSession[]> {
    const held = written.filter(({ session }) => on === undefined || session.on <= on);
    if (sight.of('session').items === 'all') return held;
    const now = await asTheyAre(files, held);
    return held.filter((one) =>
      [one, now.get(one.session.id)].every((it) => it && sight.isSeen('session', { ...it.session })),
    );
  }

  /** Sessions that are in sight, in the same order. */
  async open(asked: SessionsAsked, written: readonly WrittenSession[]): Promise<readonly OpenSession[]> {
    const { sight, on } = asked;
    const now = await asTheyAre(asked, written);
    const confidential = written.map((one) =>
      [one, now.get(one.session.id)].every((it) => it && mayReadNote(sight, it.session)),
    );
    const rows = written.map(({ summary, goals, confidentialNote }, index) => ({
      summary,
      goals,
      confidentialNote: confidential[index] ? confidentialNote : null,
    }));
    const opened = await sight.texts.openRows(rows);
    const recognised = await this.recognitions.of(
      sight,
      written.map(({ session }) => session),
    );
    return written.map(({ session, recordedAt }, index) => {
      const texts = opened[index];
      const recognition = recognised.get(session.id);
      const held: OpenSession = {
        ...sessionOnDay(session, sight.facts, on),
        recordedAt,
        summary: known(texts?.summary),
        goals: known(texts?.goals),
      };
      return {
        ...(sight.narrowed('session', held) as OpenSession),
        ...(recognition && { recognised: recognition }),
        ...(confidential[index] && { confidentialNote: known(texts?.confidentialNote) }),
      };
    });
  }
}

/** The same sessions as they are now, by id. Nothing is read when that is what was asked for. */
async function asTheyAre(
  { file, now }: FileAsOf,
  written: readonly WrittenSession[],
): Promise<ReadonlyMap<Id, WrittenSession>> {
  const present = file === now ? written : await now.sessionsById(written.map(({ session }) => session.id));
  return new Map(present.map((one) => [one.session.id, one]));
}

/** Of the coaches only who was there or coached on that day (decision 9). */
function mayReadNote(sight: FileSight, { on, coachId }: Session): boolean {
  const scope = trajectoryScope(sight.facts, { today: on, day: on });
  return sight.shows('confidential-note') && mayReadConfidential(sight.reader, scope, coachId);
}

function known<Value>(value: Value | Forgotten | null | undefined): Value | null {
  return value === undefined || value === FORGOTTEN ? null : (value as Value | null);
}
