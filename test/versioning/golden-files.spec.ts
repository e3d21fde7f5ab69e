import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { candidateDecider } from '../../domain/candidate/index.js';
import { coachDecider } from '../../domain/coach/index.js';
import { employerDecider } from '../../domain/employer/index.js';
import { funderDecider } from '../../domain/funder/index.js';
import { organisationDecider } from '../../domain/organisation/index.js';
import { type Decider, type DomainEvent, fold } from '../../domain/shared/decider.js';
import { isSealed } from '../../domain/shared/protected.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import {
  EventRegistry,
  STREAM_CATEGORIES,
  type StreamCategory,
} from '../../src/event-store/event-registry.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { examples } from './examples/index.js';

const FOLDER = join(import.meta.dirname, 'fixtures');
/** The SHA-256 of each golden file as it was first checked in. A line is added with a file, and never changed. */
const DIGESTS = join(import.meta.dirname, 'digests.json');
const registry = new EventRegistry('1.2.3');

/** `<Event>.v<n>.json` of every type and every version up to the present one. */
const expectedFiles = registry.types.flatMap((type) =>
  Array.from({ length: registry.get(type).definition.version }, (_, index) => ({
    type,
    version: index + 1,
    file: `${type}.v${index + 1}.json`,
  })),
);

/** How each kind of stream folds; bivariant, for what goes in was upcast from that very stream's golden files. */
const folds: { readonly [C in StreamCategory]: (events: readonly DomainEvent[]) => unknown } = {
  trajectory: foldWith(trajectoryDecider),
  candidate: foldWith(candidateDecider),
  coach: foldWith(coachDecider),
  organisation: foldWith(organisationDecider),
  employer: foldWith(employerDecider),
  funder: foldWith(funderDecider),
};

function foldWith<State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>) {
  return (events: readonly DomainEvent[]) => fold(decider, events as readonly Event[]);
}

function golden(file: string): NewEvent {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as NewEvent;
}

describe('the golden files', () => {
  it('are there for every event type in every version, and for nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(expectedFiles.map(({ file }) => file).sort());
  });

  it('are what they were: what is stored never changes', () => {
    const found = readdirSync(FOLDER).map((file) => [
      file,
      hash('sha256', readFileSync(join(FOLDER, file)), 'hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(JSON.parse(readFileSync(DIGESTS, 'utf8')));
  });

  describe.each(expectedFiles)('$file', ({ type, version, file }) => {
    const event = golden(file);
    const { category, definition } = registry.get(type);

    it('is an event as the log stores it', () => {
      expect(event).toMatchObject({
        type,
        schemaVersion: version,
        metadata: { actor: { via: expect.any(String) } },
      });
    });

    it('reads in the present shape', () => {
      expect(registry.upcast(event)).toEqual(examples[category][type]?.[version]);
    });

    it('holds every protected field sealed, and no other', () => {
      const data = registry.upcast(event);
      for (const [field, value] of Object.entries(data)) {
        const isProtected = definition.protect[field] !== undefined && value !== null;
        expect({ field, sealed: isSealed(value) }).toEqual({ field, sealed: isProtected });
      }
      for (const [field, protection] of Object.entries(definition.protect)) {
        const value = data[field];
        if (isSealed(value)) expect(value.sealedWith).toContain(`/${protection}/`);
      }
    });

    it('says on which day it happened where it has one', () => {
      expect(event.metadata.occurredOn).toEqual(definition.occurredOn(registry.upcast(event)));
    });
  });

  it.each(STREAM_CATEGORIES)('of a %s fold into its state', (category) => {
    const events = expectedFiles
      .filter(({ type }) => registry.get(type).category === category)
      .map(({ type, file }): DomainEvent => ({ type, data: registry.upcast(golden(file)) }));
    const fresh = folds[category]([]);
    expect(events.length).toBeGreaterThan(0);
    expect(folds[category](events)).not.toEqual(fresh);
    for (const stored of events) expect(() => folds[category]([stored])).not.toThrow();
  });
});
