/** How a store on KurrentDB behaves; every default holds for one cluster in one data centre. */
export interface KurrentDbSettings {
  /**
   * What the names of this service's streams begin with in the database, which it may share with others:
   * `doorlopend.trajectory-…`. Lower case letters and digits, so that KurrentDB's own categories stay whole.
   */
  readonly namespace: string;
  /** How long one try of an append may take, in milliseconds; after that its outcome is not known. */
  readonly appendTimeoutMs: number;
  /** How long an append is tried again until its outcome is known, in milliseconds. */
  readonly resolveWithinMs: number;
  /** How long a read may give nothing before it is broken off, in milliseconds. */
  readonly readSilenceMs: number;
  /** How long a read is tried again while the database cannot be reached, in milliseconds. */
  readonly readWithinMs: number;
  /** After so many milliseconds of quiet a subscription looks for itself whether there is something new. */
  readonly subscriptionSilenceMs: number;
  /** The first and the longest pause before something is tried again, in milliseconds. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const DEFAULT_SETTINGS: KurrentDbSettings = {
  namespace: 'doorlopend',
  appendTimeoutMs: 5_000,
  resolveWithinMs: 8_000,
  readSilenceMs: 5_000,
  readWithinMs: 8_000,
  subscriptionSilenceMs: 15_000,
  firstPauseMs: 50,
  longestPauseMs: 2_000,
};
