import { FORGOTTEN, type Forgotten } from './forgotten.js';

/** What an answer shows of an opened value: null when it was forgotten, or was never there. */
export function knownOrNull<Value>(value: Value | Forgotten | null | undefined): Value | null {
  return value === undefined || value === FORGOTTEN ? null : (value as Value | null);
}
