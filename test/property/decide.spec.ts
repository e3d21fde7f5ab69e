import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../domain/shared/decider.js';
import { allItems } from '../../domain/shared/items-by-id.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';
import { aDay, reason } from './arbitraries.js';
import { approveIt as approveCoachingIt, lodgeIt, reviseIt } from './award-commands.js';
import { correctedFacts } from './corrected-facts.js';
import { afterAll, asked, outcome } from './decisions.js';
import {
  assessIt,
  draftFirst,
  fulfilIt,
  holdIt,
  planEvaluationIt,
  reachIt,
} from './plan-and-review-commands.js';
import { contactIt, directorIt, incidentIt, needIt, substituteIt } from './signal-commands.js';
import {
  assignFirst,
  assignIt,
  commands,
  grantIt,
  openIt,
  receiveIt,
  recordIt,
  reportIt,
  startIt,
} from './trajectory-commands.js';

const RUNS = { numRuns: 200 };
const { initialState } = trajectoryDecider;

function sorted<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything that limits and continuity are computed from, in an order of its own. */
function recordOf(state: TrajectoryState) {
  const { facts } = state;
  return {
    facts: facts && {
      ...facts,
      assignments: sorted(facts.assignments),
      substitutions: sorted(facts.substitutions),
      placements: sorted(facts.placements),
      absences: sorted(facts.absences).map((absence) => ({
        ...absence,
        coachingApprovals: sorted(absence.coachingApprovals ?? []),
      })),
      applications: sorted(facts.applications),
      grants: sorted(facts.grants),
      planOfApproach: {
        ...facts.planOfApproach,
        outcomes: sorted(facts.planOfApproach.outcomes),
        fulfilments: sorted(facts.planOfApproach.fulfilments),
      },
      evaluationPlans: sorted(facts.evaluationPlans),
      evaluations: sorted(facts.evaluations),
      assessments: sorted(facts.assessments),
      objections: sorted(facts.objections),
      organisationChanges: sorted(facts.organisationChanges),
      ruleSetMoves: sorted(facts.ruleSetMoves),
      namings: sorted(facts.namings),
      fitNotes: sorted(facts.fitNotes),
      incidents: sorted(facts.incidents),
      supportNeeds: sorted(facts.supportNeeds),
      contactRhythms: sorted(facts.contactRhythms),
      coachChangeRequests: sorted(facts.coachChangeRequests),
    },
    sessions: sorted(allItems(state.sessions)),
    contacts: sorted(allItems(state.contacts)),
  };
}

describe('any command', () => {
  it('writes nothing when it is decided a second time', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(commands, (asking) => {
        let state = afterAll([openIt, assignFirst]);
        for (const command of asking) {
          const events = asked(command, state);
          state = fold(trajectoryDecider, events, state);
          if (events.length === 0) continue;
          met.set(command.type, (met.get(command.type) ?? 0) + 1);
          expect(trajectoryDecider.decide(command, state)).toEqual([]);
        }
        expect(trajectoryDecider.decide(openIt, state)).toEqual([]);
      }),
      RUNS,
    );
    expect([...met.keys()].sort()).toHaveLength(85);
  });

  it('leaves a state that is the same however often it is folded from its events', () => {
    fc.assert(
      fc.property(commands, (asking) => {
        const events: TrajectoryEvent[] = [];
        let state = initialState;
        for (const command of [openIt, assignFirst, ...asking]) {
          const decided = asked(command, state);
          events.push(...decided);
          state = fold(trajectoryDecider, decided, state);
        }
        const stored = JSON.parse(JSON.stringify(events)) as readonly TrajectoryEvent[];
        expect(fold(trajectoryDecider, stored)).toStrictEqual(state);
      }),
      RUNS,
    );
  });
});

describe('independent facts', () => {
  it('are the same in whichever order they were recorded', () => {
    const facts = fc.oneof(
      fc.oneof(startIt, assignIt, reportIt, grantIt, receiveIt, recordIt),
      fc.oneof(reachIt, fulfilIt, planEvaluationIt, holdIt, assessIt),
      ...[startIt, assignIt, reportIt, grantIt, receiveIt, recordIt],
      ...[incidentIt, needIt, contactIt, substituteIt, directorIt],
    );
    const several = fc.uniqueArray(facts, { maxLength: 15, selector: itemIdOf });
    fc.assert(
      fc.property(
        several.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([inOrder, reordered]) => {
          const opened = afterAll([openIt, assignFirst, draftFirst]);
          const events = inOrder.flatMap((command) => asked(command, opened));
          const others = reordered.flatMap((command) => asked(command, opened));
          expect(recordOf(fold(trajectoryDecider, others, opened))).toEqual(
            recordOf(fold(trajectoryDecider, events, opened)),
          );
        },
      ),
      RUNS,
    );
  });
});

