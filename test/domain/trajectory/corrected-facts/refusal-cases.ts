import type { factCorrectionRefusals } from '../../../../domain/trajectory/corrected-facts/refusals.js';
import {
  changeJobIt,
  changeOrganisationIt,
  contactIt,
  learnIt,
  moveIt,
  NEXT_JOB,
  nameIt,
  nameManagerIt,
  running,
} from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  correctChange,
  correctContact,
  correctDirector,
  correctFit,
  correctManager,
  correctMove,
} from './examples.js';

/** A case for every refusal of the corrections of contacts, namings, changes, moves and fit notes. */
export const factCorrectionCases: Record<keyof typeof factCorrectionRefusals, RefusalCase> = {
  'employer-contact.not-found': {
    before: running,
    refused: correctContact({ minutes: 25 }),
    allowed: contactIt,
  },
  'case-director.not-found': {
    before: running,
    refused: correctDirector({ from: '2024-02-01' }),
    allowed: nameIt,
  },
  'case-manager.not-found': {
    before: running,
    refused: correctManager({ from: '2024-02-01' }),
    allowed: nameManagerIt,
  },
  'organisation-change.not-found': {
    before: running,
    refused: correctChange({ on: '2024-07-01' }),
    allowed: changeOrganisationIt,
  },
  'rule-set-move.not-found': {
    before: running,
    refused: correctMove({ on: '2024-07-01' }),
    allowed: moveIt,
  },
  'fit-note.not-found': { before: running, refused: correctFit({ fits: [] }), allowed: learnIt },
  'fit-note.carried': {
    before: [...running, learnIt, changeJobIt],
    refused: correctFit({ placementId: NEXT_JOB }),
    allowed: correctFit({ fits: [] }),
  },
};
