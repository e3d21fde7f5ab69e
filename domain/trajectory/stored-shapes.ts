import type { Protected } from '../shared/protected.js';
import type { Evidence } from './evidence.js';

/* STORAGE. What the shapes of events have in common; see events.ts. */

/** A text about a person, sealed before it is stored. */
export type Text = Protected<string>;
export type Texts = Protected<readonly string[]>;

/** What may be recorded on somebody else's behalf keeps what they signed. */
export interface Transcribed {
  readonly evidence?: Protected<Evidence>;
}

/** Fields that a correction may change; null takes an optional one away, and so reopens what was ended. */
export type Changes<Terms> = { readonly [Field in keyof Terms]?: Terms[Field] | null };
