import type { CandidateEvent } from '../../domain/candidate/events.js';
import type { CoachEvent } from '../../domain/coach/events.js';
import type { EmployerEvent } from '../../domain/employer/events.js';
import type { FunderEvent } from '../../domain/funder/events.js';
import type { OrganisationEvent } from '../../domain/organisation/events.js';
import type { Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Sealed } from '../../domain/shared/protected.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import { domainEvents } from '../../src/event-store/event-registry.js';

interface EventsOf {
  readonly candidate: CandidateEvent;
  readonly coach: CoachEvent;
  readonly employer: EmployerEvent;
  readonly funder: FunderEvent;
  readonly organisation: OrganisationEvent;
  readonly trajectory: TrajectoryEvent;
}

/** What happened, told in order: events as the feed would give them. */
export class Story {
  readonly events: ProjectedEvent[] = [];
  readonly #revisions = new Map<string, number>();

  constructor(private readonly recordedAt: Instant = '2026-01-02T10:00:00.000Z') {}

  tell<Category extends keyof EventsOf>(category: Category, id: Id, event: EventsOf[Category]): this {
    const stream = `${category}-${id}`;
    const revision = (this.#revisions.get(stream) ?? -1) + 1;
    this.#revisions.set(stream, revision);
    const number = this.events.length + 1;
    this.events.push({
      id: `event-${number}`,
      type: event.type,
      data: event.data as never,
      stream,
      streamId: id,
      revision,
      position: `p${number}`,
      recordedAt: this.recordedAt,
      occurredOn: domainEvents[category][event.type]?.occurredOn(event.data),
      actor: { subject: 'coordinator-1', role: 'coordinator', via: 'api' },
      commandId: `command-${number}`,
    });
    return this;
  }

  trajectory(id: Id, ...events: readonly TrajectoryEvent[]): this {
    for (const event of events) this.tell('trajectory', id, event);
    return this;
  }
}

/** A text as the log holds it. */
export function sealed(text: string): Sealed {
  return { sealedWith: 'candidate/candidate-1/narrative/1', of: `event/${text}`, box: `box of ${text}` };
}

type DataOf<Type extends TrajectoryEvent['type']> = Extract<TrajectoryEvent, { type: Type }>['data'];

/** The opening of a trajectory for candidate-1 on 2024-01-01, with what the test wants otherwise. */
export function opened(otherwise: Partial<DataOf<'TrajectoryOpened'>> = {}): TrajectoryEvent {
  return {
    type: 'TrajectoryOpened',
    data: {
      trajectoryId: 'trajectory-1',
      candidateId: 'candidate-1',
      funderId: 'funder-1',
      organisationId: 'organisation-1',
      ruleSet: { name: 'municipal-2y', version: 1 },
      openedOn: '2024-01-01',
      ...otherwise,
    },
  };
}

/** A session of an hour by coach-1 on 2024-02-01, with what the test wants otherwise. */
export function session(
  sessionId: Id,
  otherwise: Partial<DataOf<'SessionRecorded'>> = {},
): Extract<TrajectoryEvent, { type: 'SessionRecorded' }> {
  return {
    type: 'SessionRecorded',
    data: {
      sessionId,
      coachId: 'coach-1',
      on: '2024-02-01',
      minutes: 60,
      activity: 'training',
      form: 'workplace',
      summary: sealed('summary'),
      groupSize: 1,
      ...otherwise,
    },
  };
}

/** A job at employer-1 from 2024-01-01, with what the test wants otherwise. */
export function placement(
  placementId: Id,
  otherwise: Partial<DataOf<'PlacementStarted'>> = {},
): TrajectoryEvent {
  return {
    type: 'PlacementStarted',
    data: {
      placementId,
      employerId: 'employer-1',
      kind: 'employment',
      startsOn: '2024-01-01',
      hoursPerWeek: 24,
      ...otherwise,
    },
  };
}
