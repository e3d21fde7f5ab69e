import { Inject, Injectable } from '@nestjs/common';
import type { CoachAbsences } from '../../domain/reachable/index.js';
import { amsterdamDate, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { coachesById } from '../../projections/coach/coach.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';

/** Finds on which days coaches are away, of all of them at once. */
@Injectable()
export class CoachesAway {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /** The absences of these coaches, as known now or by the end of `knownOn`. One query. */
  async of(coachIds: readonly Id[], knownOn?: CalendarDate): Promise<CoachAbsences> {
    const coaches = await coachesById(this.readStore.reader, coachIds);
    return new Map(
      coaches.map(({ id, away }) => {
        const known = away.flatMap(({ recorded }) => {
          const stated = recorded.findLast(
            ({ recordedAt }) => knownOn === undefined || amsterdamDate(recordedAt) <= knownOn,
          );
          return stated === undefined ? [] : [{ from: stated.from, to: stated.until ?? undefined }];
        });
        return [id, known];
      }),
    );
  }
}
