import type { LimitsInput } from '../limits/limits.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Declaration, Settlement } from '../trajectory/accounts/facts.js';
import {
  type Account,
  type AccountSession,
  accountOf,
  minutesOfAll,
  registeredIn,
  type Spent,
} from './account.js';
import { newestFirst } from './approved.js';

/** Minutes of a declaration where they fall. */
export interface DeclaredSpent extends Spent {
  readonly declarationId: Id;
  /** Of the session, where that names one. */
  readonly placementId: Id | undefined;
}

/** The declarations that ask for something on a day: submitted by then and not taken back. */
function inForce(declarations: readonly Declaration[], on: CalendarDate): readonly Declaration[] {
  return declarations.filter(({ withdrawn, submittedOn }) => withdrawn !== true && submittedOn <= on);
}

/**
 * Everything that was declared by `on`, in the trajectory and in those that it continues: on the days and at the
 * employers of the sessions that each declaration rests on, the oldest first, up to the minutes that it asks.
 */
export function declaredBy(account: Account, on: CalendarDate): readonly DeclaredSpent[] {
  const { trajectory, continued } = account;
  const declarations = [trajectory, ...continued].flatMap(({ facts }) => inForce(facts.declarations, on));
  const resting = new Map<Id, Resting[]>(declarations.map(({ id }) => [id, []]));
  for (const session of account.sessions) {
    for (const { declarationId, minutes } of session.session.declaredIn ?? []) {
      resting.get(declarationId)?.push({ session, minutes });
    }
  }
  return declarations.flatMap((declaration) => spread(declaration, resting.get(declaration.id) ?? []));
}

interface Resting {
  readonly session: AccountSession;
  /** What the session counted for in the declaration. */
  readonly minutes: number;
}

/** A session that was moved out of the declared days since is where those begin or end. */
function spread(
  { id, from, to, minutes }: Declaration,
  resting: readonly Resting[],
): readonly DeclaredSpent[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const taken = firstMinutes(resting, minutes);
  return taken.map(({ session, minutes: counted }) => ({
    declarationId: id,
    day: Math.min(Math.max(session.day, first), last),
    employerId: session.employerId,
    placementId: session.session.placementId,
    minutes: counted,
  }));
}

/** Of what counts minutes, in order, as much as comes to `most` together. */
export function firstMinutes<Counted extends { readonly minutes: number }>(
  counted: readonly Counted[],
  most: number,
): readonly Counted[] {
  let left = most;
  return counted.flatMap((one) => {
    const minutes = Math.min(one.minutes, left);
    left -= minutes;
    return minutes === 0 ? [] : [{ ...one, minutes }];
  });
}

/** What became of the hours of a declaration since it was submitted. */
export interface ChangedAfterDeclaration {
  /** What its days count now less what they counted then, in minutes. */
  readonly minutes: number;
  /** The sessions that were corrected, withdrawn or approved since. */
  readonly sessionIds: readonly Id[];
}

/**
 * The change of a declaration's hours: its sessions as they count now, 0 when withdrawn or moved out of its days, and
 * what was approved in its days afterwards.
 */
export function changedAfterDeclaration(account: Account, declaration: Declaration): ChangedAfterDeclaration {
  const now = new Map(
    registeredIn(account, declaration).map((session) => [session.session.id, session] as const),
  );
  const changes: { readonly sessionId: Id; readonly minutes: number }[] = [];
  for (const { session, own } of account.sessions) {
    if (!own) continue;
    const then = session.declaredIn?.find(({ declarationId }) => declarationId === declaration.id);
    const counted = now.get(session.id);
    if (then === undefined && counted?.approved !== true) continue;
    const minutes = (counted?.minutes ?? 0) - (then?.minutes ?? 0);
    if (minutes !== 0) changes.push({ sessionId: session.id, minutes });
  }
  return { minutes: minutesOfAll(changes), sessionIds: changes.map(({ sessionId }) => sessionId) };
}

/**
 * Whole cents without VAT: the amount that was asked, else the hours at the rate, rounded down once so that it never
 * comes above them; null when neither is known.
 */
export function amountOf({
  minutes,
  amountCents,
  rateCents,
}: Pick<Declaration, 'minutes' | 'amountCents' | 'rateCents'>): number | null {
  if (amountCents !== undefined) return amountCents;
  return rateCents === undefined ? null : amountAtRate(minutes, rateCents);
}

/** What minutes cost at a rate of cents per hour, in whole cents, rounded down. */
export function amountAtRate(minutes: number, rateCents: number): number {
  return Math.floor((minutes * rateCents) / 60);
}

/** A declaration as it stands on a day. */
export interface DeclarationFigures {
  readonly id: Id;
  /** The day on which it was submitted. */
  readonly on: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly minutes: number;
  /** Without VAT. */
  readonly amountCents: number | null;
  readonly withdrawn: boolean;
  readonly changedAfterDeclaration: ChangedAfterDeclaration;
  /** The part of that change that no settlement reckons with yet, in minutes. */
  readonly toSettleMinutes: number;
  /** Those made by the day, in order of recording. */
  readonly settlements: readonly Settlement[];
  /** The last of them, which holds. */
  readonly settled: Settlement | null;
}

/** The declarations submitted by `on`, the newest first, each with what changed since and is still to be settled. */
export function declarationsBy(input: LimitsInput): readonly DeclarationFigures[] {
  const { on, trajectory } = input;
  const account = accountOf(input);
  return trajectory.facts.declarations
    .filter(({ submittedOn }) => submittedOn <= on)
    .map((declaration) => figuresOf(account, declaration, on))
    .sort(newestFirst);
}

function figuresOf(account: Account, declaration: Declaration, on: CalendarDate): DeclarationFigures {
  const { id, submittedOn, from, to, minutes, withdrawn = false } = declaration;
  const changed = withdrawn ? NOTHING_CHANGED : changedAfterDeclaration(account, declaration);
  const settlements = declaration.settlements.filter((settlement) => settlement.on <= on);
  const settled = settlements.at(-1) ?? null;
  return {
    id,
    on: submittedOn,
    from,
    to,
    minutes,
    amountCents: amountOf(declaration),
    withdrawn,
    changedAfterDeclaration: changed,
    toSettleMinutes: changed.minutes - (settled?.changedMinutes ?? 0),
    settlements,
    settled,
  };
}

const NOTHING_CHANGED: ChangedAfterDeclaration = { minutes: 0, sessionIds: [] };
