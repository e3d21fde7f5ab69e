import { readFileSync } from 'node:fs';
import type {
  ChannelCredentialOptions,
  Credentials,
  DNSClusterOptions,
  GossipClusterOptions,
  SingleNodeOptions,
} from '@eventstore/db-client';

/** Where a database is, and how it is spoken to, as the client takes it. */
export interface Address {
  readonly nodes: DNSClusterOptions | GossipClusterOptions | SingleNodeOptions;
  readonly channel: ChannelCredentialOptions;
  readonly credentials: Credentials | undefined;
}

/**
 * An address that cannot be. The message says what is wrong with it and quotes nothing of it: where a character that
 * should have been percent-encoded shifts the parts, any of them may be a piece of the password.
 */
export class AddressFault extends Error {
  constructor(fault: string) {
    super(`the address of KurrentDB ${fault}`);
    this.name = 'AddressFault';
  }
}

const ADDRESS =
  /^(?:kurrentdb|kurrent|kdb|esdb)(?<discover>\+discover)?:\/\/(?:(?<user>[^:@/?]+):(?<password>[^@/?]*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/;
const HOST = /^(?<address>\[[0-9A-Fa-f:]+\]|[\w.-]+?)(?::(?<port>\d{1,5}))?$/;
const DEFAULT_PORT = '2113';
/** How long a node may take to say who leads, in seconds: less than an append waits, so that the next one is asked too. */
const GOSSIP_TIMEOUT_S = 2;

/** The numbers that an address may set, all for the client: milliseconds, but `gossipTimeout` in seconds. */
const NUMBERS = [
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
] as const;
const TEXTS = ['tls', 'tlsVerifyCert', 'nodePreference', 'connectionName'] as const;
const FILES = ['tlsCaFile', 'userCertFile', 'userKeyFile'] as const;
const KNOWN: readonly string[] = [...NUMBERS, ...TEXTS, ...FILES];

/**
 * Reads `kurrentdb://user:password@host:2113,host:2113?tls=true&tlsCaFile=…`, also as `kurrent`, `kdb` or `esdb`, and
 * with `+discover` for a name behind which the nodes are. Several nodes, or `+discover`, are asked who leads.
 * The client's own reader prints the whole text, password included, where it warns; so this one reads it instead.
 * Throws an `AddressFault`.
 */
export function parseAddress(text: string): Address {
  const { discover, user, password, hosts = '', options = '' } = ADDRESS.exec(text.trim())?.groups ?? {};
  if (hosts === '') throw new AddressFault('has to look like kurrentdb://host:2113');
  const endpoints = hosts.split(',').map(endpointIn);
  const settings = optionsIn(options);
  const [first] = endpoints as [EndPoint, ...EndPoint[]];
  if (discover !== undefined && endpoints.length > 1)
    throw new AddressFault('names one host after +discover');
  return {
    nodes: { ...nodesOf(discover, endpoints, first), ...numbersIn(settings), ...nameIn(settings) },
    channel: channelOf(settings),
    credentials:
      user === undefined ? undefined : { username: decoded(user), password: decoded(password ?? '') },
  };
}

/** The same database, at the one node that is said to lead it. */
export function atNode(address: Address, leader: EndPoint): Address {
  const { keepAliveInterval, keepAliveTimeout, connectionName } = address.nodes;
  const rest = Object.entries({ keepAliveInterval, keepAliveTimeout, connectionName });
  const given = Object.fromEntries(rest.filter(([, value]) => value !== undefined));
  return { ...address, nodes: { endpoint: leader, ...given } };
}

interface EndPoint {
  readonly address: string;
  readonly port: number;
}

type Options = ReadonlyMap<string, string>;

function nodesOf(discover: string | undefined, endpoints: EndPoint[], first: EndPoint): Address['nodes'] {
  const asked = { nodePreference: 'leader', gossipTimeout: GOSSIP_TIMEOUT_S } as const;
  if (discover !== undefined) return { discover: first, ...asked };
  return endpoints.length > 1 ? { endpoints, ...asked } : { endpoint: first };
}

function endpointIn(text: string): EndPoint {
  const { address, port = DEFAULT_PORT } = HOST.exec(text.trim())?.groups ?? {};
  if (address === undefined || Number(port) > 65_535) throw new AddressFault('names a host that cannot be');
  return { address, port: Number(port) };
}

function optionsIn(text: string): Options {
  const options = new Map<string, string>();
  for (const part of text === '' ? [] : text.split('&')) {
    const [name = '', value = ''] = part.split('=', 2);
    const known = KNOWN.find((option) => option.toLowerCase() === name.toLowerCase());
    if (known === undefined) throw new AddressFault(`has an option that is none of ${KNOWN.join(', ')}`);
    if (value === '') throw new AddressFault(`has no value for ${known}`);
    options.set(known, decoded(value));
  }
  if ((options.get('nodePreference') ?? 'leader').toLowerCase() !== 'leader') {
    throw new AddressFault('may prefer the leader only: this service writes, and reads what it wrote');
  }
  if (!yes(options, 'tlsVerifyCert')) {
    throw new AddressFault('may not leave certificates unverified: give tlsCaFile the authority instead');
  }
  return options;
}

function numbersIn(options: Options): { readonly [N in (typeof NUMBERS)[number]]?: number } {
  const given = NUMBERS.filter((name) => options.has(name));
  return Object.fromEntries(
    given.map((name) => {
      const value = Number(options.get(name));
      if (!Number.isInteger(value)) throw new AddressFault(`has no whole number for ${name}`);
      return [name, value];
    }),
  );
}

function nameIn(options: Options): { readonly connectionName?: string } {
  const connectionName = options.get('connectionName');
  return connectionName === undefined ? {} : { connectionName };
}

function channelOf(options: Options): ChannelCredentialOptions {
  const [authority, certificate, key] = FILES.map((name) => fileOf(options, name));
  if ((certificate === undefined) !== (key === undefined)) {
    throw new AddressFault('needs userCertFile and userKeyFile together');
  }
  return {
    insecure: !yes(options, 'tls'),
    ...(authority && { rootCertificate: authority }),
    ...(certificate && key && { userCertFile: certificate, userKeyFile: key }),
  };
}

function fileOf(options: Options, name: (typeof FILES)[number]): Buffer | undefined {
  const file = options.get(name);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AddressFault(`names a file for ${name} that cannot be read: ${(error as Error).message}`);
  }
}

function yes(options: Options, name: (typeof TEXTS)[number]): boolean {
  const value = options.get(name) ?? 'true';
  if (value !== 'true' && value !== 'false') throw new AddressFault(`takes true or false for ${name}`);
  return value === 'true';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AddressFault('has a % that begins no character');
  }
}
