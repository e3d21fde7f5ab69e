import {
  type Account,
  type AccountSession,
  accountOf,
  amountAtRate,
  amountOf,
  changedAfterDeclaration,
  declaredBy,
  firstMinutes,
  goesOverGrant,
  minutesOfAll,
  registeredIn,
} from '../../hours/index.js';
import type { RuleSet } from '../../rule-sets/rule-set.js';
import { type CalendarDate, overlap } from '../../shared/calendar.js';
import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import type { TrajectoryEvent } from '../events.js';
import { evolveFacts } from '../evolve-facts.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { accountInput, refuseBadDays } from './account-input.js';
import type { CorrectDeclaration, SettleDeclaration, SubmitDeclaration } from './commands.js';
import { countedSessions } from './counted-sessions.js';
import { accountsEvents } from './event-definitions.js';
import type { Declaration } from './facts.js';

/**
 * Asks for hours of these days to be paid: registered, approved and within the grants of those days (UWV 2014 B.3.1),
 * at no more than the rate of the rule set.
 */
export function submitDeclaration(
  command: SubmitDeclaration,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { declarationId, from, to, minutes, amountCents, today, circumstances } = command;
  const facts = openedFacts(state);
  const account = accountOf(accountInput(state, facts, circumstances, today));
  const rateCents = rateOver(circumstances.ruleSet, from);
  const asked = { from, to, minutes, amountCents, rateCents };
  const declaredSessions = countedSessions(approvedIn(account, command));
  const data = withoutUndefined({ declarationId, ...asked, submittedOn: today, declaredSessions });
  const event: TrajectoryEvent = { type: 'DeclarationSubmitted', data };
  if (decidedBefore(state, declarationId, event)) return [];
  const declaration = withoutUndefined({ id: declarationId, ...asked });
  refuseBadAmount(declaration);
  refuseBadDays(facts, declaration, today);
  refuseUndeclarable(account, declaration, today);
  refuseAmount(declaration);
  return [event];
}

/** Corrects a declaration that was not settled yet, or takes it back whole; its hours are judged anew. */
export function correctDeclaration(
  command: CorrectDeclaration,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { declarationId, reason, today, circumstances } = command;
  const facts = openedFacts(state);
  const held = declarationAt(facts, declarationId);
  const { protect } = accountsEvents.DeclarationCorrected;
  const changes = effectiveChanges(command.changes, held, ['amountCents'], protect);
  if (isEmpty(changes)) return [];
  if (held.settlements.length > 0) refuse('declaration.settled');
  const data = { declarationId, reason, ...changes };
  const event: TrajectoryEvent = { type: 'DeclarationCorrected', data };
  const now = declarationAt(evolveFacts(facts, event) as TrajectoryFacts, declarationId);
  refuseBadAmount(now);
  if (now.withdrawn) return [{ type: 'DeclarationCorrected', data: { ...data, declaredSessions: [] } }];
  refuseAmount(now);
  if (!touches(changes, 'from', 'to', 'minutes', 'withdrawn')) return [event];
  const account = accountOf(accountInput(state, facts, circumstances, today));
  refuseBadDays(facts, now, today);
  refuseUndeclarable(account, now, today);
  const declaredSessions = countedSessions(approvedIn(account, now));
  return [{ type: 'DeclarationCorrected', data: { ...data, declaredSessions } }];
}

/**
 * Settles a declaration, again when something changed after the last time: at most what was declared, with what its
 * sessions came to count more since.
 */
export function settleDeclaration(
  command: SettleDeclaration,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { declarationId, settlementId, on, minutes, amountCents, reason, today, circumstances } = command;
  const facts = openedFacts(state);
  const held = declarationAt(facts, declarationId);
  const account = accountOf(accountInput(state, facts, circumstances, today));
  const { minutes: changedMinutes } = changedAfterDeclaration(account, held);
  const settled = { declarationId, settlementId, on, minutes, amountCents, reason, changedMinutes };
  const event: TrajectoryEvent = { type: 'DeclarationSettled', data: withoutUndefined(settled) };
  if (decidedBefore(state, settlementId, event)) return [];
  if (held.withdrawn) refuse('declaration.withdrawn');
  refuseFuture(on, today, 'on');
  if (!isWhole(minutes)) refuse('declaration.hours-invalid', 'hours');
  if (!isWhole(amountCents)) refuse('declaration.amount-invalid', 'amount');
  if (minutes > held.minutes + Math.max(0, changedMinutes)) refuse('settlement.over-declared', 'hours');
  refuseOverRate({ ...held, minutes, amountCents });
  const asked = amountOf(held);
  if (asked !== null && minutes <= held.minutes && amountCents > asked) {
    refuse('settlement.over-declared', 'amount');
  }
  return [event];
}

type Terms = Pick<Declaration, 'id' | 'from' | 'to' | 'minutes' | 'amountCents' | 'rateCents'>;

function declarationAt({ declarations }: TrajectoryFacts, id: string): Declaration {
  return declarations.find((declaration) => declaration.id === id) ?? refuse('declaration.not-found');
}

function isWhole(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 0;
}

function refuseBadAmount({ minutes, amountCents }: Terms): void {
  if (!isWhole(minutes) || minutes === 0) refuse('declaration.hours-invalid', 'hours');
  if (amountCents !== undefined && !isWhole(amountCents)) refuse('declaration.amount-invalid', 'amount');
}

/** The registered sessions of these days that are approved, by day. */
function approvedIn(account: Account, days: Pick<Terms, 'from' | 'to'>): readonly AccountSession[] {
  return registeredIn(account, days).filter(({ approved }) => approved);
}

/** Refuses hours that were declared before, that are not registered, not approved or not granted. */
function refuseUndeclarable(account: Account, declaration: Terms, today: CalendarDate): void {
  const others = account.trajectory.facts.declarations.filter(
    ({ id, withdrawn }) => id !== declaration.id && withdrawn !== true,
  );
  if (others.some((other) => overlap(other, declaration))) refuse('declaration.overlaps', 'from');
  const { minutes } = declaration;
  const approved = approvedIn(account, declaration);
  if (minutes > minutesOfAll(registeredIn(account, declaration))) {
    refuse('declaration.not-registered', 'hours');
  }
  if (minutes > minutesOfAll(approved)) refuse('declaration.not-approved', 'hours');
  const before = declaredBy(account, today).filter(({ declarationId }) => declarationId !== declaration.id);
  if (goesOverGrant(account, before, firstMinutes(approved, minutes))) {
    refuse('declaration.over-grant', 'hours');
  }
}

function refuseAmount(declaration: Terms): void {
  if (amountOf(declaration) === null) refuse('declaration.amount-required', 'amount');
  refuseOverRate(declaration);
}

/** The rate of all days from `from` on; undefined where the rules name none, or one that holds only later. */
function rateOver({ rateCents, rateFrom }: RuleSet, from: CalendarDate): number | undefined {
  return rateFrom !== undefined && rateFrom > from ? undefined : rateCents;
}

function refuseOverRate({ minutes, amountCents, rateCents }: Terms): void {
  if (amountCents === undefined || rateCents === undefined) return;
  if (amountCents > amountAtRate(minutes, rateCents)) refuse('declaration.amount-over-rate', 'amount');
}
