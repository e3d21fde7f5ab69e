import { setTimeout as sleep } from 'node:timers/promises';
import type { RowDialect } from './dialect.js';

const PAUSE_MS = 10;
const MOST_PAUSES = 500;

/** Does the work again while somebody else is writing, for some seconds at most; other work goes on meanwhile. */
export async function whenFree<T>(dialect: RowDialect, work: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses++) {
    try {
      return await work();
    } catch (error) {
      if (!dialect.isBusy(error) || pauses >= MOST_PAUSES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
