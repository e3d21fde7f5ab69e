import { candidateEvents } from '../../domain/candidate/events.js';
import { coachEvents } from '../../domain/coach/events.js';
import { employerEvents } from '../../domain/employer/events.js';
import { funderEvents } from '../../domain/funder/events.js';
import { organisationEvents } from '../../domain/organisation/events.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Upcast } from '../../domain/shared/event-definition.js';
import type { Protection } from '../../domain/shared/protected.js';
import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { NewEvent } from './event-store.port.js';

/** The kinds of stream; a stream's name is `{category}-{id}`. */
export const STREAM_CATEGORIES = [
  'trajectory',
  'candidate',
  'coach',
  'organisation',
  'employer',
  'funder',
] as const;
export type StreamCategory = (typeof STREAM_CATEGORIES)[number];

/** What the log has to know about an event type, whatever its data. */
export interface RegisteredDefinition {
  readonly version: number;
  // A method, so that a definition of any one event's data fits: what arrives has been upcast to that very shape.
  occurredOn(data: object): CalendarDate | undefined;
  readonly protect: { readonly [field: string]: Protection | undefined };
  readonly upcasters: { readonly [fromVersion: number]: Upcast };
}

/** Event definitions by stored type name. */
export type Definitions = { readonly [type: string]: RegisteredDefinition };

/** An event type as the registry holds it. */
export interface RegisteredEvent {
  readonly type: string;
  readonly category: StreamCategory;
  readonly definition: RegisteredDefinition;
}

/** The definitions of each category of stream as the domain has them. */
export const domainEvents: { readonly [C in StreamCategory]: Definitions } = {
  trajectory: trajectoryEvents,
  candidate: candidateEvents,
  coach: coachEvents,
  organisation: organisationEvents,
  employer: employerEvents,
  funder: funderEvents,
};

/** The registry cannot be right: found at start, before anything is read or stored. */
export class RegistryFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the event registry does not add up: ${faults.join('; ')}`);
    this.name = 'RegistryFault';
  }
}

/** The log holds an event that this version of the program does not know. */
export class NewerEvent extends Error {
  constructor(
    readonly type: string,
    readonly schemaVersion: number,
    readonly programVersion: string,
  ) {
    super(
      `Het logboek bevat ${type} in vorm ${schemaVersion}, en die kent Doorlopend ${programVersion} niet. ` +
        `Start een versie die nieuwer is dan ${programVersion}; het logboek zelf is ongeschonden.`,
    );
    this.name = 'NewerEvent';
  }
}

const PROTECTIONS: readonly unknown[] = ['identity', 'narrative', 'confidential'] satisfies Protection[];

/** Every event type that the log may hold, and the way from each stored shape to the present one. */
export class EventRegistry {
  readonly #events = new Map<string, RegisteredEvent>();

  /**
   * `programVersion` is named when the log turns out to be newer than the program.
   * Throws `RegistryFault` naming every duplicate name, gap in an upcaster chain and unknown protection at once.
   */
  constructor(
    readonly programVersion: string,
    definitions: { readonly [C in StreamCategory]?: Definitions } = domainEvents,
  ) {
    const faults: string[] = [];
    for (const category of STREAM_CATEGORIES) {
      for (const [type, definition] of Object.entries(definitions[category] ?? {})) {
        faults.push(...faultsOf(type, definition));
        const other = this.#events.get(type);
        if (other !== undefined) faults.push(`${type} is an event of both ${other.category} and ${category}`);
        this.#events.set(type, { type, category, definition });
      }
    }
    if (faults.length > 0) throw new RegistryFault(faults);
  }

  /** Every stored type name. */
  get types(): readonly string[] {
    return [...this.#events.keys()];
  }

  /** What is known of a type; throws `NewerEvent` for a name that this program does not know. */
  get(type: string): RegisteredEvent {
    const event = this.#events.get(type);
    if (event === undefined) throw new NewerEvent(type, 1, this.programVersion);
    return event;
  }

  /** The shapes that a type was ever stored in; throws `NewerEvent` for a name that this program does not know. */
  shapesOf(type: string): readonly { readonly type: string; readonly schemaVersion: number }[] {
    const { version } = this.get(type).definition;
    return Array.from({ length: version }, (_, index) => ({ type, schemaVersion: index + 1 }));
  }

  /** Throws `NewerEvent` for a type or a schema version that this program does not know. */
  check({ type, schemaVersion }: Pick<NewEvent, 'type' | 'schemaVersion'>): void {
    this.#definitionOf(type, schemaVersion);
  }

  /** True when an event was stored in the present shape of its type. */
  isPresent({ type, schemaVersion }: Pick<NewEvent, 'type' | 'schemaVersion'>): boolean {
    return this.#events.get(type)?.definition.version === schemaVersion;
  }

  /**
   * The data of a stored event in the present shape of its type, protected fields still sealed.
   * Throws `NewerEvent` for a type or a schema version that this program does not know.
   */
  upcast(event: Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>): Readonly<Record<string, unknown>> {
    const known = this.#definitionOf(event.type, event.schemaVersion);
    let data = event.data;
    for (let version = event.schemaVersion; version < known.version; version++) {
      data = (known.upcasters[version] as Upcast)(data);
    }
    return data;
  }

  #definitionOf(type: string, schemaVersion: number): RegisteredDefinition {
    const known = this.#events.get(type)?.definition;
    if (known !== undefined && schemaVersion <= known.version) return known;
    throw new NewerEvent(type, schemaVersion, this.programVersion);
  }
}

function faultsOf(type: string, { version, upcasters, protect }: RegisteredDefinition): readonly string[] {
  if (!Number.isInteger(version) || version < 1) return [`${type} has version ${version}`];
  const faults: string[] = [];
  for (let from = 1; from < version; from++) {
    if (typeof upcasters[from] !== 'function') faults.push(`${type} has no upcaster from version ${from}`);
  }
  for (const from of Object.keys(upcasters)) {
    const known = Number.isInteger(Number(from)) && Number(from) >= 1 && Number(from) < version;
    if (!known) faults.push(`${type} has an upcaster from version ${from}, but its version is ${version}`);
  }
  for (const [field, protection] of Object.entries(protect)) {
    if (!PROTECTIONS.includes(protection))
      faults.push(`${type}.${field} is protected as ${String(protection)}`);
  }
  return faults;
}

/** The category and id in a stream's name; undefined when it is not named as the streams of the domain are. */
export function parseStream(stream: string): { category: StreamCategory; id: string } | undefined {
  const dash = stream.indexOf('-');
  const category = STREAM_CATEGORIES.find((known) => known === stream.slice(0, dash));
  return category === undefined ? undefined : { category, id: stream.slice(dash + 1) };
}

/** The name of a stream: `trajectory-{id}`. */
export function streamName(category: StreamCategory, id: string): string {
  return `${category}-${id}`;
}
