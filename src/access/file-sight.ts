import {
  EVENT_KINDS,
  type FileKind,
  isOwnItem,
  mayRead,
  narrowed,
  type Owner,
  refuseAccess,
  type Sight,
  type Standing,
} from '../../domain/access/index.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import type { Reader } from './reader.js';
import type { Texts } from './texts.js';

type Fields = Readonly<Record<string, unknown>>;

/** How somebody was let in to what is about one candidate. */
export class PersonSight {
  constructor(
    readonly reader: Reader,
    readonly standing: Standing,
    /** Opens what people wrote about the candidate, for this reader. */
    readonly texts: Texts,
    /** What an auditor knows the candidate by; undefined for who may know the name. */
    readonly pseudonym: string | undefined,
  ) {}

  /** How much the reader sees of a kind of data; throws where the route does not say that it gives that kind. */
  of(kind: FileKind): Sight {
    this.reader.reading.mustGive(kind);
    return mayRead(this.standing, kind, { pseudonymOpened: this.isPseudonymOpened });
  }

  /** Whether the reader sees anything of that kind. */
  shows(kind: FileKind): boolean {
    return this.of(kind).items !== 'none';
  }

  /** The item with the fields that the reader sees of that kind. */
  narrowed<Item extends object>(kind: FileKind, item: Item): Partial<Item> {
    return narrowed(item, this.of(kind));
  }

  private get isPseudonymOpened(): boolean {
    return this.standing === 'auditor' && this.pseudonym === undefined;
  }
}

/** How somebody was let in to one trajectory: what of it they see, item by item and field by field. */
export class FileSight extends PersonSight {
  constructor(
    let_in: PersonSight,
    /** The trajectory as it is now; a candidate knows it under the own registration. */
    readonly facts: TrajectoryFacts,
    readonly owner: Owner,
  ) {
    super(let_in.reader, let_in.standing, let_in.texts, let_in.pseudonym);
  }

  /** Refuses with `trajectory.not-found` who sees nothing of that kind. */
  demand(kind: FileKind): void {
    if (!this.shows(kind)) refuseAccess('trajectory.not-found');
  }

  /** Whether the reader sees this item of that kind, by the fields that it was recorded with. */
  isSeen(kind: FileKind, fields: Fields): boolean {
    const { items } = this.of(kind);
    return items === 'all' || (items === 'own' && isOwnItem(this.owner, kind, fields, this.facts));
  }

  /** Whether the reader is told of this event of the trajectory. */
  isTold({ type, data }: { readonly type: string; readonly data: object }): boolean {
    return this.isSeen(EVENT_KINDS[type as TrajectoryEvent['type']], data as Fields);
  }
}
