import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import {
  isClosedOn,
  lastDayAround,
  mayCoachOn,
  type TrajectoryState,
} from '../../domain/trajectory/state.js';
import {
  candidatesByReference,
  trajectoriesOfCandidates,
} from '../../projections/candidate/candidate.query.js';
import { coachesByName } from '../../projections/coach/coach.query.js';
import { familiesOf } from '../../projections/merges/merges.query.js';
import type { ImportParts } from './import-parts.js';
import { Remembered } from './remembered.js';

/** A trajectory as a row of sessions meets it. */
export interface KnownTrajectory {
  readonly facts: TrajectoryFacts;
  readonly state: TrajectoryState;
}

/** A coach by the name in a row, with the organisation where they work now. */
export interface NamedCoach {
  readonly id: Id;
  readonly organisationId: Id;
}

interface KnownCandidate {
  readonly organisationId: Id | null;
  readonly trajectoryIds: readonly Id[];
}

/** Finds whose session a row is. It reads the read models, so everything of the dossiers must be in them. */
export class SessionPlaces {
  readonly #parts: ImportParts;
  readonly #organisationIds: ReadonlySet<Id>;
  readonly #candidates = new Remembered<readonly KnownCandidate[]>();
  readonly #coaches = new Remembered<readonly NamedCoach[]>();

  /** @param organisationIds the organisations within which a reference means a candidate */
  constructor(parts: ImportParts, organisationIds: ReadonlySet<Id>) {
    this.#parts = parts;
    this.#organisationIds = organisationIds;
  }

  /**
   * The trajectories, in order of opening, of the candidate of this reference; none when there is no such candidate.
   * A reference in several organisations means the candidate where a coach of that name works, and of several such the
   * one to whom that coach is assigned on the day.
   */
  async trajectoriesOf(
    reference: string,
    coachName: string,
    on: CalendarDate | undefined,
  ): Promise<readonly KnownTrajectory[]> {
    const candidates = await this.#candidatesOf(reference);
    const [only] = candidates;
    if (only === undefined) return [];
    if (candidates.length === 1) return this.#load(only);
    const coaches = await this.coachesNamed(coachName);
    const employs = (organisationId: Id | null): boolean =>
      coaches.some((coach) => coach.organisationId === organisationId);
    const likely = candidates.filter((candidate) => employs(candidate.organisationId));
    const loaded = await Promise.all((likely.length > 0 ? likely : candidates).map((one) => this.#load(one)));
    const assigned = loaded.find((trajectories) =>
      trajectories.some(({ facts }) => on && coaches.some((coach) => mayCoachOn(facts, coach.id, on))),
    );
    return assigned ?? loaded[0] ?? [];
  }

  /** Every coach of that name. */
  coachesNamed(name: string): Promise<readonly NamedCoach[]> {
    const { db, blindIndex } = this.#parts;
    return this.#coaches.get([name], async () => {
      const index = name === '' ? null : await blindIndex(name);
      return index === null ? [] : coachesByName(db, index);
    });
  }

  #candidatesOf(reference: string): Promise<readonly KnownCandidate[]> {
    const { db, blindIndex } = this.#parts;
    return this.#candidates.get([reference], async () => {
      const index = reference === '' ? null : await blindIndex(reference);
      if (index === null) return [];
      const own = (await candidatesByReference(db, index)).filter(
        ({ organisationId }) => organisationId !== null && this.#organisationIds.has(organisationId),
      );
      const families = await familiesOf(
        db,
        own.map(({ id }) => id),
      );
      const people = [...new Set(families.values())];
      const trajectories = await trajectoriesOfCandidates(
        db,
        people.flatMap(({ ids }) => ids),
      );
      // Two registrations that were merged are one candidate, found by the number of either.
      return people.map(({ ids }) => ({
        organisationId: own.find(({ id }) => ids.includes(id))?.organisationId ?? null,
        trajectoryIds: trajectories
          .filter(({ candidateId }) => ids.includes(candidateId))
          .map((one) => one.id),
      }));
    });
  }

  async #load({ trajectoryIds }: KnownCandidate): Promise<readonly KnownTrajectory[]> {
    const { trajectories } = this.#parts.recorders;
    const loaded = await Promise.all(trajectoryIds.map((id) => trajectories.load(id)));
    return loaded.flatMap(({ state }) => (state.facts ? [{ facts: state.facts, state }] : []));
  }
}

/**
 * The trajectory that a session on this day is of: the one that is open, of several the latest opened, else the one
 * that closed last before it; undefined on a day before every opening.
 *
 * @param trajectories in order of opening
 */
export function trajectoryOn(
  trajectories: readonly KnownTrajectory[],
  on: CalendarDate,
): KnownTrajectory | undefined {
  const opened = trajectories.filter(({ facts }) => facts.openedOn <= on);
  const open = opened.findLast(({ facts }) => !isClosedOn(facts, on));
  if (open) return open;
  const closedOn = (one: KnownTrajectory | undefined) => (one && lastDayAround(one.facts, on)) ?? '';
  return opened.reduce<KnownTrajectory | undefined>(
    (last, one) => (closedOn(last) > closedOn(one) ? last : one),
    undefined,
  );
}
