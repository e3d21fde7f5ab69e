import type { Config } from '../config/config.js';
import { openDistributedStores } from './distributed-stores.js';
import { openEmbeddedStores } from './embedded-stores.js';
import type { Stores } from './stores.js';

/** Opens the stores of the profile; `onIdleFailure` is told of what broke while nobody used it and mends itself. */
export async function openStores(config: Config, onIdleFailure: (error: unknown) => void): Promise<Stores> {
  return config.profile === 'embedded'
    ? openEmbeddedStores(config)
    : openDistributedStores(config, onIdleFailure);
}
