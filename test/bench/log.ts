import { hash } from 'node:crypto';
import { PRESETS } from '../../domain/rule-sets/index.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { DomainEvent } from '../../domain/shared/decider.js';
import { ACTIVITIES, SESSION_FORMS } from '../../domain/shared/lists.js';
import { idAt } from '../../src/shared/ids.js';

/** An event of the generated log, its protected fields not sealed yet. */
export interface LogEvent {
  readonly stream: string;
  readonly event: DomainEvent;
}

const TRAJECTORIES = 400;
const COACHES = 60;
const EMPLOYERS = 40;
const FIRST: CalendarDate = '2021-01-04';
const SUMMARY =
  'Samen de werkplanning doorgenomen, de nieuwe machine geoefend en vooruitgekeken naar volgende week.';

const START = Date.UTC(2021, 0, 4);
const DAY_MS = 86_400_000;
const DAYS = Array.from({ length: 1_900 }, (_, day) => addDays(FIRST, day));

/** The id that a party or fact of this name has in the log; ids of later moments (in ms) sort after, as in a real log. */
export function idOf(name: string, moment = 0): string {
  return idAt(START + moment, name);
}

/**
 * A log of `count` events, the same each time: the work of an organisation on 400 trajectories at once, mostly sessions,
 * in the order of their days as a real log has them.
 */
export function* generateLog(count: number): Generator<LogEvent> {
  let left = count;
  for (const one of everything()) {
    if (left === 0) return;
    yield one;
    left -= 1;
  }
}

function* everything(): Generator<LogEvent> {
  yield* parties();
  for (let round = 0; ; round += 1) {
    for (let number = 0; number < TRAJECTORIES; number += 1) {
      const stream = `trajectory-${idOf(`trajectory ${number}`)}`;
      for (const event of eventsOf(number, round)) yield { stream, event };
    }
  }
}

function* parties(): Generator<LogEvent> {
  const organisationId = idOf('organisation');
  const funder = `funder-${idOf('funder')}`;
  yield told(funder, 'FunderRegistered', { name: 'Gemeente Meetstad', kind: 'municipality' });
  yield told(funder, 'RuleSetAdopted', { version: 1, ruleSet: PRESETS['municipal-2y'] });
  yield told(`organisation-${organisationId}`, 'OrganisationRegistered', { name: 'Meet en Werk' });
  for (let number = 0; number < EMPLOYERS; number += 1) {
    const stream = `employer-${idOf(`employer ${number}`)}`;
    yield told(stream, 'EmployerRegistered', { name: `Werkgever ${number}` });
  }
  for (let number = 0; number < COACHES; number += 1) {
    const data = { name: `Jobcoach ${number}`, organisationId };
    yield told(`coach-${idOf(`coach ${number}`)}`, 'CoachRegistered', data);
  }
  for (let number = 0; number < TRAJECTORIES; number += 1) {
    const data = { name: `Kandidaat ${number}`, reference: `M-${number}`, organisationId };
    yield told(`candidate-${idOf(`candidate ${number}`)}`, 'CandidateRegistered', data);
  }
}

function told(stream: string, type: string, data: object): LogEvent {
  return { stream, event: { type, data } };
}

/** A round is half a week of a trajectory: it opens, then has sessions with now and then another fact between. */
function eventsOf(number: number, round: number): readonly DomainEvent[] {
  if (round === 0) return opening(number);
  const on = dayOf(round);
  const name = `${number} ${round}`;
  if (round % 100 === 0) return jobChange(number, round);
  if (round % 52 === 1) return [granted(number, on)];
  const moment = Math.floor(round * 3.5) * DAY_MS + number;
  if (round % 20 === 10) return [contact(number, idOf(`contact ${name}`, moment), on)];
  const sessionId = idOf(`session ${name}`, moment);
  if (round % 40 === 5) return [session(number, sessionId, on), corrected(sessionId, on)];
  return [session(number, sessionId, on)];
}

function opening(number: number): readonly DomainEvent[] {
  return [
    {
      type: 'TrajectoryOpened',
      data: {
        trajectoryId: idOf(`trajectory ${number}`),
        candidateId: idOf(`candidate ${number}`),
        funderId: idOf('funder'),
        organisationId: idOf('organisation'),
        ruleSet: { name: 'municipal-2y', version: 1 },
        openedOn: FIRST,
      },
    },
    {
      type: 'CoachAssigned',
      data: {
        assignmentId: idOf(`assignment ${number}`),
        coachId: idOf(`coach ${number % COACHES}`),
        from: FIRST,
        chosenBy: 'candidate',
      },
    },
    started(number, 0, FIRST),
  ];
}

function jobChange(number: number, round: number): readonly DomainEvent[] {
  const on = dayOf(round);
  const placementId = idOf(`placement ${number} ${round - 100}`);
  const ended = { placementId, endedOn: on, reportedOn: on, reason: 'Het contract liep af.' };
  return [{ type: 'PlacementEnded', data: ended }, started(number, round, dayOf(round + 1))];
}

function started(number: number, round: number, startsOn: CalendarDate): DomainEvent {
  const placementId = idOf(`placement ${number} ${round}`);
  const employerId = idOf(`employer ${(number + round / 100) % EMPLOYERS}`);
  const tasks = 'Inpakken en voorraad aanvullen';
  return {
    type: 'PlacementStarted',
    data: { placementId, employerId, kind: 'employment', startsOn, hoursPerWeek: 24, tasks },
  };
}

function granted(number: number, on: CalendarDate): DomainEvent {
  const grantId = idOf(`grant ${number} ${on}`);
  const terms = { decidedOn: on, from: on, to: addDays(on, 181), regime: 'medium' };
  return { type: 'CoachingGranted', data: { grantId, ...terms } };
}

function contact(number: number, contactId: string, on: CalendarDate): DomainEvent {
  const employerId = idOf(`employer ${number % EMPLOYERS}`);
  const about = { employerId, on, minutes: 15, kind: 'check-in', summary: SUMMARY };
  return { type: 'EmployerContactRecorded', data: { contactId, ...about } };
}

function session(number: number, sessionId: string, on: CalendarDate): DomainEvent {
  const chance = hash('sha1', sessionId, 'buffer');
  return {
    type: 'SessionRecorded',
    data: {
      sessionId,
      coachId: idOf(`coach ${number % COACHES}`),
      on,
      minutes: 15 * (1 + ((chance[0] ?? 0) % 6)),
      activity: ACTIVITIES[(chance[1] ?? 0) % ACTIVITIES.length],
      form: SESSION_FORMS[(chance[2] ?? 0) % SESSION_FORMS.length],
      summary: SUMMARY,
      groupSize: 1,
    },
  };
}

function corrected(sessionId: string, on: CalendarDate): DomainEvent {
  const changes = { on, minutes: 45, reason: 'De duur was verkeerd genoteerd.' };
  return { type: 'SessionCorrected', data: { sessionId, ...changes } };
}

function dayOf(round: number): CalendarDate {
  return DAYS[Math.floor(round * 3.5) % DAYS.length] as CalendarDate;
}
