import type { Id } from '../../domain/shared/ids.js';
import { accountsEvents } from '../../domain/trajectory/accounts/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { Substitution } from '../../domain/trajectory/facts.js';
import { employersIn, withOneEmployer } from '../../domain/trajectory/merged-employers.js';
import { planEvents } from '../../domain/trajectory/plan/event-definitions.js';
import { requestEvents } from '../../domain/trajectory/requests/event-definitions.js';
import { reviewEvents } from '../../domain/trajectory/review/event-definitions.js';
import type { Projection, Rows } from '../runtime/projection.js';
import { TrajectoryFiles } from '../trajectory-files/trajectory-files.js';
import { caseloadSubstituteTable, caseloadTable, NEVER } from './caseload.schema.js';
import { caseloadRows } from './caseload-rows.js';

/** None of them changes a last day, and sessions and contacts are by far the most. */
const LEAVE: readonly string[] = [
  ...Object.keys(accountsEvents),
  ...Object.keys(planEvents),
  ...Object.keys(requestEvents),
  ...Object.keys(reviewEvents),
  ...([
    'SessionRecorded',
    'SessionCorrected',
    'SessionWithdrawn',
    'EmployerContactRecorded',
    'EmployerContactCorrected',
  ] satisfies TrajectoryEvent['type'][]),
];

const files = new TrajectoryFiles('caseload', LEAVE);

/** Who reaches a limit first? */
export const caseloadProjection: Projection = {
  name: 'caseload',
  version: 3,
  tables: [caseloadTable, caseloadSubstituteTable, ...files.tables],
  handles: files.handles,
  apply: (event, rows) => files.apply(event, rows),
  settle: (rows, most) => files.settle(rows, most, compute),
};

async function compute(id: Id, rows: Rows): Promise<void> {
  const file = await files.file(id, rows);
  if (file === undefined) return;
  const survivors = await files.survivors([file.facts, ...file.continued].flatMap(employersIn), rows);
  const [facts, ...continued] = [file.facts, ...file.continued].map((one) => withOneEmployer(one, survivors));
  if (facts === undefined) return;
  const now = caseloadRows(facts, continued, file.ruleSets);
  const kept = new Set(now.map((row) => row.valid_from));
  for (const { valid_from } of await rows.list(caseloadTable, { trajectory_id: id })) {
    if (!kept.has(valid_from)) {
      rows.remove(caseloadTable, { trajectory_id: id, valid_from: String(valid_from) });
    }
  }
  for (const row of now) rows.put(caseloadTable, row);
  await putSubstitutes(id, facts.substitutions, rows);
}

async function putSubstitutes(
  trajectory_id: Id,
  substitutions: readonly Substitution[],
  rows: Rows,
): Promise<void> {
  const kept = new Set(substitutions.map(({ id }) => id));
  for (const { substitution_id } of await rows.list(caseloadSubstituteTable, { trajectory_id })) {
    const gone = { trajectory_id, substitution_id: String(substitution_id) };
    if (!kept.has(gone.substitution_id)) rows.remove(caseloadSubstituteTable, gone);
  }
  for (const { id: substitution_id, coachId: coach_id, from: valid_from, until } of substitutions) {
    const valid_until = until ?? NEVER;
    rows.put(caseloadSubstituteTable, { trajectory_id, substitution_id, coach_id, valid_from, valid_until });
  }
}
