import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../../../domain/shared/ids.js';
import { isRecognisedOn } from '../../../../domain/shared/recognitions.js';
import type { Session } from '../../../../domain/trajectory/facts.js';
import { organisationOn } from '../../../../domain/trajectory/state.js';
import { coachesById } from '../../../../projections/coach/coach.query.js';
import { organisationsById } from '../../../../projections/organisation/organisation.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** Whether the coach and the organisation of a session had a valid recognition on its day. */
export interface SessionRecognition {
  readonly coach: boolean;
  readonly organisation: boolean;
}

/** Looks at recognitions on the days of sessions; recording a session never waits for one (domain.md section 5). */
@Injectable()
export class SessionRecognitions {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /**
   * By session, for whoever sees the findings of an audit: it is one of them (domain.md section 8, 7). Two queries, however many sessions there
   * are.
   */
  async of(sight: FileSight, sessions: readonly Session[]): Promise<ReadonlyMap<Id, SessionRecognition>> {
    if (!sight.shows('finding') || sessions.length === 0) return new Map();
    const { facts } = sight;
    const db = this.readStore.reader;
    const [coaches, organisations] = await Promise.all([
      coachesById(db, [...new Set(sessions.map(({ coachId }) => coachId))]),
      organisationsById(db, [...new Set(sessions.map(({ on }) => organisationOn(facts, on)))]),
    ]);
    return new Map(
      sessions.map(({ id, coachId, on }) => {
        const coach = coaches.find((one) => one.id === coachId);
        const organisation = organisations.find((one) => one.id === organisationOn(facts, on));
        return [
          id,
          {
            coach: isRecognisedOn(coach?.recognitions ?? [], on),
            organisation: isRecognisedOn(organisation?.recognitions ?? [], on),
          },
        ];
      }),
    );
  }
}
