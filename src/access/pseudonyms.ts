import { Inject, Injectable } from '@nestjs/common';
import { mayRead, type Standing } from '../../domain/access/index.js';
import type { ContactDetails } from '../../domain/candidate/events.js';
import type { Id } from '../../domain/shared/ids.js';
import { candidatesById } from '../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../projections/merges/merges.query.js';
import { FORGOTTEN } from '../privacy/forgotten.js';
import { Sealer } from '../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import type { Reader } from './reader.js';
import { PseudonymousTexts, type Texts } from './texts.js';

/** How texts about a candidate open for somebody, and what that somebody knows the candidate by. */
export interface Named {
  readonly texts: Texts;
  /** Undefined for who may know the name. */
  readonly pseudonym: string | undefined;
}

/** Keeps from auditors who a candidate is (domain.md section 9): one pseudonym per funder, the same after a merge. */
@Injectable()
export class Pseudonyms {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  /** What the reader knows this candidate by. */
  async of(reader: Reader, standing: Standing, candidateId: Id): Promise<Named> {
    // A finding that was opened (`PseudonymOpened` on `audit-{funderId}`) is to be told here; none is opened yet.
    const { only } = mayRead(standing, 'identity');
    if (only?.includes('pseudonym') !== true || reader.funderId === undefined) {
      return { texts: this.sealer, pseudonym: undefined };
    }
    const family = (await familiesOf(this.readStore.reader, [candidateId])).get(candidateId);
    const pseudonym = await this.sealer.pseudonym(reader.funderId, family?.survivorId ?? candidateId);
    const words = () => this.wordsFor(family?.ids ?? [candidateId]);
    const texts = new PseudonymousTexts(this.sealer, async () => ({ words: await words(), pseudonym }));
    return { texts, pseudonym };
  }

  /** Everything by which a registration names the person. */
  private async wordsFor(ids: readonly Id[]): Promise<readonly string[]> {
    const candidates = await candidatesById(this.readStore.reader, ids);
    const values = candidates.flatMap(({ name, reference, contact, legalRepresentative }) => [
      name,
      reference,
      contact,
      legalRepresentative,
    ]);
    const opened = await this.sealer.openAll<string | ContactDetails | null>(values);
    return opened.flatMap((value) => {
      if (value === FORGOTTEN || value === null) return [];
      return typeof value === 'string' ? [value] : Object.values(value as ContactDetails);
    });
  }
}
