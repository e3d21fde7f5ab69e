import { describe, expect, it } from '@jest/globals';
import {
  domainEvents,
  EventRegistry,
  NewerEvent,
  parseStream,
  type RegisteredDefinition,
  RegistryFault,
  streamName,
} from '../../src/event-store/event-registry.js';

const first: RegisteredDefinition = { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} };

/** Only a test has it yet: minutes were once hours, and the place was once not asked for. */
const visitMade: RegisteredDefinition = {
  ...first,
  version: 3,
  upcasters: {
    1: ({ hours, ...rest }) => ({ ...rest, minutes: Number(hours) * 60 }),
    2: (data) => ({ ...data, form: 'workplace' }),
  },
};

describe('the event registry', () => {
  it('accepts the events of the domain, each under its own kind of stream', () => {
    const registry = new EventRegistry('1.2.3');
    const expected = Object.entries(domainEvents).flatMap(([category, definitions]) =>
      Object.keys(definitions).map((type) => ({ type, category })),
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(registry.types.map((type) => ({ type, category: registry.get(type).category }))).toEqual(expected);
  });

  it('lifts each stored version step by step to the present shape', () => {
    const registry = new EventRegistry('1.2.3', { trajectory: { VisitMade: visitMade } });
    const lift = (schemaVersion: number, data: Record<string, unknown>) =>
      registry.upcast({ type: 'VisitMade', schemaVersion, data });
    const present = { on: '2025-03-01', minutes: 90, form: 'workplace' };
    expect(lift(1, { on: '2025-03-01', hours: 1.5 })).toEqual(present);
    expect(lift(2, { on: '2025-03-01', minutes: 90 })).toEqual(present);
    expect(lift(3, { on: '2025-03-01', minutes: 90, form: 'video' })).toEqual({ ...present, form: 'video' });
  });

  it('leaves what is stored as it is', () => {
    const registry = new EventRegistry('1.2.3', { trajectory: { VisitMade: visitMade } });
    const stored = Object.freeze({ on: '2025-03-01', hours: 1.5 });
    registry.upcast({ type: 'VisitMade', schemaVersion: 1, data: stored });
    expect(stored).toEqual({ on: '2025-03-01', hours: 1.5 });
  });

  it.each([
    ['VisitMade', 4],
    ['VisitForetold', 1],
  ])('says that a newer program is needed for %s in version %i', (type, schemaVersion) => {
    const registry = new EventRegistry('1.2.3', { trajectory: { VisitMade: visitMade } });
    const upcast = () => registry.upcast({ type, schemaVersion, data: {} });
    expect(upcast).toThrow(NewerEvent);
    expect(upcast).toThrow(`${type} in vorm ${schemaVersion}`);
    expect(upcast).toThrow('nieuwer is dan 1.2.3');
  });

  it('refuses to start on a gap, a step too many, a name twice or an unknown protection, and names them all', () => {
    const definitions = {
      trajectory: {
        Gap: { ...first, version: 3, upcasters: { 2: visitMade.upcasters[2] as never } },
        TooMany: { ...first, upcasters: { 1: visitMade.upcasters[1] as never } },
        Twice: first,
      },
      coach: {
        Twice: first,
        Unversioned: { ...first, version: 0 },
        Unprotected: { ...first, protect: { name: 'secret' as never } },
      },
    };
    const start = () => new EventRegistry('1.2.3', definitions);
    expect(start).toThrow(RegistryFault);
    for (const fault of [
      'Gap has no upcaster from version 1',
      'TooMany has an upcaster from version 1, but its version is 1',
      'Twice is an event of both trajectory and coach',
      'Unversioned has version 0',
      'Unprotected.name is protected as secret',
    ]) {
      expect(start).toThrow(fault);
    }
  });
});

describe('the name of a stream', () => {
  it('holds its category and its id', () => {
    const id = '018f6f5e-0000-7000-8000-000000000001';
    expect(parseStream(streamName('candidate', id))).toEqual({ category: 'candidate', id });
  });

  it.each(['$settings', 'invoice-1', 'trajectory', ''])('is not %p', (stream) => {
    expect(parseStream(stream)).toBeUndefined();
  });
});
