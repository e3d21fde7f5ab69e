import { setTimeout as pause } from 'node:timers/promises';
import type { KurrentDbSettings } from './kurrentdb-settings.js';

/** Pauses that double, each shortened by chance up to a half, so that many who wait do not come back together. */
export class Pauses {
  #next: number;

  constructor(private readonly settings: Pick<KurrentDbSettings, 'firstPauseMs' | 'longestPauseMs'>) {
    this.#next = settings.firstPauseMs;
  }

  /** Resolves after the next pause, or at once when the signal aborts. Never rejects. */
  async pause(signal?: AbortSignal): Promise<void> {
    const length = this.#next * (0.5 + Math.random() / 2);
    this.#next = Math.min(this.#next * 2, this.settings.longestPauseMs);
    await pause(length, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }

  /** Starts over with the first pause. */
  reset(): void {
    this.#next = this.settings.firstPauseMs;
  }
}
