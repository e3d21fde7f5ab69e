import type { Budgets } from '../http/limits/request-budget.js';
import type { LeastAssurance } from '../identity/assurance.js';
import type { IssuerSettings } from '../identity/issuers/issuer-settings.js';

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the service is told by its environment, by where it keeps everything. */
export type Config = EmbeddedConfig | DistributedConfig;

/** Everything lies in the data folder, on this machine. */
export interface EmbeddedConfig extends Settings {
  readonly profile: 'embedded';
}

/** The log lies in KurrentDB and all else in PostgreSQL, shared by every instance. */
export interface DistributedConfig extends Settings {
  readonly profile: 'distributed';
  /** As `parseAddress` reads it. Holds a password: never to be logged. */
  readonly kurrentDbUrl: string;
  /** What the names of our streams begin with in a KurrentDB that others use as well. */
  readonly kurrentDbNamespace: string;
  /** `postgres://user:password@host:5432/database`. Holds a password: never to be logged. */
  readonly databaseUrl: string;
}

/** What every profile is told. Paths are absolute. */
interface Settings {
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the machine choose a free port. */
  readonly port: number;
  /** Addresses, or blocks of them, whose word is taken for who asks: the proxies before the service. */
  readonly trustedProxies: readonly string[];
  readonly signingKeyFile: string;
  readonly masterKeyFile: string;
  readonly logLevel: LogLevel;
  readonly signIn: SignInConfig;
  readonly budgets: Budgets;
  /** Where to report what is not safe: an address with `mailto:` or `https:`; undefined when it is not published. */
  readonly securityContact: string | undefined;
  readonly readings: ReadingsConfig;
  /** How long it goes on serving after it said that it is about to end, in milliseconds: a balancer has to notice. */
  readonly drainMs: number;
  /** The days between the second decision on being forgotten and the first day on which it may be carried out. */
  readonly erasureWaitDays: number;
  /** How read models are built: in slices between requests, in a thread of their own, or by a process that does nothing else. */
  readonly buildsReadModels: 'beside-requests' | 'in-own-thread' | 'alone';
  /** Whether the log is written by the thread that answers requests, which then waits for the disk, or by one of its own. */
  readonly commitsEvents: 'here' | 'in-own-thread';
}

/** How what people looked at is kept and told. */
export interface ReadingsConfig {
  /** What the address of each purpose in the register of processing activities begins with. */
  readonly register: string;
  /** Whole years. */
  readonly keptYears: number;
}

/** With whom people sign in, and how long that lasts. Holds secrets: never to be logged. */
export interface SignInConfig {
  /** The origin at which browsers reach the service; undefined: where it listens. */
  readonly publicUrl: string | undefined;
  readonly issuers: readonly IssuerSettings[];
  readonly leastAssurance: LeastAssurance;
  /** The provider that the service brings itself, with the file of its secret; undefined where it is off. */
  readonly embedded: { readonly keyFile: string } | undefined;
  /** How long a session lasts without a request, and at the most. */
  readonly idleSeconds: number;
  readonly sessionSeconds: number;
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
