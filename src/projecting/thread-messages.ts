import type { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import type { Fault } from '../shared/describe-fault.js';

/** A method of the keeper that runs in the thread. */
export interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly method: keyof ReadModelKeeper;
  readonly args: readonly unknown[];
}

/** What the thread is sent: a call, or that events were stored. */
export type ToThread = Call | { readonly kind: 'committed' };

/** How a call ended. An error arrives as a copy that is of no class of ours, so the one that is expected has its own form. */
export type Answer = { readonly kind: 'answer'; readonly id: number } & (
  | { readonly value: unknown }
  | { readonly catchingUp: string }
  | { readonly error: unknown }
);

/** What the thread sends: an answer, or a failure that it will recover from by itself. */
export type FromThread = Answer | { readonly kind: 'failure'; readonly fault: Fault };
