import type { FactCorrectionCommand } from '../../../../domain/trajectory/corrected-facts/commands.js';
import type { ClosedCases } from '../closing/closed-case.js';
import {
  changeOrganisationIt,
  contactIt,
  learnIt,
  moveIt,
  nameIt,
  nameManagerIt,
  substituteIt,
} from '../examples.js';
import {
  correctChange,
  correctContact,
  correctDirector,
  correctFit,
  correctManager,
  correctMove,
  correctSubstitution,
} from './examples.js';

const clause = 'corrections' as const;

/** Corrections stay possible on a closed trajectory. */
export const factCorrectionsClosed: ClosedCases<FactCorrectionCommand> = {
  CorrectEmployerContact: { clause, before: [contactIt], taken: correctContact({ minutes: 25 }) },
  CorrectSubstitution: { clause, before: [substituteIt], taken: correctSubstitution({ until: null }) },
  CorrectCaseDirector: {
    clause,
    before: [nameIt],
    taken: correctDirector({ name: 'Mevrouw De Wit' }),
    refused: correctDirector({ from: '2024-09-16' }),
  },
  CorrectCaseManager: { clause, before: [nameManagerIt], taken: correctManager({ name: 'De heer Bos' }) },
  CorrectOrganisationChange: {
    clause,
    before: [changeOrganisationIt],
    taken: correctChange({ candidateChose: false }),
  },
  CorrectRuleSetMove: { clause, before: [moveIt], taken: correctMove({ on: '2024-03-15' }) },
  CorrectFitNote: { clause, before: [learnIt], taken: correctFit({ fits: ['Werken met planten'] }) },
};
