import { type CommandName, mayRecordWhileRestricted, type Role } from '../../domain/access/index.js';
import { refuse } from '../../domain/candidate/rights/refusals.js';
import { isErased, isRestricted } from '../../domain/candidate/rights/state.js';
import type { Id } from '../../domain/shared/ids.js';
import { survivorOf } from '../../domain/shared/survivors.js';
import type { Recorders } from './recorders.js';
import { survivorsOf } from './survivors-of.js';

/**
 * Refuses what may not be recorded on the file of somebody who was forgotten (`candidate.erased`), or who had its use
 * restricted (`candidate.restricted`), under any of their registrations.
 */
export async function refuseClosedFile(
  { candidates }: Pick<Recorders, 'candidates'>,
  candidateId: Id,
  command: CommandName,
  role: Role,
): Promise<void> {
  const { state } = await candidates.load(candidateId);
  if (isErased(state)) refuse('candidate.erased');
  if (mayRecordWhileRestricted(command, role)) return;
  if (isRestricted(state)) refuse('candidate.restricted');
  // Whoever was never merged, as nearly everybody, is done.
  if (state.mark === undefined && state.merges.size === 0) return;
  const survivorId = survivorOf(await survivorsOf(candidates, [candidateId]), candidateId);
  const survivor = (await candidates.load(survivorId)).state;
  const others = [...survivor.merges.values()].flatMap(({ now }) => (now.withdrawn ? [] : [now.duplicateId]));
  const registrations = await Promise.all([survivorId, ...others].map((id) => candidates.load(id)));
  if (registrations.some((one) => isRestricted(one.state))) refuse('candidate.restricted');
}
