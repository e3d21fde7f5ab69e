import type { CalendarDate } from '../../domain/shared/calendar.js';
import { compareDays } from '../../domain/shared/calendar.js';
import type { TokenClaims } from '../../src/identity/token.js';
import type { Act, Answered, Part, Writer } from './acts.js';
import type { KeptClient } from './client.js';
import { type Country, inTurns, type Planned } from './country.js';
import { life } from './life.js';
import { type Look, looksAfter, looksAtTheStart } from './looks.js';
import type { Measures } from './measures.js';
import { Chance } from './random.js';

/** A trajectory that is being lived. */
interface Running {
  readonly planned: Planned;
  readonly part: Part;
  next: Act;
  candidateId: string;
  /** That of its last fact: what is read for the next one has it. */
  position: string;
}

/** Of a funder's trajectories one person follows so many, and opens the caseload each day. Assumed. */
const FOLLOWED_BY_ONE = 100;
const COORDINATORS_A_DAY = 2;

/** Lives the trajectories day by day, over HTTP: each in its own order, several at once. */
export class Driver {
  readonly #agenda = new Map<CalendarDate, Running[]>();
  readonly #dayChance: Chance;
  /** The path of a trajectory that runs, and its coach. */
  readonly open = new Map<number, { readonly path: string; readonly running: Running }>();
  position = '0';
  events = 0;

  constructor(
    private readonly client: KeptClient,
    private readonly country: Country,
    private readonly measures: Measures,
    /** The part of the visits that are paid, 0 to 1: the others are left out to save time. */
    private readonly visits: number,
    seed: number,
  ) {
    this.#dayChance = new Chance(seed ^ 0x5eed);
  }

  add(planned: Planned): void {
    const part = life(planned.parties, planned.coachId, planned.span, planned.chance);
    const { value: next, done } = part.next();
    if (!done) this.#wait({ planned, part, next, candidateId: '', position: '' });
  }

  /** Everything that is to be recorded up to and with this day; those who work then begin with their caseload. */
  async live(day: CalendarDate, isWorkingDay: boolean): Promise<number> {
    if (isWorkingDay) await this.#beginning(day);
    const before = this.events;
    const days = [...this.#agenda.keys()].filter((one) => compareDays(one, day) <= 0).sort(compareDays);
    for (const one of days) {
      const due = this.#agenda.get(one) ?? [];
      this.#agenda.delete(one);
      await inTurns(due.length, (number) => this.#liveOn(due[number] as Running, day));
    }
    return this.events - before;
  }

  async #liveOn(running: Running, day: CalendarDate): Promise<void> {
    while (compareDays(running.next.on, day) <= 0) {
      const answered = await this.#act(running);
      const { value, done } = running.part.next(answered);
      if (done) {
        this.open.delete(running.planned.parties.number);
        return;
      }
      running.next = value;
    }
    this.#wait(running);
  }

  async #act(running: Running): Promise<Answered> {
    const { next: act, planned } = running;
    const token = await this.country.token(this.#claims(running, act.by));
    const path = act.body === undefined ? at(act.path, running.position) : act.path;
    const { status, body, milliseconds } = await this.client.ask(token, path, act.body);
    this.measures.took(act.kind, act.body !== undefined, milliseconds);
    if (status >= 300) {
      this.measures.refused(act.kind, `${status} ${String(body.code)}`);
      return {};
    }
    if (act.body === undefined) return body;
    this.events += 1;
    const position = String(body.position);
    running.position = position;
    if (BigInt(position) > BigInt(this.position)) this.position = position;
    if (act.kind === 'POST candidates') running.candidateId = String(body.id);
    if (act.kind === 'POST trajectories') {
      this.open.set(planned.parties.number, { path: `/v1/trajectories/${String(body.id)}`, running });
    }
    if (act.visit !== undefined && planned.chance.happens(this.visits)) {
      const [first, ...others] = looksAfter(act, running.candidateId);
      if (first !== undefined) await this.#look(token, first, position);
      for (const look of others) await this.#look(token, look);
    }
    return body;
  }

  /** Looks at something; with a position, waits until the answer has it. */
  async #look(token: string, { kind, path }: Look, position?: string): Promise<void> {
    const asked = position === undefined ? path : at(path, position);
    const { status, body, milliseconds } = await this.client.ask(token, asked);
    this.measures.took(position === undefined ? kind : `${kind} after a write`, false, milliseconds);
    if (status !== 200) this.measures.refused(kind, `${status} ${String(body.code)}`);
  }

  /** Who has a caseload opens it. */
  async #beginning(day: CalendarDate): Promise<void> {
    const { country } = this;
    const perFunder = this.open.size / FOLLOWED_BY_ONE;
    const readers: (readonly [string, TokenClaims])[] = [];
    const add = (times: number, who: string, claims: TokenClaims) => {
      for (let left = times * this.visits; left > 0; left -= 1) {
        if (this.#dayChance.happens(left)) readers.push([who, claims]);
      }
    };
    for (const coach of country.coachIds) add(1, 'a coach', { role: 'coach', coach });
    for (const organisation of country.organisationIds) {
      add(COORDINATORS_A_DAY, 'an organisation', { role: 'coordinator', organisation });
    }
    add(0.4 * perFunder, 'UWV', { role: 'case-director', funder: country.uwv });
    for (const funder of country.municipalityIds) {
      add((0.6 * perFunder) / country.municipalityIds.length, 'a municipality', {
        role: 'case-director',
        funder,
      });
    }
    await inTurns(readers.length, async (number) => {
      const [who, claims] = readers[number] as (typeof readers)[number];
      const token = await country.token(claims);
      for (const look of looksAtTheStart(who, day)) await this.#look(token, look);
    });
  }

  #claims({ planned: { parties, coachId }, candidateId }: Running, by: Writer): TokenClaims {
    switch (by) {
      case 'coordinator':
        return { role: 'coordinator', organisation: parties.organisationId };
      case 'coach':
        return { role: 'coach', coach: coachId };
      case 'stand-in':
        return { role: 'coach', coach: parties.standInId };
      case 'director':
        return { role: 'case-director', funder: parties.funderId };
      case 'candidate':
        return { role: 'candidate', candidate: candidateId };
      default:
        throw new TypeError(`nobody writes as ${by satisfies never}`);
    }
  }

  #wait(running: Running): void {
    const { on } = running.next;
    const there = this.#agenda.get(on);
    if (there === undefined) this.#agenda.set(on, [running]);
    else there.push(running);
  }
}

/** A path whose answer has what was stored up to a position. */
function at(path: string, position: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}position=${position}`;
}
