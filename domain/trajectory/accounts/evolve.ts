import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { TrajectoryFacts } from '../facts.js';
import type { AccountsEvent, CountedSession, DeclarationSettled, DeclarationSubmitted } from './events.js';
import type { Declaration, HoursApproval, Settlement } from './facts.js';

/** The facts after one more event about hours approved, declared or settled. */
export function evolveAccounts(facts: TrajectoryFacts, event: AccountsEvent): TrajectoryFacts {
  switch (event.type) {
    case 'HoursApproved': {
      const { approvalId: id, from, to, approvedOn: on, approvedSessions } = event.data;
      const approval = { id, from, to, on, minutes: minutesOfAll(approvedSessions), withdrawn: false };
      return { ...facts, hoursApprovals: [...facts.hoursApprovals, approval] };
    }
    case 'HoursApprovalCorrected': {
      const { approvalId, approvedSessions } = event.data;
      const correctedApproval = (approval: HoursApproval): HoursApproval => ({
        ...corrected<HoursApproval, 'from' | 'to' | 'withdrawn'>(approval, event.data, [
          'from',
          'to',
          'withdrawn',
        ]),
        minutes: approvedSessions ? minutesOfAll(approvedSessions) : approval.minutes,
      });
      return {
        ...facts,
        hoursApprovals: facts.hoursApprovals.map((one) =>
          one.id === approvalId ? correctedApproval(one) : one,
        ),
      };
    }
    case 'DeclarationSubmitted':
      return { ...facts, declarations: [...facts.declarations, submitted(event.data)] };
    case 'DeclarationCorrected':
      return withDeclaration(facts, event.data.declarationId, (declaration) =>
        corrected<Declaration, (typeof CORRECTABLE)[number]>(declaration, event.data, CORRECTABLE),
      );
    case 'DeclarationSettled':
      return withDeclaration(facts, event.data.declarationId, (declaration) => ({
        ...declaration,
        settlements: [...declaration.settlements, settled(event.data)],
      }));
    default:
      return unknownMember(event);
  }
}

const CORRECTABLE = ['from', 'to', 'minutes', 'amountCents', 'withdrawn'] as const;

function submitted(data: DeclarationSubmitted['data']): Declaration {
  const { declarationId: id, from, to, minutes, amountCents, rateCents, submittedOn } = data;
  const terms = { id, from, to, minutes, amountCents, rateCents, submittedOn };
  return withoutUndefined({ ...terms, withdrawn: false, settlements: [] });
}

function settled(data: DeclarationSettled['data']): Settlement {
  const { settlementId: id, on, minutes, amountCents, changedMinutes } = data;
  return { id, on, minutes, amountCents, changedMinutes };
}

function withDeclaration(
  facts: TrajectoryFacts,
  id: string,
  change: (declaration: Declaration) => Declaration,
): TrajectoryFacts {
  return { ...facts, declarations: facts.declarations.map((one) => (one.id === id ? change(one) : one)) };
}

function minutesOfAll(sessions: readonly CountedSession[]): number {
  return sessions.reduce((sum, { minutes }) => sum + minutes, 0);
}
