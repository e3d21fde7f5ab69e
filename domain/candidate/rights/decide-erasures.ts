import { addDays, type CalendarDate } from '../../shared/calendar.js';
import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { PROTECTIONS, type Protection } from '../../shared/protected.js';
import type {
  ApproveRetention,
  AskForErasure,
  CarryOutErasure,
  DecideErasureFirst,
  DecideErasureSecond,
  StopErasure,
  WithdrawErasure,
} from './commands.js';
import type { RightsEvent } from './events.js';
import { refuse } from './refusals.js';
import { type Erasure, erasureStatus, type RightsState } from './state.js';

type Events = readonly RightsEvent[];

/** One request at a time; a new one may follow one that is over. */
export function askForErasure({ requestId, ground, today }: AskForErasure, state: RightsState): Events {
  const known = state.erasures.get(requestId);
  if (known) return known.ground === ground ? [] : refuse('id.already-used');
  refuseWhileOneRuns(state);
  return [{ type: 'ErasureAsked', data: { requestId, ground, on: today } }];
}

/** The term of the rule set is over, and nothing keeps the file: the first decision that it goes. */
export function approveRetention(command: ApproveRetention, state: RightsState): Events {
  const { requestId, by, today, circumstances } = command;
  const known = state.erasures.get(requestId);
  if (known) return known.basis === 'retention' ? [] : refuse('id.already-used');
  refuseWhileOneRuns(state);
  if (isHeld(state, today)) refuse('erasure.held');
  const { erasableFrom } = circumstances;
  if (erasableFrom === undefined || erasableFrom > today) return refuse('retention.not-due');
  return [{ type: 'RetentionApproved', data: { requestId, on: today, erasableFrom, decidedBy: by } }];
}

/** A decision that keeps something names the exception that lets it (GDPR art. 17(3)), and why (art. 12(4)). */
export function assess(command: DecideErasureFirst, state: RightsState): Events {
  const { requestId, decision, exception, reason, by } = command;
  const erasure = known(state, requestId);
  if ((decision === 'granted') !== (exception === undefined))
    refuse('erasure.exception-invalid', 'exception');
  const parts = partsOf(command);
  const status = erasureStatus(erasure);
  const { assessed } = erasure;
  if (assessed && assessed.by === by && assessed.decision === decision && sameParts(assessed.parts, parts)) {
    return [];
  }
  if (status === 'withdrawn' || status === 'carried-out') refuse('erasure.over');
  if (status !== 'asked') refuse('erasure.already-decided');
  const data = { requestId, decision, parts, exception, reason, decidedBy: by };
  return [{ type: 'ErasureAssessed', data: withoutUndefined(data) }];
}

/**
 * The second pair of eyes, whose account is another. A refusal destroys nothing and needs none. Between this and the
 * carrying out lie `waitingDays`, in which the candidate may think better of it.
 */
export function confirm(command: DecideErasureSecond, state: RightsState): Events {
  const { requestId, decision, reason, by, today, waitingDays } = command;
  const erasure = known(state, requestId);
  const status = erasureStatus(erasure);
  if (status === 'confirmed' && decision === 'confirmed' && erasure.confirmed?.by === by) return [];
  if (status === 'asked') refuse('erasure.not-assessed');
  if (status === 'confirmed') refuse('erasure.already-decided');
  if (status !== 'assessed') refuse('erasure.over');
  if (erasure.assessed?.by === by) refuse('erasure.four-eyes');
  const carryOutFrom = decision === 'confirmed' ? addDays(today, waitingDays) : undefined;
  const data = { requestId, decision, reason, decidedBy: by, carryOutFrom };
  return [{ type: 'ErasureConfirmed', data: withoutUndefined(data) }];
}

/** Until it is carried out: by the candidate, or with a reason by who decides on it. */
export function withdraw(command: WithdrawErasure | StopErasure, state: RightsState): Events {
  const { requestId, by } = command;
  const status = erasureStatus(known(state, requestId));
  if (status === 'withdrawn') return [];
  if (status === 'carried-out' || status === 'refused') refuse('erasure.over');
  const reason = command.type === 'StopErasure' ? command.reason : undefined;
  const data = { requestId, reason, withdrawnBy: by };
  return [{ type: 'ErasureWithdrawn', data: withoutUndefined(data) }];
}

/** The proof that the person is forgotten, once the waiting is over and nothing keeps the file. */
export function carryOut({ requestId, keys, today }: CarryOutErasure, state: RightsState): Events {
  if (state.erased.has(requestId)) return [];
  const { basis, ground, assessed, confirmed, over } = known(state, requestId);
  if (over !== undefined) refuse('erasure.over');
  if (assessed === undefined || confirmed === undefined || confirmed.carryOutFrom > today) {
    return refuse('erasure.not-due');
  }
  if (isHeld(state, today)) refuse('erasure.held');
  const { parts, by: firstBy } = assessed;
  const data = { requestId, basis, ground, parts, firstBy, secondBy: confirmed.by, keys };
  return [{ type: 'CandidateErased', data: withoutUndefined(data) }];
}

function isHeld({ heldUntil }: RightsState, today: CalendarDate): boolean {
  return heldUntil !== undefined && heldUntil >= today;
}

function partsOf({ decision, parts }: DecideErasureFirst): readonly Protection[] {
  if (decision !== 'partly') {
    if (parts !== undefined) refuse('erasure.parts-invalid', 'parts');
    return decision === 'granted' ? PROTECTIONS : [];
  }
  const chosen = PROTECTIONS.filter((protection) => parts?.includes(protection));
  const some = chosen.length > 0 && chosen.length < PROTECTIONS.length;
  return some ? chosen : refuse('erasure.parts-invalid', 'parts');
}

function sameParts(a: readonly Protection[], b: readonly Protection[]): boolean {
  return a.length === b.length && a.every((part) => b.includes(part));
}

function known({ erasures }: RightsState, requestId: Id): Erasure {
  return erasures.get(requestId) ?? refuse('erasure.not-found');
}

function refuseWhileOneRuns({ erasures }: RightsState): void {
  const runs = [...erasures.values()].some((erasure) =>
    ['asked', 'assessed', 'confirmed'].includes(erasureStatus(erasure)),
  );
  if (runs) refuse('erasure.already-asked');
}
