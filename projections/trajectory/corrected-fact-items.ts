import { unknownMember } from '../../domain/shared/decider.js';
import type {
  EmployerContactCorrected,
  FactCorrectionEvent,
} from '../../domain/trajectory/corrected-facts/events.js';
import { corrected, type ItemChange } from './item.js';

/** What a correction does to the item that it is about; contacts have a table of their own. */
export function correctedFactItem(event: Exclude<FactCorrectionEvent, EmployerContactCorrected>): ItemChange {
  switch (event.type) {
    case 'SubstitutionCorrected':
      return corrected('substitution', event.data.substitutionId, event.data);
    case 'CaseDirectorCorrected':
      return corrected('case-director', event.data.namingId, event.data);
    case 'CaseManagerCorrected':
      return corrected('case-manager', event.data.namingId, event.data);
    case 'OrganisationChangeCorrected':
      return corrected('organisation-change', event.data.changeId, event.data);
    case 'RuleSetMoveCorrected':
      return corrected('rule-set-move', event.data.moveId, event.data);
    case 'FitNoteCorrected':
      return corrected('fit-note', event.data.fitId, event.data);
    default:
      return unknownMember(event);
  }
}
