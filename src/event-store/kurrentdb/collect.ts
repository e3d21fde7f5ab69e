import type { StreamingRead } from '@eventstore/db-client';
import { EventStoreClosed } from '../errors.js';
import { Silence } from './failures.js';

/**
 * All that a read gives. Rejects with its failure, with a `Silence` when nothing came for `silenceMs` milliseconds, or
 * with `EventStoreClosed` when the signal aborts; the read is broken off then.
 */
export function collect<T>(
  read: StreamingRead<T>,
  silenceMs: number,
  signal: AbortSignal,
): Promise<readonly T[]> {
  return new Promise((resolve, reject) => {
    const events: T[] = [];
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', close);
    };
    const fail = (error: Error): void => {
      settle();
      void breakOff(read);
      reject(error);
    };
    const close = (): void => fail(new EventStoreClosed());
    const timer = setTimeout(() => fail(new Silence(silenceMs)), silenceMs);
    signal.addEventListener('abort', close, { once: true });
    read.on('data', (event) => {
      timer.refresh();
      events.push(event);
    });
    read.on('end', () => {
      settle();
      resolve(events);
    });
    // The listener stays: an error that comes after the end must not be one that nobody listens to.
    read.on('error', fail);
  });
}

/** Stops a read or a subscription. Never rejects: one that never began has nothing to stop. */
export async function breakOff(read: { cancel(): Promise<void> }): Promise<void> {
  await read.cancel().catch(() => undefined);
}
