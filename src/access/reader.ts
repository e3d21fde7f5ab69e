import type { DataKind, Gives, Standing } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Asker } from '../identity/asker.js';

/** That somebody was let in to a candidate's data: what a record of who looked is made of. */
export interface Look {
  /** As the trajectory or the asker names the candidate; a merge may have given the person another id. */
  readonly candidateId: Id;
  /** Undefined where it was about the candidate and not about one trajectory. */
  readonly trajectoryId?: Id | undefined;
  /** What the asker is to the file. */
  readonly standing: Standing;
}

/** One reading: by which route, of which kinds of data, and of whom. The gate fills it in. */
export class Reading {
  #decided = false;
  readonly #looks: Look[] = [];

  constructor(
    /** The pattern of the route, such as `/v1/trajectories/:id/sessions`; never the address itself. */
    readonly route: string,
    /** What the route said that it gives. */
    readonly gives: Gives,
  ) {}

  /** True once it was decided what of this the asker may see. */
  get isDecided(): boolean {
    return this.#decided;
  }

  /** Whose data the asker was let in to, in the order of asking. */
  get looks(): readonly Look[] {
    return this.#looks;
  }

  /** Says that it was decided, and who was looked at. */
  decide(looks: readonly Look[] = []): void {
    this.#decided = true;
    this.#looks.push(...looks);
  }

  /** Throws where a route would give what it did not say that it gives. */
  mustGive(kind: DataKind): void {
    if (!this.gives.includes(kind)) throw new Error(`${this.route} does not say that it gives ${kind}`);
  }
}

/** Who asks, with what they read: every question about people starts from one. */
export interface Reader extends Asker {
  readonly reading: Reading;
}
