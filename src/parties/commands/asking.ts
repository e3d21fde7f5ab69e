import type { Id } from '../../../domain/shared/ids.js';
import type { Actor } from '../../event-store/event-store.port.js';
import { actorOf, type RecordingAsker } from '../../recording/actor.js';
import type { ExpectedMatch, Recording } from '../../recording/recording.js';
import type { Clock } from '../../shared/clock.js';

/** Who asks, through what, and what identifies the command. */
export interface Asking {
  readonly asker: RecordingAsker;
  readonly via: Actor['via'];
  readonly commandId: Id;
  readonly match?: ExpectedMatch | undefined;
}

/** What surrounds the command when it is recorded now. */
export function recordingOf({ asker, via, commandId, match }: Asking, clock: Clock): Recording {
  return { actor: actorOf(asker, via), now: clock.now(), commandId, match };
}
