import Database from 'better-sqlite3';

/** An error as it is sent to another thread, where classes are others. */
export type SentError =
  | { readonly kind: 'sqlite'; readonly message: string; readonly code: string }
  | { readonly kind: 'other'; readonly error: unknown };

export function toSentError(error: unknown): SentError {
  return error instanceof Database.SqliteError
    ? { kind: 'sqlite', message: error.message, code: error.code }
    : { kind: 'other', error };
}

/** The error as it was thrown there; one that is not of SQLite is a copy of no class of ours. */
export function fromSentError(sent: SentError): unknown {
  return sent.kind === 'sqlite' ? new Database.SqliteError(sent.message, sent.code) : sent.error;
}
