import { MUNICIPAL_2Y } from '../../../domain/rule-sets/municipal-2y.js';
import { MUNICIPAL_3Y } from '../../../domain/rule-sets/municipal-3y.js';
import { fold } from '../../../domain/shared/decider.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { CoachCircumstances, CoachDaySession } from '../../../domain/trajectory/circumstances.js';
import type {
  AssignCoach,
  CorrectGrant,
  CorrectPlacement,
  CorrectSession,
  GrantCoaching,
  OpenTrajectory,
  RecordSession,
  StartPlacement,
  TrajectoryCommand,
} from '../../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../../domain/trajectory/index.js';
import { given } from '../../spec/given.js';

/** The day on which the examples are asked. */
export const TODAY = '2024-09-30' as const;

/** An identifier that says its number: `id(7)` is always the same one. */
export function id(number: number): Id {
  return `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const TRAJECTORY = id(1);
export const CANDIDATE = id(2);
export const FUNDER = id(3);
export const ORGANISATION = id(4);
export const COACH = id(10);
export const OTHER_COACH = id(11);
export const EMPLOYER = id(20);
export const OTHER_EMPLOYER = id(21);
export const ASSIGNMENT = id(30);
export const JOB = id(40);
export const NEXT_JOB = id(41);
export const TRIAL = id(42);
export const SESSION = id(50);
export const CONTACT = id(60);
export const APPLICATION = id(70);
export const GRANT = id(80);
export const ABSENCE = id(90);
export const SUBSTITUTION = id(100);
export const HANDOVER = id(110);
export const FIT = id(120);
export const NAMING = id(130);
export const CHANGE = id(140);
export const OTHER_ORGANISATION = id(5);
export const ORGANISATION_CHANGE = id(150);
export const MOVE = id(160);
export const CLOSURE = id(400);

/** Somebody without ties and without recognition, under rules for which that is a finding. */
export const FREE: CoachCircumstances = {
  ties: [],
  recognised: [],
  bindingTies: MUNICIPAL_2Y.bindingTies,
  withoutRecognition: 'finding',
};
export const WITH_COACH = { circumstances: { coach: FREE } };
export const RULES = { circumstances: { ruleSet: MUNICIPAL_2Y } };
export const EMPTY_DAY = { circumstances: { coach: FREE, coachDay: [] as readonly CoachDaySession[] } };
export const WITHIN_LIMIT = { circumstances: { beyondLimit: false } };
export const BEYOND_LIMIT = { circumstances: { beyondLimit: true } };

export const openIt: OpenTrajectory = {
  type: 'OpenTrajectory',
  today: TODAY,
  trajectoryId: TRAJECTORY,
  candidateId: CANDIDATE,
  funderId: FUNDER,
  organisationId: ORGANISATION,
  ruleSet: { name: 'municipal-2y', version: 1 },
  openedOn: '2024-01-10',
  circumstances: { organisation: { recognised: [], withoutRecognition: 'finding' } },
};
export const assignIt: AssignCoach = {
  type: 'AssignCoach',
  today: TODAY,
  assignmentId: ASSIGNMENT,
  coachId: COACH,
  from: '2024-01-10',
  chosenBy: 'candidate',
  ...WITH_COACH,
};
export const startIt: StartPlacement = {
  type: 'StartPlacement',
  today: TODAY,
  placementId: JOB,
  employerId: EMPLOYER,
  kind: 'employment',
  startsOn: '2024-02-01',
  hoursPerWeek: 24,
  ...RULES,
};
export const trialIt: StartPlacement = {
  ...startIt,
  placementId: TRIAL,
  employerId: OTHER_EMPLOYER,
  kind: 'trial-placement',
  startsOn: '2024-03-01',
};
export const recordIt: RecordSession = {
  type: 'RecordSession',
  today: TODAY,
  sessionId: SESSION,
  coachId: COACH,
  on: '2024-03-05',
  minutes: 90,
  activity: 'training',
  form: 'workplace',
  summary: 'Samen de ochtendroute gelopen.',
  ...EMPTY_DAY,
};
export const grantIt: GrantCoaching = {
  type: 'GrantCoaching',
  today: TODAY,
  grantId: GRANT,
  decidedOn: '2024-02-10',
  from: '2024-02-01',
  to: '2024-07-31',
  regime: 'medium',
  ...WITHIN_LIMIT,
};
export const substituteIt = {
  type: 'SubstituteCoach',
  today: TODAY,
  substitutionId: SUBSTITUTION,
  coachId: OTHER_COACH,
  from: '2024-04-01',
  until: '2024-10-31',
  reason: 'vakantie',
  ...WITH_COACH,
} as const;
export const handOverIt = {
  type: 'HandOverCoach',
  today: TODAY,
  handoverId: HANDOVER,
  coachId: OTHER_COACH,
  on: '2024-06-01',
  reason: 'Andere regio.',
  candidateAgreed: true,
  ...WITH_COACH,
} as const;
export const nameIt = {
  type: 'NameCaseDirector',
  today: TODAY,
  namingId: NAMING,
  name: 'M. de Wit',
  from: '2024-01-10',
} as const;
/** What the funder signed, as the organisation records it on the funder's behalf. */
export const EVIDENCE = { kind: 'beschikking', reference: 'B-2024-1183', signedOn: '2024-02-20' } as const;
export const nameManagerIt = {
  ...nameIt,
  type: 'NameCaseManager',
  namingId: id(131),
  name: 'P. Jansen',
} as const;
export const changeOrganisationIt = {
  type: 'ChangeOrganisation',
  today: TODAY,
  changeId: ORGANISATION_CHANGE,
  organisationId: OTHER_ORGANISATION,
  on: '2024-06-01',
  reason: 'Dichter bij huis.',
  candidateChose: true,
  circumstances: { organisation: { recognised: [], withoutRecognition: 'finding' } },
} as const;
export const moveIt = {
  type: 'MoveRuleSet',
  today: TODAY,
  moveId: MOVE,
  version: 2,
  on: '2024-06-01',
  reason: 'De gemeente verlengde de maximale duur.',
  circumstances: { ruleSet: MUNICIPAL_3Y },
} as const;
export const endIt = {
  type: 'EndPlacement',
  today: TODAY,
  placementId: JOB,
  endedOn: '2024-08-31',
  reason: 'Contract liep af.',
  ...RULES,
} as const;
export const changeIt = {
  type: 'ChangePlacement',
  today: TODAY,
  placementId: JOB,
  changeId: CHANGE,
  from: '2024-05-01',
  hoursPerWeek: 32,
  ...RULES,
} as const;
export const changeJobIt = {
  type: 'ChangeJob',
  today: TODAY,
  endedOn: '2024-08-31',
  reason: 'Nieuwe baan.',
  next: {
    placementId: NEXT_JOB,
    employerId: OTHER_EMPLOYER,
    kind: 'employment',
    startsOn: '2024-09-16',
    hoursPerWeek: 28,
  },
  applicationId: APPLICATION,
  ...RULES,
} as const;
export const reportIt = {
  type: 'ReportAbsence',
  today: TODAY,
  absenceId: ABSENCE,
  from: '2024-05-06',
  kind: 'unknown',
} as const;
export const learnIt = {
  type: 'LearnFit',
  today: TODAY,
  fitId: FIT,
  placementId: JOB,
  fits: ['vaste route'],
  doesNotFit: ['telefoon'],
  adjustments: ['koptelefoon'],
  shareWithNext: ['koptelefoon'],
} as const;
export const receiveIt = {
  type: 'ReceiveApplication',
  today: TODAY,
  applicationId: APPLICATION,
  kind: 'first',
  receivedOn: '2024-02-05',
} as const;
export const contactIt = {
  type: 'RecordEmployerContact',
  today: TODAY,
  contactId: CONTACT,
  employerId: EMPLOYER,
  on: '2024-03-07',
  minutes: 20,
  kind: 'advice',
  summary: 'Rooster besproken.',
} as const;
export const closeIt = {
  type: 'CloseTrajectory',
  today: TODAY,
  closureId: CLOSURE,
  on: '2024-09-15',
  reason: 'Doel bereikt.',
  result: 'werkt zelfstandig',
} as const;
export const withdrawIt = {
  type: 'WithdrawSession',
  today: TODAY,
  sessionId: SESSION,
  reason: 'dubbel',
} as const;

export function correctSession(
  changes: CorrectSession['changes'],
  circumstances: CorrectSession['circumstances'] = EMPTY_DAY.circumstances,
): CorrectSession {
  return {
    type: 'CorrectSession',
    today: TODAY,
    sessionId: SESSION,
    changes,
    reason: 'typefout',
    circumstances,
  };
}

export function correctPlacement(changes: CorrectPlacement['changes'], placementId = JOB): CorrectPlacement {
  return { type: 'CorrectPlacement', today: TODAY, placementId, changes, reason: 'typefout', ...RULES };
}

export function correctGrant(changes: CorrectGrant['changes'], beyondLimit = false): CorrectGrant {
  const circumstances = { beyondLimit };
  return { type: 'CorrectGrant', today: TODAY, grantId: GRANT, changes, reason: 'typefout', circumstances };
}

/** The events that these commands lead to, one after another. */
export function after(...commands: readonly TrajectoryCommand[]): readonly TrajectoryEvent[] {
  const events: TrajectoryEvent[] = [];
  for (const command of commands) {
    events.push(...trajectoryDecider.decide(command, fold(trajectoryDecider, events)));
  }
  return events;
}

/** An open trajectory with a coach and a job. */
export const running: readonly TrajectoryCommand[] = [openIt, assignIt, startIt];

/** Given an open trajectory with a coach and a job, and what was asked after that. */
export function onRunning(...more: readonly TrajectoryCommand[]) {
  return given(trajectoryDecider, after(...running, ...more));
}
