import { areOne } from '../../../../domain/shared/survivors.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { employersIn } from '../../../../domain/trajectory/merged-employers.js';
import type { RecordingAsker } from '../../../recording/actor.js';
import type { Recorders } from '../../../recording/recorders.js';
import { survivorsOf } from '../../../recording/survivors-of.js';

/**
 * The asker under the id that the trajectory knows them by: a candidate or an employer that was merged has several, and
 * may do under each what is theirs. Whoever is not of this trajectory stays who they are.
 */
export async function asKnownTo(
  facts: TrajectoryFacts,
  asker: RecordingAsker,
  { candidates, employers }: Pick<Recorders, 'candidates' | 'employers'>,
): Promise<RecordingAsker> {
  const { role, candidateId, employerId } = asker;
  if (role === 'candidate' && candidateId !== undefined && candidateId !== facts.candidateId) {
    const survivors = await survivorsOf(candidates, [candidateId, facts.candidateId]);
    return areOne(survivors, candidateId, facts.candidateId)
      ? { ...asker, candidateId: facts.candidateId }
      : asker;
  }
  const known = employersIn(facts);
  if (role === 'employer' && employerId !== undefined && !known.includes(employerId)) {
    const survivors = await survivorsOf(employers, [employerId, ...known]);
    const same = known.find((id) => areOne(survivors, id, employerId));
    return same === undefined ? asker : { ...asker, employerId: same };
  }
  return asker;
}