describe('facts that rest on others', () => {
  it('are the same in whichever order they were recorded', () => {
    const several = fc.uniqueArray(fc.oneof(reviseIt, lodgeIt, approveCoachingIt), {
      maxLength: 12,
      selector: itemIdOf,
    });
    const grounds = fc.tuple(fc.array(receiveIt), fc.array(grantIt), fc.array(reportIt));
    let recorded = 0;
    fc.assert(
      fc.property(
        grounds,
        several.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([applications, grants, absences], [inOrder, reordered]) => {
          const before = afterAll([openIt, ...applications, ...grants, ...absences]);
          const events = inOrder.flatMap((command) => asked(command, before));
          const others = reordered.flatMap((command) => asked(command, before));
          recorded += events.length;
          expect(recordOf(fold(trajectoryDecider, others, before))).toEqual(
            recordOf(fold(trajectoryDecider, events, before)),
          );
        },
      ),
      RUNS,
    );
    expect(recorded).toBeGreaterThan(100);
  });
});

const { today } = openIt;

describe('a correction', () => {
  it('leaves the facts as if they had been recorded right at once, or is refused as they would have been', () => {
    let compared = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(correctedFacts, ({ before, wrong, correction, right }) => {
        const start = afterAll(before);
        const recorded = asked(wrong, start);
        if (recorded.length === 0) return;
        const afterWrong = fold(trajectoryDecider, recorded, start);
        const changed = outcome(correction, afterWrong);
        const direct = outcome(right, start);
        // Who coaches then already, or which rules hold, is not recorded twice; a correction back to it is.
        if (!(direct instanceof Refusal) && direct.length === 0) return;
        if (changed instanceof Refusal || direct instanceof Refusal) {
          expect(changed instanceof Refusal).toBe(direct instanceof Refusal);
          return;
        }
        compared += 1;
        kinds.add(correction.type);
        expect(recordOf(fold(trajectoryDecider, changed, afterWrong))).toEqual(
          recordOf(fold(trajectoryDecider, direct, start)),
        );
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(50);
    expect([...kinds].sort()).toHaveLength(25);
  });

  it('that takes an end away leaves a placement as if it had never ended', () => {
    fc.assert(
      fc.property(startIt, aDay, (start, endedOn) => {
        const { placementId, circumstances } = start;
        const end = { type: 'EndPlacement', today, circumstances, placementId, endedOn, reason } as const;
        const changes = { endedOn: null };
        const reopen = {
          type: 'CorrectPlacement',
          today,
          circumstances,
          placementId,
          changes,
          reason,
        } as const;
        expect(recordOf(afterAll([openIt, start, end, reopen]))).toEqual(recordOf(afterAll([openIt, start])));
      }),
      RUNS,
    );
  });
});

function itemIdOf(command: TrajectoryCommand): string {
  switch (command.type) {
    case 'StartPlacement':
      return command.placementId;
    case 'AssignCoach':
      return command.assignmentId;
    case 'ReportAbsence':
      return command.absenceId;
    case 'GrantCoaching':
      return command.grantId;
    case 'ReceiveApplication':
      return command.applicationId;
    case 'RecordSession':
      return command.sessionId;
    case 'ReachGoal':
      return command.outcomeId;
    case 'FulfilAgreement':
      return command.fulfilmentId;
    case 'PlanEvaluation':
      return command.evaluationPlanId;
    case 'HoldEvaluation':
      return command.evaluationId;
    case 'GiveAssessment':
      return command.assessmentId;
    case 'ReviseGrant':
      return command.revisionId;
    case 'LodgeObjection':
      return command.objectionId;
    case 'ApproveCoachingDuringAbsence':
      return command.approvalId;
    case 'ReportIncident':
      return command.incidentId;
    case 'SignalSupportNeed':
      return command.needId;
    case 'RecordEmployerContact':
      return command.contactId;
    case 'SubstituteCoach':
      return command.substitutionId;
    case 'NameCaseDirector':
      return command.namingId;
    default:
      throw new TypeError(`no fact of its own: ${command.type}`);
  }
}

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
