import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import {
  type CandidateView,
  candidatesById,
  candidatesOfReferences,
} from '../../../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../../../projections/merges/merges.query.js';
import type { PossibleDuplicate } from '../../../../projections/shared/alike.js';
import { factsOfCandidates } from '../../../../projections/trajectory/trajectory.query.js';
import { isOwnCandidate, seesPossibleDuplicates, trajectoriesInSight } from '../../../access/party-sight.js';
import { isOutOfUse } from '../../../access/restricted-sight.js';
import type { Asker } from '../../../identity/asker.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** A candidate by the organisation's own number, with the trajectories in sight; `reference` null when it was erased. */
export interface CandidateInSight {
  readonly id: Id;
  readonly reference: string | null;
  readonly trajectoryIds: readonly Id[];
  /** Other registrations that turned out to be the same person; left out when there are none. */
  readonly duplicateIds?: readonly Id[];
  /** Candidates that may well be the same person; left out when there are none, and for who may not merge them. */
  readonly possibleDuplicates?: readonly PossibleDuplicate[];
}

/** One person with every registration, the one that stays first. */
export interface SeenCandidate {
  readonly id: Id;
  readonly registrations: readonly CandidateView[];
  readonly trajectories: readonly TrajectoryFacts[];
}

/** Leaves out of some candidates whoever the asker may not know of. */
@Injectable()
export class CandidateSight {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The people of these ids in sight, each once, by id. A few queries, however many there are. */
  async seen(asker: Asker, ids: readonly Id[]): Promise<readonly SeenCandidate[]> {
    const db = this.readStore.reader;
    const families: { readonly survivorId: Id; readonly ids: readonly Id[] }[] = [];
    for (const family of new Set((await familiesOf(db, ids)).values())) {
      if (!(await isOutOfUse(db, asker, family.survivorId))) families.push(family);
    }
    const all = families.flatMap((family) => family.ids);
    const views = new Map((await candidatesById(db, all)).map((view) => [view.id, view]));
    const facts = await factsOfCandidates(db, all);
    const today = this.clock.today();
    return families
      .flatMap(({ survivorId: id, ids: own }) => {
        const registrations = own.flatMap((one) => views.get(one) ?? []);
        const theirs = facts.filter(({ candidateId }) => own.includes(candidateId));
        const trajectories = trajectoriesInSight(asker, registrations, theirs, today);
        return trajectories === undefined || registrations.length === 0
          ? []
          : [{ id, registrations, trajectories }];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The same as they are answered: with the reference that the asker may know them by, and who may be one with them. */
  async answered(asker: Asker, seen: readonly SeenCandidate[]): Promise<readonly CandidateInSight[]> {
    const references = await this.sealer.openAll(seen.map((one) => shownTo(asker, one).reference));
    const alike = await this.possibleDuplicates(asker, seen);
    return seen.map((one, index) => {
      const { id, registrations, trajectories } = one;
      const reference = references[index];
      const duplicateIds = registrations.slice(1).map((registration) => registration.id);
      const possibleDuplicates = alike
        .filter((other) => other.id !== id)
        .flatMap((other) => likeness(one, other));
      return {
        id,
        reference: reference === FORGOTTEN || reference === undefined ? null : reference,
        trajectoryIds: trajectories.map((facts) => facts.id),
        ...(duplicateIds.length > 0 && { duplicateIds }),
        ...(possibleDuplicates.length > 0 && { possibleDuplicates }),
      };
    });
  }

  private async possibleDuplicates(
    asker: Asker,
    seen: readonly SeenCandidate[],
  ): Promise<readonly SeenCandidate[]> {
    if (!seesPossibleDuplicates(asker) || seen.length === 0) return [];
    const references = seen.flatMap((one) =>
      one.registrations.flatMap(({ referenceIndex }) => referenceIndex ?? []),
    );
    const alike = await candidatesOfReferences(this.readStore.reader, references);
    return this.seen(
      asker,
      alike.map(({ id }) => id),
    );
  }
}

/** The registration whose number the asker may know: an own one, or one with a trajectory in sight. */
function shownTo(asker: Asker, { registrations, trajectories }: SeenCandidate): CandidateView {
  const shown = registrations.find(
    (one) => isOwnCandidate(asker, one) || trajectories.some(({ candidateId }) => candidateId === one.id),
  );
  return (shown ?? registrations[0]) as CandidateView;
}

/** The other one, when both have one reference of one organisation or funder: it is unique within that only. */
function likeness(one: SeenCandidate, other: SeenCandidate): readonly PossibleDuplicate[] {
  const sameReference = one.registrations.some((a) =>
    other.registrations.some(
      (b) =>
        a.referenceIndex !== null &&
        a.referenceIndex === b.referenceIndex &&
        a.organisationId === b.organisationId &&
        a.funderId === b.funderId,
    ),
  );
  return sameReference ? [{ id: other.id, because: ['reference'] }] : [];
}
