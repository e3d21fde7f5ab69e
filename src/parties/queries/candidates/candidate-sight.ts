import { Inject, Injectable } from '@nestjs/common';
import { mayRead } from '../../../../domain/access/index.js';
import type { ContactDetails } from '../../../../domain/candidate/events.js';
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
import { type Acquaintance, acquaintanceOf, isOwnCandidate } from '../../../access/acquaintance.js';
import type { PersonSight } from '../../../access/file-sight.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { isOutOfUse } from '../../../access/restricted-sight.js';
import { knownOrNull } from '../../../privacy/known.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/**
 * A candidate as somebody may know them, with the trajectories in sight. What identifies the person is null where that
 * was erased, was never recorded, or is not for this reader; an auditor gets a pseudonym in its place.
 */
export interface CandidateInSight {
  readonly id: Id;
  readonly reference: string | null;
  readonly name: string | null;
  readonly contact: ContactDetails | null;
  readonly legalRepresentative: string | null;
  readonly pseudonym?: string;
  readonly trajectoryIds: readonly Id[];
  /** Other registrations that turned out to be the same person; left out when there are none. */
  readonly duplicateIds?: readonly Id[];
  /** Candidates that may well be the same person; left out when there are none, and for who may not merge them. */
  readonly possibleDuplicates?: readonly PossibleDuplicate[];
}

/** One person with every registration, the one that stays first. */
interface KnownCandidate extends Acquaintance {
  readonly id: Id;
  readonly registrations: readonly CandidateView[];
}

/** The same, and how the reader was let in. */
export interface SeenCandidate extends KnownCandidate {
  readonly sight: PersonSight;
}

const NOBODY = { reference: null, name: null, contact: null, legalRepresentative: null } as const;

/** Leaves out of some candidates whoever the reader may not know of. */
@Injectable()
export class CandidateSight {
  constructor(
    private readonly gate: ReadGate,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The people of these ids in sight, each once, by id. A few queries, however many there are. */
  async seen(reader: Reader, ids: readonly Id[]): Promise<readonly SeenCandidate[]> {
    const known = await this.known(reader, ids);
    const seen: SeenCandidate[] = [];
    for (const one of known) {
      const sight = await this.gate.candidate(reader, one.id, one.standings);
      if (sight !== undefined) seen.push({ ...one, sight });
    }
    // Decided, also where nobody is in sight.
    if (known.length === 0) reader.reading.decide();
    return seen;
  }

  /** The same as they are answered: with what the reader may know them by, and who may be one with them. */
  async answered(reader: Reader, seen: readonly SeenCandidate[]): Promise<readonly CandidateInSight[]> {
    const alike = await this.possibleDuplicates(reader, seen);
    return Promise.all(
      seen.map(async (one): Promise<CandidateInSight> => {
        const { id, registrations, trajectories, sight } = one;
        const duplicateIds = registrations.slice(1).map((registration) => registration.id);
        const possibleDuplicates = alike
          .filter((other) => other.id !== id)
          .flatMap((other) => likeness(one, other));
        const all = {
          id,
          ...(await identityOf(reader, one)),
          ...(sight.pseudonym !== undefined && { pseudonym: sight.pseudonym }),
          trajectoryIds: trajectories.map((facts: TrajectoryFacts) => facts.id),
          ...(duplicateIds.length > 0 && { duplicateIds }),
          ...(possibleDuplicates.length > 0 && { possibleDuplicates }),
        };
        return { ...NOBODY, ...sight.narrowed('identity', all) } as CandidateInSight;
      }),
    );
  }

  private async known(reader: Reader, ids: readonly Id[]): Promise<readonly KnownCandidate[]> {
    const db = this.readStore.reader;
    const families: { readonly survivorId: Id; readonly ids: readonly Id[] }[] = [];
    for (const family of new Set((await familiesOf(db, ids)).values())) {
      if (!(await isOutOfUse(db, reader, family.survivorId))) families.push(family);
    }
    const all = families.flatMap((family) => family.ids);
    const views = new Map((await candidatesById(db, all)).map((view) => [view.id, view]));
    const facts = await factsOfCandidates(db, all);
    const employerIds = await this.gate.employerIdsOf(reader);
    const today = this.clock.today();
    return families
      .map(({ survivorId: id, ids: own }) => {
        const registrations = own.flatMap((one) => views.get(one) ?? []);
        const trajectories = facts.filter(({ candidateId }) => own.includes(candidateId));
        const acquaintance = acquaintanceOf(reader, employerIds, { registrations, trajectories }, today);
        return { id, registrations, ...acquaintance };
      })
      .filter(({ registrations, standings }) => registrations.length > 0 && standings.length > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** For who may merge candidates: a coordinator or a case director. */
  private async possibleDuplicates(
    reader: Reader,
    seen: readonly SeenCandidate[],
  ): Promise<readonly KnownCandidate[]> {
    const merges = reader.role === 'coordinator' || reader.role === 'case-director';
    if (!merges || seen.length === 0) return [];
    const references = seen.flatMap((one) =>
      one.registrations.flatMap(({ referenceIndex }) => referenceIndex ?? []),
    );
    const alike = await candidatesOfReferences(this.readStore.reader, references);
    return this.known(
      reader,
      alike.map(({ id }) => id),
    );
  }
}

/** Whether the reader may know a candidate by the number that somebody registered them under. */
export function seesReferences({ reading, role }: Reader): boolean {
  reading.mustGive('identity');
  const standing = role === 'coach' ? 'own-coach' : role;
  if (standing === 'administrator') return false;
  const { items, only } = mayRead(standing, 'identity');
  return items !== 'none' && (only?.includes('reference') ?? true);
}

async function identityOf(reader: Reader, one: SeenCandidate) {
  const { sight } = one;
  const { name, reference, contact, legalRepresentative } = shownTo(reader, one);
  // What the reader does not get is not even opened.
  const seen = sight.narrowed('identity', { name, reference, contact, legalRepresentative });
  const [opened] = await sight.texts.openRows([seen]);
  return Object.fromEntries(
    Object.entries(opened ?? {}).map(([field, value]) => [field, knownOrNull(value)]),
  );
}

/** The registration whose number the reader may know: an own one, or one with a trajectory in sight. */
function shownTo(reader: Reader, { registrations, trajectories }: KnownCandidate): CandidateView {
  const shown = registrations.find(
    (one) => isOwnCandidate(reader, one) || trajectories.some(({ candidateId }) => candidateId === one.id),
  );
  return (shown ?? registrations[0]) as CandidateView;
}

/** The other one, when both have one reference of one organisation or funder: it is unique within that only. */
function likeness(one: KnownCandidate, other: KnownCandidate): readonly PossibleDuplicate[] {
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
