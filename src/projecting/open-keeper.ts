import type { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import { alone, besideRequests } from '../../projections/runtime/settings.js';
import type { Config } from '../config/config.js';
import type { EventRegistry } from '../event-store/event-registry.js';
import type { Sealer } from '../privacy/sealer.js';
import { describeFault, type Fault } from '../shared/describe-fault.js';
import type { Stores } from '../storage/stores.js';
import { openRuntime } from './open-runtime.js';
import { ProjectingThread } from './projecting-thread.js';

/** What keeps the read models up with these stores, in this thread or in one of its own; to be started. */
export function openKeeper(
  config: Config,
  parts: { readonly stores: Stores; readonly registry: EventRegistry; readonly sealer: Sealer },
  onFailure: (fault: Fault) => void,
): ReadModelKeeper {
  const { stores, registry, sealer } = parts;
  if (config.buildsReadModels === 'in-own-thread') {
    const thread = new ProjectingThread(config, onFailure);
    stores.commits?.onCommit(() => thread.committed());
    return thread;
  }
  return openRuntime({
    settings: config.buildsReadModels === 'alone' ? alone : besideRequests,
    store: stores.eventStore,
    readStore: stores.readStore,
    registry,
    sealer,
    onFailure: (error) => onFailure(describeFault(error)),
  });
}
