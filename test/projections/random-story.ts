import { PRESETS } from '../../domain/rule-sets/index.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import { ACTIVITIES, PLACEMENT_KINDS, REGIMES, SESSION_FORMS } from '../../domain/shared/lists.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import { opened, placement, Story, sealed, session } from './story.js';

const reason = sealed('reason');
const TRAJECTORIES = 5;

/** A log of `count` events of every kind, on a few trajectories that continue each other; the same for the same seed. */
export function randomStory(seed: number, count: number): readonly ProjectedEvent[] {
  const story = new Story();
  const random = randomFrom(seed);
  tellParties(story);
  const told = new Map<string, string[]>();
  for (let n = 0; story.events.length < count; n++) {
    const id = `trajectory-${1 + random(TRAJECTORIES)}`;
    const items = told.get(id);
    if (items === undefined) {
      told.set(id, [placementId(id, 0)]);
      story.trajectory(id, opening(id, [...told.keys()].at(-2)), placement(placementId(id, 0)));
    } else {
      story.trajectory(id, nextEvent(random, id, n, items));
    }
  }
  return story.events.map((event) => ({ ...event, id: uuid(event.id) }));
}

/** Whole numbers from 0 up to `below`, mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function tellParties(story: Story): void {
  story
    .tell('funder', 'funder-1', { type: 'FunderRegistered', data: { name: 'Gouda', kind: 'municipality' } })
    .tell('funder', 'funder-1', {
      type: 'RuleSetAdopted',
      data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
    })
    .tell('funder', 'funder-1', {
      type: 'RuleSetAdopted',
      data: { version: 2, effectiveOn: '2024-06-01', ruleSet: PRESETS['municipal-3y'] },
    })
    .tell('organisation', 'organisation-1', { type: 'OrganisationRegistered', data: { name: 'Werk' } })
    .tell('employer', 'employer-1', { type: 'EmployerRegistered', data: { name: 'Bakker' } })
    .tell('coach', 'coach-1', {
      type: 'CoachRegistered',
      data: { name: sealed('Ada'), organisationId: 'organisation-1' },
    })
    .tell('candidate', 'candidate-1', {
      type: 'CandidateRegistered',
      data: { name: sealed('Jan'), reference: sealed('K-001'), organisationId: 'organisation-1' },
    });
}

function opening(id: string, continues: string | undefined): TrajectoryEvent {
  return opened({ trajectoryId: id, ...(continues === undefined ? {} : { continues }) });
}

const placementId = (trajectoryId: string, n: number) => `${trajectoryId}-placement-${n}`;
const numberOf = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1));
const isSession = (id: string) => id.includes('-session-');

function pick<Item>(random: (below: number) => number, list: readonly Item[]): Item {
  return list[random(list.length)] as Item;
}

function nextEvent(
  random: (below: number) => number,
  id: string,
  n: number,
  items: string[],
): TrajectoryEvent {
  const on: CalendarDate = addDays('2024-01-01', random(700));
  const sessionId = pick(random, [...items.filter(isSession), undefined]);
  const placed = pick(
    random,
    items.filter((item) => !isSession(item)),
  );
  switch (random(21)) {
    case 0: {
      items.push(placementId(id, n));
      const kind = pick(random, PLACEMENT_KINDS);
      return placement(placementId(id, n), { startsOn: on, kind, employerId: `employer-${random(3)}` });
    }
    case 1:
      return {
        type: 'PlacementEnded',
        data: { placementId: placed, endedOn: addDays(on, numberOf(placed) % 9), reportedOn: on, reason },
      };
    case 2:
      return {
        type: 'PlacementCorrected',
        data: { placementId: placed, reason, startsOn: on, endedOn: null },
      };
    case 3: {
      const chosenBy = 'candidate';
      const coachId = `coach-${random(3)}`;
      return {
        type: 'CoachAssigned',
        data: { assignmentId: `${id}-assignment-${n}`, coachId, from: on, chosenBy },
      };
    }
    case 4: {
      const terms = { decidedOn: on, from: on, to: addDays(on, 180), regime: pick(random, REGIMES) };
      return { type: 'CoachingGranted', data: { grantId: `${id}-grant-${n}`, ...terms } };
    }
    case 5: {
      const contact = { employerId: 'employer-1', on, minutes: 10, kind: 'advice', summary: reason } as const;
      return { type: 'EmployerContactRecorded', data: { contactId: `${id}-contact-${n}`, ...contact } };
    }
    case 6:
    case 7:
      if (sessionId === undefined) break;
      return { type: 'SessionCorrected', data: { sessionId, reason, on, minutes: 1 + random(200) } };
    case 8:
      if (sessionId === undefined) break;
      items.splice(items.indexOf(sessionId), 1);
      return { type: 'SessionWithdrawn', data: { sessionId, reason } };
    case 9: {
      const organisationId = `organisation-${1 + random(3)}`;
      const change = { changeId: `${id}-change-${n}`, organisationId, on, reason, candidateChose: true };
      return { type: 'OrganisationChanged', data: change };
    }
    case 11:
      // Approvals and declarations are few, and each is about many sessions.
      if (n % 20 < 3) return accountsEvent(n % 20, `${id}-${n % 3}`, on, items);
      break;
    case 10: {
      const ruleSet = pick(random, [
        { name: 'municipal-2y', version: 1 },
        { name: 'municipal-3y', version: 2 },
      ]);
      return { type: 'RuleSetMoved', data: { moveId: `${id}-move-${n}`, ruleSet, on, reason } };
    }
    case 14: {
      const closure = {
        closureId: `${id}-closure-${n}`,
        on,
        reason,
        result: reason,
        structuralSupport: true,
      };
      return { type: 'TrajectoryClosed', data: closure };
    }
    case 15:
      return { type: 'TrajectoryReopened', data: { reopeningId: `${id}-reopening-${n}`, on, reason } };
    case 16: {
      const contact = { contactId: `${id}-aftercare-${n}`, on, with: 'employer', summary: reason } as const;
      return { type: 'AftercareContactRecorded', data: contact };
    }
    case 17: {
      const request = { requestId: `${id}-request-${n}`, about: placed, text: reason, requestedOn: on };
      return { type: 'CorrectionRequested', data: request };
    }
  }
  items.push(`${id}-session-${n}`);
  return session(`${id}-session-${n}`, {
    on,
    coachId: `coach-${random(3)}`,
    minutes: 1 + random(300),
    groupSize: 1 + random(4),
    activity: pick(random, ACTIVITIES),
    form: pick(random, SESSION_FORMS),
  });
}

/** An approval, its correction, or a declaration, of the sessions of late. */
function accountsEvent(
  kind: number,
  id: string,
  on: CalendarDate,
  items: readonly string[],
): TrajectoryEvent {
  const late = items.filter(isSession).slice(-30);
  const counted = (sessions: readonly string[]) => sessions.map((sessionId) => ({ sessionId, minutes: 10 }));
  const days = { from: on, to: addDays(on, 30) };
  if (kind === 0) {
    const approved = { approvedOn: addDays(on, 31), approvedSessions: counted(late) };
    return { type: 'HoursApproved', data: { approvalId: `${id}-approval`, ...days, ...approved } };
  }
  if (kind === 1) {
    const approvedSessions = counted(late.slice(0, 1));
    return {
      type: 'HoursApprovalCorrected',
      data: { approvalId: `${id}-approval`, reason, approvedSessions },
    };
  }
  const terms = { ...days, submittedOn: addDays(on, 40), minutes: 10, amountCents: 9 };
  const declaredSessions = counted(late.slice(-3));
  return {
    type: 'DeclarationSubmitted',
    data: { declarationId: `${id}-declaration`, ...terms, declaredSessions },
  };
}

function uuid(eventId: string): string {
  return `00000000-0000-7000-8000-${eventId.slice('event-'.length).padStart(12, '0')}`;
}
