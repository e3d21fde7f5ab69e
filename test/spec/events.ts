import { v7 } from 'uuid';
import type { EventMetadata, NewEvent, RecordedEvent } from '../../src/event-store/event-store.port.js';

/** A stream that no other test writes to: a log may be shared. */
export function someStream(): string {
  return `trajectory-${v7()}`;
}

export function someMetadata(): EventMetadata {
  return {
    actor: { subject: 'jobcoach-7', role: 'coach', via: 'api' },
    recordedAt: '2025-03-02T09:30:00.000Z',
    occurredOn: '2025-03-01',
    commandId: v7(),
  };
}

/** A session as the log holds it, with what the test wants otherwise. */
export function someEvent(otherwise: Partial<NewEvent> = {}): NewEvent {
  const id = otherwise.id ?? v7();
  return {
    id,
    type: 'SessionRecorded',
    schemaVersion: 1,
    data: {
      sessionId: v7(),
      on: '2025-03-01',
      minutes: 90,
      activity: 'training',
      summary: { sealedWith: `candidate/${v7()}/narrative/1`, of: `${id}/summary`, box: 'sQ1eJp0' },
    },
    metadata: someMetadata(),
    ...otherwise,
  };
}

export function someEvents(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, () => someEvent());
}

export function idsOf(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}

/** What a caller appended, out of what the log gave back. */
export function asAppended({ id, type, schemaVersion, data, metadata }: RecordedEvent): NewEvent {
  return { id, type, schemaVersion, data, metadata };
}
