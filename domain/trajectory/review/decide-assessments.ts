import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import {
  decidedBefore,
  openedFacts,
  refuseBeforeOpening,
  refuseFuture,
  refuseFutureEvidence,
} from '../guards.js';
import { refuse } from '../refusals.js';
import { speakingEmployer } from '../speaking-employer.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectAssessment, GiveAssessment } from './commands.js';
import { reviewEvents } from './event-definitions.js';
import type { AssessmentCorrected, AssessmentGiven } from './events.js';

const LOWEST_SCORE = 1;
const HIGHEST_SCORE = 10;

function refuseBadScore(score: number): void {
  const isGood = Number.isInteger(score) && score >= LOWEST_SCORE && score <= HIGHEST_SCORE;
  if (!isGood) refuse('score.invalid', 'score');
}

/**
 * Candidate or employer scores the coaching, also after the closure (domain.md section 5). Who speaks for whom is for
 * `domain/access` to judge.
 */
export function giveAssessment(command: GiveAssessment, state: TrajectoryState): readonly AssessmentGiven[] {
  const { assessmentId, by, score, on, remark, evidence, today } = command;
  const facts = openedFacts(state);
  const terms = { assessmentId, by, score, on, remark, evidence };
  const asked: AssessmentGiven = { type: 'AssessmentGiven', data: withoutUndefined(terms) };
  if (decidedBefore(state, assessmentId, asked)) return [];
  refuseFutureEvidence(evidence, today);
  refuseFuture(on, today, 'on');
  refuseBeforeOpening(facts, on, 'on');
  refuseBadScore(score);
  if (by === 'candidate') return [asked];
  const employerId = speakingEmployer(facts, command.employerId, on);
  return [{ type: 'AssessmentGiven', data: { ...asked.data, employerId } }];
}

const OPTIONAL = ['remark'];

/** Corrects an assessment; whose it is never changes. What would have been refused then is refused now. */
export function correctAssessment(
  command: CorrectAssessment,
  state: TrajectoryState,
): readonly AssessmentCorrected[] {
  const { assessmentId, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const held = facts.assessments.find(({ id }) => id === assessmentId);
  if (held === undefined) return refuse('assessment.not-found');
  const { protect } = reviewEvents.AssessmentCorrected;
  const { employerId, ...others } = command.changes;
  const ofEmployer = held.by === 'employer' && employerId !== undefined ? { employerId } : {};
  const changes = effectiveChanges({ ...others, ...ofEmployer }, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  refuseFutureEvidence(evidence, today);
  if (touches(changes, 'on')) refuseFuture(changes.on, today, 'on');
  if (changes.on) refuseBeforeOpening(facts, changes.on, 'on');
  if (changes.score !== undefined) refuseBadScore(changes.score);
  if (changes.employerId) speakingEmployer(facts, changes.employerId, changes.on ?? held.on);
  const data = withoutUndefined({ assessmentId, by: held.by, ...changes, reason, evidence });
  return [{ type: 'AssessmentCorrected', data }];
}
