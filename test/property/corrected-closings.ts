import fc from 'fast-check';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { aftercareIt, closeIt, measureIt, reopenIt } from './closing-commands.js';
import type { CorrectedFact } from './corrected-facts.js';
import { openIt } from './trajectory-commands.js';

const { today } = openIt;
const reason = 'typefout';

/** A trajectory that was closed, and perhaps reopened and closed again. */
export const ended = fc
  .tuple(closeIt, fc.option(fc.tuple(reopenIt, closeIt), { nil: undefined }))
  .map(([first, again]): readonly TrajectoryCommand[] => [
    openIt,
    { ...first, closureId: 'closure-1' },
    ...(again ? [again[0], { ...again[1], closureId: 'closure-2' }] : []),
  ]);

/** What belongs to the end. */
export const correctedClosings: fc.Arbitrary<CorrectedFact> = fc.oneof(
  fc
    .tuple(fc.option(fc.tuple(closeIt, reopenIt), { nil: undefined }), closeIt, closeIt)
    .map(([before = [], wrong, { on, resultCode, structuralSupport = false }]): CorrectedFact => {
      const closureId = 'closure-9';
      const changes = { on, resultCode: resultCode ?? null, structuralSupport };
      const { resultCode: _wrong, ...rest } = wrong;
      const right = { ...rest, closureId, on, structuralSupport, ...(resultCode && { resultCode }) };
      const correction = { type: 'CorrectClosure', today, closureId, changes, reason } as const;
      return { before: [openIt, ...before], wrong: { ...wrong, closureId }, correction, right };
    }),
  fc.tuple(closeIt, reopenIt, reopenIt).map(([close, wrong, { on }]): CorrectedFact => {
    const { reopeningId } = wrong;
    const correction = { type: 'CorrectReopening', today, reopeningId, changes: { on }, reason } as const;
    return { before: [openIt, close], wrong, correction, right: { ...wrong, on } };
  }),
  fc
    .tuple(ended, fc.array(measureIt, { maxLength: 2 }), measureIt, measureIt)
    .map(([before, others, wrong, { afterMonths, state, permanentContract }]): CorrectedFact => {
      const outcomeId = 'outcome-9';
      const changes = { afterMonths, state, permanentContract: permanentContract ?? null };
      const { permanentContract: _wrong, ...rest } = wrong;
      const contract = permanentContract === undefined ? {} : { permanentContract };
      const right = { ...rest, outcomeId, afterMonths, state, ...contract };
      const correction = { type: 'CorrectOutcome', today, outcomeId, changes, reason } as const;
      return { before: [...before, ...others], wrong: { ...wrong, outcomeId }, correction, right };
    }),
  fc
    .tuple(ended, aftercareIt, aftercareIt)
    .map(([before, wrong, { on, with: party, minutes }]): CorrectedFact => {
      const { contactId } = wrong;
      const changes = { on, with: party, minutes: minutes ?? null };
      const { minutes: _wrong, ...rest } = wrong;
      const right = { ...rest, on, with: party, ...(minutes === undefined ? {} : { minutes }) };
      const correction = { type: 'CorrectAftercareContact', today, contactId, changes, reason } as const;
      return { before, wrong, correction, right };
    }),
);
