import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TrajectoryUnderRules } from '../../domain/continuity/continuity.js';
import { placementsOn } from '../../domain/continuity/held-placements.js';
import { continuityOf } from '../../domain/continuity/index.js';
import { staysOf } from '../../domain/continuity/stays.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { Session } from '../../domain/trajectory/facts.js';
import { type Career, careers, daysAround } from './careers.js';

const RUNS = { numRuns: 150 };

const underRules = ({ trajectory, continued, ruleSet }: Career): TrajectoryUnderRules[] =>
  [trajectory, ...continued].map((record) => ({ ...record, ruleSet }));

const onSomeDay = careers().chain((career) =>
  daysAround(career).map((on) => ({ on, trajectories: underRules(career) })),
);

/** Every collection of facts the other way round; decisions of one grant keep the order in which they were taken. */
function reversed({
  facts,
  sessions,
  employerContacts,
  ruleSet,
}: TrajectoryUnderRules): TrajectoryUnderRules {
  return {
    ruleSet,
    sessions: sessions.toReversed(),
    employerContacts: employerContacts.toReversed(),
    facts: {
      ...facts,
      assignments: facts.assignments.toReversed(),
      substitutions: facts.substitutions.toReversed(),
      placements: facts.placements.toReversed(),
      grants: facts.grants.toReversed(),
    },
  };
}

describe('the continuity of an arbitrary career', () => {
  it('does not depend on the order in which facts were recorded', () => {
    fc.assert(
      fc.property(onSomeDay, ({ on, trajectories }) => {
        const shuffled = trajectories.map(reversed).reverse();
        expect(continuityOf({ on, trajectories: shuffled })).toEqual(continuityOf({ on, trajectories }));
      }),
      RUNS,
    );
  });

  it('has fewer job changes than stays, each new job once, and no negative number', () => {
    fc.assert(
      fc.property(onSomeDay, ({ on, trajectories }) => {
        const { jobChanges, coachChanges } = continuityOf({ on, trajectories });
        const stays = staysOf(placementsOn(trajectories, on));
        expect(jobChanges.length).toBeLessThanOrEqual(Math.max(0, stays.length - 1));
        const starts = jobChanges.map(({ to, startedOn }) => `${to} ${startedOn}`);
        expect(new Set(starts).size).toBe(starts.length);
        const numbers = jobChanges.flatMap((change) => [
          change.gapDays,
          change.daysWithoutContact,
          change.unfundedDays,
        ]);
        expect([coachChanges, ...numbers].filter((number) => number < 0)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('knows nothing that lies after the day the calendar stands on', () => {
    fc.assert(
      fc.property(onSomeDay, ({ on, trajectories }) => {
        const { employers, coaches, grants: _decidedAhead, jobChanges } = continuityOf({ on, trajectories });
        const days = [
          ...employers.flatMap(({ startsOn, endedOn }) => [startsOn, endedOn]),
          ...coaches.flatMap(({ from, until }) => [from, until]),
          ...jobChanges.flatMap((change) => [change.startedOn, change.endedOn, change.firstContactOn]),
        ];
        expect(days.filter((day) => day !== null && day > on)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never has more days without a contact for one session more since the old job began', () => {
    fc.assert(
      fc.property(onSomeDay, fc.nat(400), ({ on, trajectories }, after) => {
        for (const change of continuityOf({ on, trajectories }).jobChanges) {
          const session = extraSession(addDays(change.endedOn, after - 200));
          const [first, ...others] = trajectories as [TrajectoryUnderRules, ...TrajectoryUnderRules[]];
          const more = [{ ...first, sessions: [...first.sessions, session] }, ...others];
          const old = staysOf(placementsOn(trajectories, on)).find(
            ({ employerId, endedOn }) => employerId === change.from && endedOn === change.endedOn,
          );
          // The first contact ever, before the old job, would be the one to count from (reading 28).
          if (old === undefined || session.on < addDays(old.startsOn, -1)) continue;
          const same = continuityOf({ on, trajectories: more }).jobChanges.find(
            ({ to, startedOn }) => to === change.to && startedOn === change.startedOn,
          );
          expect(same?.daysWithoutContact).toBeLessThanOrEqual(change.daysWithoutContact);
        }
      }),
      RUNS,
    );
  });
});

function extraSession(on: CalendarDate): Session {
  return {
    id: 'ffffffff-0000-7000-8000-000000000000',
    coachId: 'another-coach',
    on,
    minutes: 60,
    groupSize: 1,
    activity: 'training',
    form: 'phone',
    withdrawn: false,
  };
}
