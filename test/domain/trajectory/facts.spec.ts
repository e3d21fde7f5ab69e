import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../domain/shared/decider.js';
import { allItems, itemById } from '../../../domain/shared/items-by-id.js';
import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import {
  assignedCoachOn,
  evolveContact,
  evolveFacts,
  evolveSession,
  mayCoachOn,
  substitutesOn,
} from '../../../domain/trajectory/state.js';
import { correctContact } from './corrected-facts/examples.js';
import {
  APPLICATION,
  after,
  assignIt,
  COACH,
  changeIt,
  closeIt,
  contactIt,
  correctGrant,
  correctPlacement,
  correctSession,
  EMPLOYER,
  endIt,
  FIT,
  GRANT,
  grantIt,
  HANDOVER,
  handOverIt,
  id,
  JOB,
  learnIt,
  OTHER_COACH,
  openIt,
  receiveIt,
  recordIt,
  reportIt,
  running,
  SESSION,
  startIt,
  substituteIt,
  TODAY,
  withdrawIt,
} from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]): TrajectoryFacts {
  const facts = after(...commands).reduce<TrajectoryFacts | undefined>(evolveFacts, undefined);
  if (facts === undefined) throw new Error('the trajectory was not opened');
  return facts;
}

describe('the facts of a trajectory', () => {
  it('are not there before it was opened', () => {
    const [, assigned] = after(openIt, assignIt);
    expect(evolveFacts(undefined, assigned as TrajectoryEvent)).toBeUndefined();
  });

  it('begin with the parties and the day it opened', () => {
    expect(factsAfter(openIt)).toMatchObject({
      id: openIt.trajectoryId,
      candidateId: openIt.candidateId,
      ruleSet: { name: 'municipal-2y', version: 1 },
      openedOn: '2024-01-10',
      placements: [],
    });
  });

  it('hold a placement with its hours from each day on', () => {
    const facts = factsAfter(
      ...running,
      { ...changeIt, from: '2024-07-01', hoursPerWeek: 30 },
      { ...changeIt, changeId: id(141), hoursPerWeek: 28, hoursPerYear: 1400, plannedEnd: '2024-12-31' },
      endIt,
    );
    expect(facts.placements).toStrictEqual([
      {
        id: JOB,
        employerId: EMPLOYER,
        kind: 'employment',
        startsOn: '2024-02-01',
        plannedEnd: '2024-12-31',
        endedOn: '2024-08-31',
        endReportedOn: TODAY,
        hours: [
          { from: '2024-02-01', hoursPerWeek: 24 },
          { from: '2024-05-01', hoursPerWeek: 28, hoursPerYear: 1400 },
          { from: '2024-07-01', hoursPerWeek: 30 },
        ],
      },
    ]);
  });

  it('let a later change from the same day win', () => {
    const again = { ...changeIt, changeId: id(141), hoursPerWeek: 16 };
    expect(factsAfter(...running, changeIt, again).placements[0]?.hours).toStrictEqual([
      { from: '2024-02-01', hoursPerWeek: 24 },
      { from: '2024-05-01', hoursPerWeek: 16 },
    ]);
  });

  it('move the first hours with a corrected start, and forget the report of an ending that is reopened', () => {
    const corrected = factsAfter(
      ...running,
      endIt,
      correctPlacement({ startsOn: '2024-02-05', endedOn: null }),
    );
    expect(corrected.placements).toStrictEqual(
      factsAfter(openIt, { ...startIt, startsOn: '2024-02-05' }).placements,
    );
  });

  it('hold a handover as an assignment under its own id', () => {
    expect(factsAfter(...running, handOverIt).assignments).toStrictEqual([
      { id: assignIt.assignmentId, coachId: COACH, from: '2024-01-10', chosenBy: 'candidate' },
      { id: HANDOVER, coachId: OTHER_COACH, from: '2024-06-01', byHandover: true },
    ]);
  });

  it('hold a grant with whether it is motivated past the limit, and decide its application', () => {
    const facts = factsAfter(...running, receiveIt, {
      ...grantIt,
      applicationId: APPLICATION,
      minutes: 1200,
      beyondLimitMotivation: 'Nodig.',
    });
    expect(facts.grants).toStrictEqual([
      {
        id: GRANT,
        applicationId: APPLICATION,
        decisions: [
          {
            decidedOn: '2024-02-10',
            from: '2024-02-01',
            to: '2024-07-31',
            regime: 'medium',
            minutes: 1200,
            beyondLimit: true,
          },
        ],
      },
    ]);
    expect(facts.applications).toStrictEqual([
      { id: APPLICATION, kind: 'first', receivedOn: '2024-02-05', decidedOn: '2024-02-10' },
    ]);
  });

  it('leave an application undecided again when its grant turns out to be for another', () => {
    const facts = factsAfter(
      ...running,
      receiveIt,
      { ...grantIt, applicationId: APPLICATION, beyondLimitMotivation: 'Nodig.' },
      correctGrant({ applicationId: null, beyondLimitMotivation: null }),
    );
    expect(facts.applications).toStrictEqual([{ id: APPLICATION, kind: 'first', receivedOn: '2024-02-05' }]);
    expect(facts.grants).toStrictEqual(factsAfter(...running, grantIt).grants);
  });

  it('read a sealed motivation as one', () => {
    const sealed = { sealedWith: 'candidate/2/narrative/1', of: 'event/beyondLimitMotivation', box: 'x' };
    const facts = factsAfter(...running, { ...grantIt, beyondLimitMotivation: sealed });
    expect(facts.grants[0]?.decisions[0]?.beyondLimit).toBe(true);
  });

  it('hold absences and the last day, and are left alone by sessions and contacts', () => {
    const before = factsAfter(...running, { ...reportIt, until: '2024-05-10' }, closeIt);
    expect(before.absences).toStrictEqual([
      { id: reportIt.absenceId, from: '2024-05-06', until: '2024-05-10' },
    ]);
    expect(before.closedOn).toBe('2024-09-15');
    const contact = [contactIt, correctContact({ minutes: 25 })];
    const events = after(...running, recordIt, correctSession({ minutes: 60 }), withdrawIt, ...contact);
    const quiet = events.slice(running.length);
    expect(quiet).toHaveLength(5);
    for (const event of quiet) expect(evolveFacts(before, event)).toBe(before);
  });
});

