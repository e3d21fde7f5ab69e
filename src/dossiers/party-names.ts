import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../domain/shared/ids.js';
import { coachesById } from '../../projections/coach/coach.query.js';
import { employersById } from '../../projections/employer/employer.query.js';
import { FORGOTTEN } from '../privacy/forgotten.js';
import { Sealer } from '../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { Names } from './words/event-words.js';

/** Finds the names that an answer speaks of, all at once. */
@Injectable()
export class PartyNames {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** Names by id; one who was forgotten or is not known is "een jobcoach" or "een werkgever". */
  async of(coachIds: Iterable<Id>, employerIds: Iterable<Id>): Promise<Names> {
    const [coaches, employers] = await Promise.all([
      coachesById(this.readStore.reader, [...new Set(coachIds)]),
      employersById(this.readStore.reader, [...new Set(employerIds)]),
    ]);
    const opened = await this.sealer.openAll<string>(coaches.map(({ name }) => name));
    const coachNames = new Map(
      coaches.map(({ id }, index) => {
        const name = opened[index];
        return [id, name === undefined || name === FORGOTTEN ? 'een jobcoach' : name] as const;
      }),
    );
    const employerNames = new Map(employers.map(({ id, name }) => [id, name] as const));
    return {
      coach: (id) => coachNames.get(id) ?? 'een jobcoach',
      employer: (id) => employerNames.get(id) ?? 'een werkgever',
    };
  }
}
