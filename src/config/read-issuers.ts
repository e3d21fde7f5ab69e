import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ROLES } from '../../domain/access/roles.js';
import { ASSURANCES, type Assurance, LEAST_ASSURANCE, type LeastAssurance } from '../identity/assurance.js';
import {
  type ClientAuthentication,
  ID_TOKEN_ALGORITHMS,
  type IssuerSettings,
} from '../identity/issuers/issuer-settings.js';
import { ConfigError } from './config.js';
import { FieldFault, JsonFields } from './json-fields.js';
import { isLoopback } from './public-url.js';
import { type Environment, textIn } from './variables.js';

const VARIABLE = 'DOORLOPEND_ISSUERS_FILE';
const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** Words that the addresses under `/aanmelden` use themselves. */
const RESERVED = ['terug', 'rol'];
const METHODS = ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;

/** With whom people sign in, and what each role needs. */
export interface IssuersFile {
  readonly issuers: readonly IssuerSettings[];
  readonly leastAssurance: LeastAssurance;
}

/** What the file of `DOORLOPEND_ISSUERS_FILE` says; without it there are no issuers. Throws a `ConfigError` at the first fault. */
export function readIssuers(env: Environment): IssuersFile {
  if (env[VARIABLE] === undefined) return { issuers: [], leastAssurance: LEAST_ASSURANCE };
  const file = resolve(textIn(env, VARIABLE, ''));
  try {
    return issuersIn(parsed(file), dirname(file));
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error;
    throw new ConfigError(VARIABLE, `${VARIABLE}: in ${file} klopt iets niet: ${error.message}.`);
  }
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError(
      VARIABLE,
      `${VARIABLE} wijst naar ${file}, en dat is niet te lezen. Zet het bestand daar neer.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new FieldFault('het is geen geldige JSON');
  }
}

function issuersIn(json: unknown, folder: string): IssuersFile {
  const fields = new JsonFields(json, '');
  const list = fields.raw('issuers');
  if (!Array.isArray(list)) throw new FieldFault('issuers moet een lijst zijn');
  const issuers = list.map((item, index) => issuerIn(item, `issuers[${index}]`, folder));
  for (const field of ['key', 'issuer'] as const) {
    const values = issuers.map((issuer) => issuer[field]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new FieldFault(`${twice} staat er als ${field} meer dan eens in`);
  }
  const leastAssurance = leastIn(fields);
  fields.end();
  return { issuers, leastAssurance };
}

function leastIn(fields: JsonFields): LeastAssurance {
  const given = fields.entries('leastAssurance').map(([role, value]) => {
    if (!ROLES.some((known) => known === role))
      throw new FieldFault(`leastAssurance.${role} is geen rol; kies uit ${ROLES.join(', ')}`);
    return [role, assuranceAt(`leastAssurance.${role}`, value)];
  });
  return { ...LEAST_ASSURANCE, ...Object.fromEntries(given) };
}

function assuranceAt(place: string, value: unknown): Assurance {
  const found = ASSURANCES.find((known) => known === value);
  if (found !== undefined) return found;
  throw new FieldFault(`${place} moet een van deze zijn: ${ASSURANCES.join(', ')}`);
}

function issuerIn(json: unknown, at: string, folder: string): IssuerSettings {
  const fields = new JsonFields(json, at);
  const organisationId = fields.id('organisationId');
  const funderId = fields.id('funderId');
  if (organisationId !== undefined && funderId !== undefined) {
    throw new FieldFault(`${at} hoort bij een organisatie of bij een opdrachtgever, niet bij beide`);
  }
  const claims = new JsonFields(fields.raw('claims') ?? {}, fields.place('claims'));
  const settings: IssuerSettings = {
    key: keyIn(fields),
    name: fields.text('name'),
    issuer: addressIn(fields),
    clientId: fields.text('clientId'),
    clientAuthentication: authenticationIn(fields, folder),
    scopes: scopesIn(fields),
    idTokenAlgorithm: fields.oneOf('idTokenAlgorithm', ID_TOKEN_ALGORITHMS, 'RS256'),
    acr: Object.fromEntries(
      fields.entries('acr').map(([acr, value]) => [acr, assuranceAt(fields.place(`acr["${acr}"]`), value)]),
    ),
    acrValues: fields.texts('acrValues', []),
    claims: { name: claims.text('name', 'name'), email: claims.text('email', 'email') },
    ...(organisationId === undefined ? {} : { organisationId }),
    ...(funderId === undefined ? {} : { funderId }),
    ownRedirect: fields.flag('ownRedirect'),
  };
  claims.end();
  fields.end();
  return settings;
}

function keyIn(fields: JsonFields): string {
  const key = fields.text('key');
  if (KEY.test(key) && !RESERVED.includes(key)) return key;
  throw new FieldFault(
    `${fields.place('key')} mag kleine letters, cijfers en streepjes hebben, en niet ${RESERVED.join(' of ')} zijn`,
  );
}

function addressIn(fields: JsonFields): string {
  const issuer = fields.text('issuer');
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && safe && url.search === '' && url.hash === '' && url.username === '') return issuer;
  throw new FieldFault(
    `${fields.place('issuer')} moet een adres met https zijn, zonder vraagteken, hekje of wachtwoord`,
  );
}

function scopesIn(fields: JsonFields): readonly string[] {
  const scopes = fields.texts('scopes', ['openid']);
  if (scopes.includes('openid')) return scopes;
  throw new FieldFault(`${fields.place('scopes')} moet openid bevatten`);
}

function authenticationIn(fields: JsonFields, folder: string): ClientAuthentication {
  const inside = new JsonFields(fields.raw('clientAuthentication'), fields.place('clientAuthentication'));
  const method = inside.oneOf('method', METHODS);
  const authentication = authenticationOf(method, inside, folder);
  inside.end();
  return authentication;
}

function authenticationOf(
  method: (typeof METHODS)[number],
  fields: JsonFields,
  folder: string,
): ClientAuthentication {
  if (method === 'none') return { method };
  if (method !== 'private_key_jwt') return { method, secret: secretIn(fields, 'secretFile', folder) };
  const privateKey = secretIn(fields, 'keyFile', folder);
  try {
    createPrivateKey(privateKey);
  } catch {
    throw new FieldFault(`${fields.place('keyFile')} wijst naar iets dat geen sleutel is (PKCS8, PEM)`);
  }
  const keyId = fields.raw('keyId') === undefined ? {} : { keyId: fields.text('keyId') };
  return {
    method,
    privateKey,
    algorithm: fields.oneOf('algorithm', ID_TOKEN_ALGORITHMS, 'PS256'),
    ...keyId,
  };
}

/** A secret is never in the file itself, which people copy and mail; a relative path is beside it. */
function secretIn(fields: JsonFields, field: string, folder: string): string {
  const file = resolve(folder, fields.text(field));
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch {
    throw new FieldFault(`${fields.place(field)} wijst naar ${file}, en dat is niet te lezen`);
  }
  if (secret !== '') return secret;
  throw new FieldFault(`${fields.place(field)} wijst naar ${file}, en dat is leeg`);
}