describe('who may coach', () => {
  it('is the one who was assigned last, up to and including the last day', () => {
    const facts = factsAfter(...running, {
      ...assignIt,
      assignmentId: id(31),
      coachId: OTHER_COACH,
      from: '2024-03-01',
      until: '2024-03-31',
    });
    expect(assignedCoachOn(facts, '2024-01-09')).toBeUndefined();
    expect(assignedCoachOn(facts, '2024-02-29')).toBe(COACH);
    expect(assignedCoachOn(facts, '2024-03-01')).toBe(OTHER_COACH);
    expect(assignedCoachOn(facts, '2024-03-31')).toBe(OTHER_COACH);
    expect(assignedCoachOn(facts, '2024-04-01')).toBe(COACH);
  });

  it('is the smaller id of two assigned on one day, in whichever order they were recorded', () => {
    const other = { ...assignIt, assignmentId: id(29), coachId: OTHER_COACH };
    expect(assignedCoachOn(factsAfter(openIt, assignIt, other), '2024-01-10')).toBe(OTHER_COACH);
    expect(assignedCoachOn(factsAfter(openIt, other, assignIt), '2024-01-10')).toBe(OTHER_COACH);
  });

  it('is a substitute too, each once, on the days of the substitution', () => {
    const again = { ...substituteIt, substitutionId: id(101), from: '2024-10-01' } as const;
    const facts = factsAfter(...running, substituteIt, again);
    expect(substitutesOn(facts, '2024-03-31')).toEqual([]);
    expect(substitutesOn(facts, '2024-10-31')).toEqual([OTHER_COACH]);
    expect(substitutesOn(facts, '2024-11-01')).toEqual([]);
    expect(mayCoachOn(facts, COACH, '2024-04-01')).toBe(true);
    expect(mayCoachOn(facts, OTHER_COACH, '2024-04-01')).toBe(true);
    expect(mayCoachOn(facts, OTHER_COACH, '2024-11-01')).toBe(false);
  });
});

describe('a session', () => {
  it('is as it was corrected, and stays when it is withdrawn', () => {
    const changes = { minutes: 60, startsAt: '09:00', placementId: JOB };
    const [recorded, corrected, withdrawn] = after(
      ...running,
      recordIt,
      correctSession(changes),
      withdrawIt,
    ).slice(running.length);
    const first = evolveSession(undefined, recorded as TrajectoryEvent);
    expect(first).toStrictEqual({
      id: SESSION,
      coachId: COACH,
      on: '2024-03-05',
      minutes: 90,
      groupSize: 1,
      activity: 'training',
      form: 'workplace',
      withdrawn: false,
    });
    const second = evolveSession(first, corrected as TrajectoryEvent);
    expect(second).toStrictEqual({ ...first, ...changes });
    expect(evolveSession(second, withdrawn as TrajectoryEvent)).toStrictEqual({ ...second, withdrawn: true });
    expect(evolveSession(undefined, withdrawn as TrajectoryEvent)).toBeUndefined();
  });

  it('is held by its id, as it was corrected', () => {
    const another = { ...recordIt, sessionId: id(51) };
    const state = fold(
      trajectoryDecider,
      after(...running, recordIt, another, correctSession({ on: '2024-04-02' })),
    );
    expect(itemById(state.sessions, SESSION)?.on).toBe('2024-04-02');
    expect(itemById(state.sessions, id(51))?.on).toBe('2024-03-05');
    expect(itemById(state.sessions, id(52))).toBeUndefined();
    expect(allItems(state.sessions)).toHaveLength(2);
  });

  it('leaves the state before it as it was', () => {
    const before = fold(trajectoryDecider, after(...running, recordIt));
    const later = trajectoryDecider.decide({ ...recordIt, sessionId: id(51) }, before);
    expect(allItems(fold(trajectoryDecider, later, before).sessions)).toHaveLength(2);
    expect(allItems(before.sessions)).toHaveLength(1);
  });
});

describe('what a trajectory remembers', () => {
  it('holds an employer contact', () => {
    const event = after(...running, contactIt).at(-1) as TrajectoryEvent;
    const contact = {
      id: contactIt.contactId,
      employerId: EMPLOYER,
      on: '2024-03-07',
      minutes: 20,
      kind: 'advice',
    };
    expect(evolveContact(undefined, event)).toStrictEqual(contact);
    const state = fold(trajectoryDecider, after(...running, contactIt));
    expect(allItems(state.contacts)).toStrictEqual([contact]);
  });

  it('holds the fit notes by placement and no text of them', () => {
    const state = fold(trajectoryDecider, after(...running, learnIt));
    expect(state.fitNotes.get(JOB)).toEqual([FIT]);
    const texts = [...state.issued.values()].join(' ');
    expect(texts).not.toContain('koptelefoon');
  });
});
