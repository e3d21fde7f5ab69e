import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import { replaced } from '../../shared/replaced.js';
import type { TrajectoryFacts } from '../facts.js';
import type { ClosingEvent } from './events.js';
import type { AftercareContact, Closure, Outcome } from './facts.js';

/** The facts after one more event of the end; corrections replace in place (reading 40). */
export function evolveClosing(facts: TrajectoryFacts, event: ClosingEvent): TrajectoryFacts {
  const { closures = [], outcomes = [], aftercareContacts = [] } = facts;
  switch (event.type) {
    case 'TrajectoryClosed': {
      const { closureId: id = facts.id, on, resultCode, structuralSupport } = event.data;
      const closure = withoutUndefined({ id, on, resultCode, structuralSupport });
      return withClosures(facts, [...closures, closure]);
    }
    case 'ClosureCorrected': {
      const { closureId, ...changes } = event.data;
      const fields = ['on', 'resultCode', 'structuralSupport'] as const;
      return withClosures(
        facts,
        replaced(closures, closureId, (it) =>
          corrected<Closure, (typeof fields)[number]>(it, changes, fields),
        ),
      );
    }
    case 'TrajectoryReopened': {
      const { reopeningId: id, on } = event.data;
      const reopened = closures.at(-1)?.id ?? facts.id;
      return withClosures(
        facts,
        replaced(closures, reopened, (it) => ({ ...it, reopening: { id, on } })),
      );
    }
    case 'ReopeningCorrected': {
      const { reopeningId, on } = event.data;
      return withClosures(
        facts,
        closures.map((it) => (on && it.reopening?.id === reopeningId ? reopenedFrom(it, on) : it)),
      );
    }
    case 'OutcomeMeasured': {
      const { outcomeId: id, ...terms } = event.data;
      return { ...facts, outcomes: [...outcomes, { id, ...terms }] };
    }
    case 'OutcomeCorrected': {
      const { outcomeId, ...changes } = event.data;
      const fields = ['afterMonths', 'measuredOn', 'state', 'permanentContract'] as const;
      const correct = (it: Outcome) => corrected<Outcome, (typeof fields)[number]>(it, changes, fields);
      return { ...facts, outcomes: replaced(outcomes, outcomeId, correct) };
    }
    case 'AftercareContactRecorded': {
      const { contactId: id, on, with: party, minutes } = event.data;
      const contact = withoutUndefined({ id, on, with: party, minutes });
      return { ...facts, aftercareContacts: [...aftercareContacts, contact] };
    }
    case 'AftercareContactCorrected': {
      const { contactId, ...changes } = event.data;
      const fields = ['on', 'with', 'minutes'] as const;
      const correct = (it: AftercareContact) =>
        corrected<AftercareContact, (typeof fields)[number]>(it, changes, fields);
      return { ...facts, aftercareContacts: replaced(aftercareContacts, contactId, correct) };
    }
    case 'ClosureProposed':
      return facts;
    default:
      return unknownMember(event);
  }
}

function reopenedFrom(closure: Closure, on: Closure['on']): Closure {
  return closure.reopening ? { ...closure, reopening: { ...closure.reopening, on } } : closure;
}

/** Only the last closure can still hold: each one before it was reopened first. */
function withClosures(facts: TrajectoryFacts, closures: readonly Closure[]): TrajectoryFacts {
  const last = closures.at(-1);
  return withoutUndefined({ ...facts, closures, closedOn: last?.reopening ? undefined : last?.on });
}
