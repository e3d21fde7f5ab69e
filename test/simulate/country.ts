import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import type { Parties } from './acts.js';
import {
  CLOSED_IN_A_YEAR,
  PAID_BY_UWV,
  RUNNING_AT_THE_START,
  SIMULATED_REGIMES,
  TRAJECTORIES_A_COACH,
  TRAJECTORIES_A_FUNDER,
  TRAJECTORIES_AN_EMPLOYER,
  TRAJECTORIES_AN_ORGANISATION,
} from './assumptions.js';
import type { KeptClient } from './client.js';
import type { Span } from './life.js';
import { Chance } from './random.js';

/** A trajectory that is to be lived. */
export interface Planned {
  readonly parties: Parties;
  readonly coachId: string;
  readonly span: Span;
  readonly chance: Chance;
}

/** Trajectories that ran before the year opened at most this long ago: their two years do not end within it. */
const LONGEST_BEFORE = 300;
const AT_ONCE = 16;

/** The organisations, coaches, employers and funders of the simulated country, in proportion to its trajectories. */
export class Country {
  readonly organisationIds: readonly string[];
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(
    private readonly key: SigningKeys,
    private readonly parties: {
      readonly uwv: string;
      readonly municipalities: readonly string[];
      readonly organisations: ReadonlyMap<string, readonly string[]>;
      readonly employers: readonly string[];
    },
  ) {
    this.organisationIds = [...parties.organisations.keys()];
  }

  /** Registers them over HTTP. */
  static async register(client: KeptClient, key: SigningKeys, trajectories: number): Promise<Country> {
    const token = await issueToken(key, { role: 'administrator' });
    const record = async (path: string, body: object): Promise<string> => {
      const { status, body: answered } = await client.ask(token, path, body);
      if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answered)}`);
      return String(answered.id);
    };
    const many = (count: number, path: string, body: (number: number) => object) =>
      inTurns(count, (number) => record(path, body(number)));
    const shareOf = (each: number, least: number) => Math.max(least, Math.round(trajectories / each));
    const uwv = await record('/v1/funders', { name: 'UWV', kind: 'uwv', ruleSet: 'uwv-2014' });
    const municipalities = await many(
      shareOf(TRAJECTORIES_A_FUNDER / (1 - PAID_BY_UWV), 2),
      '/v1/funders',
      (number) => ({ name: `Gemeente ${number}`, kind: 'municipality', ruleSet: 'municipal-2y' }),
    );
    const organisationIds = await many(
      shareOf(TRAJECTORIES_AN_ORGANISATION, 2),
      '/v1/organisations',
      (number) => ({ name: `Jobcoachorganisatie ${number}` }),
    );
    const organisations = new Map<string, string[]>(organisationIds.map((id) => [id, []]));
    const coachCount = shareOf(TRAJECTORIES_A_COACH, organisationIds.length * 2);
    const coaches = await many(coachCount, '/v1/coaches', (number) => ({
      name: `Jobcoach Voorbeeldsma ${number}`,
      organisationId: organisationIds[number % organisationIds.length],
    }));
    for (const [number, coach] of coaches.entries()) {
      organisations.get(organisationIds[number % organisationIds.length] ?? '')?.push(coach);
    }
    const employers = await many(shareOf(TRAJECTORIES_AN_EMPLOYER, 3), '/v1/employers', (number) => ({
      name: `Werkgever ${number} BV`,
    }));
    return new Country(key, { uwv, municipalities, organisations, employers });
  }

  /** Trajectories with their parties, the same for the same seed: most run when the year begins, some open and close in it. */
  *plan(
    count: number,
    seed: number,
    year: { readonly from: CalendarDate; readonly days: number },
  ): Generator<Planned> {
    const { municipalities, organisations, employers, uwv } = this.parties;
    for (let number = 0; number < count; number += 1) {
      const chance = new Chance(seed + number);
      const organisationId = chance.oneOf(this.organisationIds);
      const coaches = organisations.get(organisationId) ?? [];
      const coachId = chance.oneOf(coaches);
      const isUwv = chance.happens(PAID_BY_UWV);
      const running = chance.happens(RUNNING_AT_THE_START);
      const openedOn = addDays(
        year.from,
        running ? -chance.between(30, LONGEST_BEFORE) : chance.between(0, year.days - 1),
      );
      const closes = running && chance.happens(CLOSED_IN_A_YEAR / RUNNING_AT_THE_START);
      yield {
        parties: {
          number,
          organisationId,
          funderId: isUwv ? uwv : chance.oneOf(municipalities),
          isUwv,
          standInId: chance.oneOf(coaches.filter((id) => id !== coachId)),
          employerIds: Array.from({ length: 4 }, () => chance.oneOf(employers)),
          regime: chance.oneOf(SIMULATED_REGIMES),
          openedOn,
        },
        coachId,
        span: {
          from: running ? year.from : openedOn,
          closesOn: closes ? addDays(year.from, chance.between(20, year.days - 1)) : undefined,
        },
        chance,
      };
    }
  }

  get uwv(): string {
    return this.parties.uwv;
  }

  get municipalityIds(): readonly string[] {
    return this.parties.municipalities;
  }

  get coachIds(): readonly string[] {
    return [...this.parties.organisations.values()].flat();
  }

  /** A token, made once for each holder. */
  token(claims: TokenClaims): Promise<string> {
    const name = JSON.stringify(claims);
    let token = this.#tokens.get(name);
    if (token === undefined) {
      token = issueToken(this.key, claims);
      if (claims.role !== 'candidate') this.#tokens.set(name, token);
    }
    return token;
  }
}

/** Does a piece of work so many times, some at once; the results in order. */
export async function inTurns<Result>(
  count: number,
  work: (number: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Array<Result>(count);
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < count; number = next++) results[number] = await work(number);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  return results;
}
