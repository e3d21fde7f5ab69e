/** Why a log, its keys or a backup cannot be moved. Stable: programs rely on these words. */
export type MoveRefusal =
  | 'log.absent'
  | 'log.damaged'
  | 'file.exists'
  | 'file.unreadable'
  | 'file.unknown-version'
  | 'file.damaged'
  | 'event.unknown'
  | 'event.id-taken'
  | 'event.too-large'
  | 'stream.diverged'
  | 'store.unavailable'
  | 'key.other-master-key'
  | 'key.diverged'
  | 'profile.other'
  | 'folder.not-empty'
  | 'log.not-empty'
  | 'database.not-empty'
  | 'service.running'
  | 'table.unknown'
  | 'secret.differs';

/** Nothing is moved, or what was moved is not right. The message is a Dutch sentence with the code behind it. */
export class MoveRefused extends Error {
  constructor(
    readonly code: MoveRefusal,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(`${sentence} (${code})`, options);
    this.name = 'MoveRefused';
  }
}
