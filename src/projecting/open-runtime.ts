import { projections } from '../../projections/index.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import type { RuntimeSettings } from '../../projections/runtime/settings.js';
import type { EventRegistry } from '../event-store/event-registry.js';
import type { EventStore } from '../event-store/event-store.port.js';
import type { Sealer } from '../privacy/sealer.js';
import type { ReadStore } from '../read-store/read-store.js';
import { EventFeed } from '../storage/event-feed.js';

/** What the read models are kept up with, in whichever thread that is done. */
export interface RuntimeParts {
  readonly settings: RuntimeSettings;
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly sealer: Sealer;
  readonly readStore: ReadStore;
  /** Told of every failure that it will recover from by itself. */
  readonly onFailure: (error: unknown) => void;
}

/** Keeps every read model of the service up to its log, in this thread; to be started. */
export function openRuntime(parts: RuntimeParts): ProjectionRuntime {
  const { settings, store, registry, sealer, readStore, onFailure } = parts;
  return new ProjectionRuntime({
    settings,
    db: readStore.writer,
    dialect: readStore.dialect,
    aside: readStore.aside,
    feed: new EventFeed(store, registry),
    projections,
    blindIndex: (text) => sealer.blindIndex(text),
    onFailure,
  });
}
