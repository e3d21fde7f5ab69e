import { ruleSetOn } from '../../domain/funder/state.js';
import { presetNamed } from '../../domain/rule-sets/index.js';
import type { DomainEvent } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { candidatesByReference } from '../../projections/candidate/candidate.query.js';
import { coachesByName } from '../../projections/coach/coach.query.js';
import { employersByName } from '../../projections/employer/employer.query.js';
import { fundersByName } from '../../projections/funder/funder.query.js';
import { organisationsByName } from '../../projections/organisation/organisation.query.js';
import { normalisedName } from '../../projections/shared/normalised-name.js';
import { actorOf, OPERATOR } from '../recording/actor.js';
import type { StreamRecorder } from '../recording/stream-recorder.js';
import { normalWord } from './cells.js';
import type { DossierTrajectory } from './dossier-row.js';
import { commandIdFor, partyIdFor } from './import-ids.js';
import { type ImportParts, recordOnce } from './import-parts.js';
import { refuseRow } from './import-refusals.js';
import { Remembered } from './remembered.js';

/** Finds the parties that rows name, and registers those that are not there. Every party is looked up once in a run. */
export class ImportParties {
  readonly #parts: ImportParts;
  readonly #parties = new Remembered<Id>();

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  /**
   * The funder by name, with the rules that the row states (reading 55). Refused with `rule-set.not-of-funder` when it
   * has others on the day of the opening, and with `rule-set.unknown` when neither funder nor rules are known.
   */
  async funder(trajectory: DossierTrajectory): Promise<Id> {
    const { ruleSetName, openedOn } = trajectory;
    const id = await this.#funderNamed(trajectory);
    const { state } = await this.#parts.recorders.funders.load(id);
    const held = ruleSetOn(state, openedOn)?.ruleSet.name;
    if (held === undefined || normalWord(held) !== ruleSetName) refuseRow('rule-set.not-of-funder');
    return id;
  }

  /** The organisation by name. */
  organisation(name: string): Promise<Id> {
    const { db, recorders } = this.#parts;
    const normalised = normalisedName(name);
    return this.#parties.get(['organisation', normalised], async () => {
      const [found] = await organisationsByName(db, normalised);
      if (found) return found.id;
      const id = partyIdFor('organisation', normalised);
      return this.#register(recorders.organisations, id, { type: 'RegisterOrganisation', name: normalised });
    });
  }

  /** The employer by name: one for each name over the whole database (api.md, "The import"). */
  employer(name: string): Promise<Id> {
    const { db, recorders } = this.#parts;
    const normalised = normalisedName(name);
    return this.#parties.get(['employer', normalised], async () => {
      const [found] = await employersByName(db, normalised);
      if (found) return found.id;
      const id = partyIdFor('employer', normalised);
      return this.#register(recorders.employers, id, { type: 'RegisterEmployer', name: normalised });
    });
  }

  /** The coach by name within the organisation. */
  coach(name: string, organisationId: Id): Promise<Id> {
    const { db, recorders, blindIndex } = this.#parts;
    const normalised = normalisedName(name);
    return this.#parties.get(['coach', organisationId, normalised], async () => {
      const index = await blindIndex(normalised);
      const [found] = index === null ? [] : await coachesByName(db, index, organisationId);
      if (found) return found.id;
      const id = partyIdFor('coach', organisationId, normalised);
      const command = { type: 'RegisterCoach', name: normalised, organisationId } as const;
      return this.#register(recorders.coaches, id, command);
    });
  }

  /** The candidate by reference within the organisation; one that is not there gets the name of the row. */
  candidate(trajectory: DossierTrajectory, organisationId: Id, funderId: Id): Promise<Id> {
    const { db, recorders, blindIndex } = this.#parts;
    const reference = normalisedName(trajectory.candidateReference);
    return this.#parties.get(['candidate', organisationId, reference], async () => {
      const index = await blindIndex(reference);
      const [found] = index === null ? [] : await candidatesByReference(db, index, { organisationId });
      if (found) return found.id;
      const { state } = await recorders.funders.load(funderId);
      const asksForBsn = ruleSetOn(state, trajectory.openedOn)?.ruleSet.asksForBsn ?? false;
      const id = partyIdFor('candidate', organisationId, reference);
      return this.#register(recorders.candidates, id, {
        type: 'RegisterCandidate',
        name: trajectory.candidateName,
        reference,
        organisationId,
        circumstances: { asksForBsn },
      });
    });
  }

  #funderNamed({ funderName, funderKind: kind, ruleSetName }: DossierTrajectory): Promise<Id> {
    const { db, recorders } = this.#parts;
    const name = normalisedName(funderName);
    return this.#parties.get(['funder', name], async () => {
      const [found] = await fundersByName(db, name);
      if (found) return found.id;
      const ruleSet = presetNamed(ruleSetName) ?? refuseRow('rule-set.unknown');
      const id = partyIdFor('funder', name);
      return this.#register(recorders.funders, id, { type: 'RegisterFunder', name, kind, ruleSet });
    });
  }

  /** Registers under an id that follows from what identifies the party: whoever has it already is this very party. */
  async #register<State, Command, Event extends DomainEvent>(
    recorder: StreamRecorder<State, Command, Event>,
    id: Id,
    command: Command,
  ): Promise<Id> {
    const { clock, keepUp } = this.#parts;
    const actor = actorOf(OPERATOR, 'import');
    try {
      await recordOnce(keepUp, () =>
        recorder.record(id, () => command, { actor, now: clock.now(), commandId: commandIdFor(id) }),
      );
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'id.already-used')) throw error;
    }
    return id;
  }
}
