import { unknownMember } from '../../shared/decider.js';
import { corrected } from '../../shared/fields.js';
import { replaced } from '../../shared/replaced.js';
import type { TrajectoryFacts } from '../facts.js';
import type { EmployerContactCorrected, FactCorrectionEvent } from './events.js';

/** The facts as if they had been recorded right at once (reading 40). */
export function evolveCorrectedFacts(
  facts: TrajectoryFacts,
  // Contacts are no part of the facts.
  event: Exclude<FactCorrectionEvent, EmployerContactCorrected>,
): TrajectoryFacts {
  switch (event.type) {
    case 'SubstitutionCorrected': {
      const { data } = event;
      const substitutions = replaced(facts.substitutions, data.substitutionId, (it) =>
        corrected(it, data, ['coachId', 'from', 'until']),
      );
      return { ...facts, substitutions };
    }
    case 'CaseDirectorCorrected':
    case 'CaseManagerCorrected': {
      const { data } = event;
      const namings = replaced(facts.namings, data.namingId, (it) => corrected(it, data, ['from']));
      return { ...facts, namings };
    }
    case 'OrganisationChangeCorrected': {
      const { data } = event;
      const organisationChanges = replaced(facts.organisationChanges, data.changeId, (it) =>
        corrected(it, data, ['organisationId', 'on', 'candidateChose']),
      );
      return { ...facts, organisationChanges };
    }
    case 'RuleSetMoveCorrected': {
      const { data } = event;
      const ruleSetMoves = replaced(facts.ruleSetMoves, data.moveId, (it) =>
        corrected(it, data, ['ruleSet', 'on']),
      );
      return { ...facts, ruleSetMoves };
    }
    case 'FitNoteCorrected': {
      const { data } = event;
      const fitNotes = replaced(facts.fitNotes, data.fitId, (it) => corrected(it, data, ['placementId']));
      return { ...facts, fitNotes };
    }
    default:
      return unknownMember(event);
  }
}
