/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the service is told by its environment. Paths are absolute. */
export interface Config {
  readonly profile: 'embedded';
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the machine choose a free port. */
  readonly port: number;
  readonly signingKeyFile: string;
  readonly masterKeyFile: string;
  readonly logLevel: LogLevel;
  /** How read models are built: in slices between requests, in a thread of their own, or by a process that does nothing else. */
  readonly buildsReadModels: 'beside-requests' | 'in-own-thread' | 'alone';
  /** Whether the log is written by the thread that answers requests, which then waits for the disk, or by one of its own. */
  readonly commitsEvents: 'here' | 'in-own-thread';
}

/** The injection token of the configuration. */
export const CONFIG = Symbol('CONFIG');

/** The environment says something that cannot be; `message` is a Dutch sentence that names the variable. */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'ConfigError';
  }
}
