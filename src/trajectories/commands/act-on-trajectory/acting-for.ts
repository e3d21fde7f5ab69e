import type { ActingFor } from '../../../../domain/access/cell-words.js';
import type { AskingParty } from '../../../../domain/access/index.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { isAgreementOf } from '../../../../domain/trajectory/plan/plan-on.js';
import type { TrajectoryIntent } from './act-on-trajectory.command.js';

/** For which party an intent agrees, declines, assesses or keeps an agreement; undefined when it is for none, or for another. */
export function actingForIn(
  intent: TrajectoryIntent,
  asker: AskingParty,
  facts: TrajectoryFacts,
): ActingFor | undefined {
  switch (intent.type) {
    case 'AgreePlan':
    case 'DeclinePlan':
      return intent.party;
    case 'GiveAssessment':
      return intent.by;
    case 'CorrectAssessment':
      return assessorOf(intent.assessmentId, asker, facts);
    case 'FulfilAgreement':
    case 'CorrectFulfilment':
      return ownerOf(intent.agreementId, asker, facts);
    default:
      return undefined;
  }
}

/** An employer corrects its own assessments, and not those of another employer. */
function assessorOf(id: string, { role, employerId }: AskingParty, { assessments }: TrajectoryFacts) {
  const held = assessments.find((assessment) => assessment.id === id);
  const isForeign = role === 'employer' && held?.by === 'employer' && held.employerId !== employerId;
  return isForeign ? undefined : held?.by;
}

function ownerOf(id: string, { role }: AskingParty, { planOfApproach }: TrajectoryFacts) {
  if (role !== 'candidate' && role !== 'employer') return undefined;
  const held = planOfApproach.versions
    .flatMap(({ agreements }) => agreements)
    .findLast((agreement) => agreement.id === id);
  return held !== undefined && isAgreementOf(held, role) ? role : undefined;
}
