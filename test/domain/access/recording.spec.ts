import { describe, expect, it } from '@jest/globals';
import {
  type AskingParty,
  type CommandName,
  mayRecord,
  type Role,
  type Scope,
} from '../../../domain/access/index.js';
import { RECORDED_COMMANDS } from '../../../domain/access/recorded-commands.js';
import { RECORDING_TABLE } from '../../../domain/access/recording-table.js';
import { ROLES } from '../../../domain/access/roles.js';

/** Section 9a of the domain, letter by letter. */
const SECTION_9A = `
| command | administrator | coach | coordinator | case director | auditor | candidate | employer |
|---|---|---|---|---|---|---|---|
| funder; rule-set version | X | – | – | rule set of own funder | – | – | – |
| organisation, employer, coach, recognition | X | – | X (own organisation; employers any) | – | – | – | – |
| tie | X | o | X | X | – | – | – |
| candidate; trajectory | candidate only | – | X | X (own funder) | – | – | – |
| assignment, substitution, handover, coach away | – | own absence | X | – | – | – | – |
| organisation change, case director, case manager | – | – | t | X | – | – | – |
| ask for another coach / answer | – | – | answer | answer | – | ask | – |
| placement, change, ending, job change, absence, fit note | – | o | X | – | – | announce a new job | – |
| coaching during absence, rule-set move | – | – | t | X | – | – | – |
| application, completion | – | draft | X | X | – | X | – |
| completion asked, grant, refusal, revision, objection decided | – | – | t | X | – | – | – |
| objection | – | – | – | – | – | X | X |
| plan draft, revision; goal, agreement fulfilled | – | o | X | ask for it | – | own agreements | own agreements |
| plan agreed or declined | – | as coach | t | as funder | – | as candidate | as employer |
| session | – | o | no; may correct or withdraw with a reason | – | – | ask a correction | – |
| employer contact, support need, aftercare, evaluation | – | o | X | take part | – | – | – |
| incident | – | o | X | – | – | X | X |
| assessment | – | – | t | – | – | as candidate | as employer |
| hours approval, accountability, declaration | – | never own hours | X | – | – | – | – |
| settlement | – | – | – | X | – | – | – |
| closure, reopening, outcome | – | propose | X | X | – | – | – |
| consent, copy, erasure or restriction asked | – | – | – | – | – | own | – |
| erasure decided (four eyes) | second | – | first | – | – | – | – |
| judgement, sample | – | – | – | – | X (own funder) | – | – |
| invitation, employer's link | X | – | X (own organisation) | own funder | – | – | – |
`;

const [header = [], , ...rows] = SECTION_9A.trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** What the words that stand for some commands of a row only stand for. */
const ONLY: Readonly<Record<string, readonly CommandName[]>> = {
  'rule set of own funder': ['AdoptRuleSet'],
  'candidate only': ['RegisterCandidate'],
  'own absence': ['ReportCoachAway', 'EndCoachAway', 'CorrectCoachAway'],
  ask: ['AskForAnotherCoach'],
  answer: ['AnswerCoachChange'],
  'announce a new job': ['AnnounceNewJob'],
  draft: ['DraftApplication'],
  'ask for it': ['AskForPlan'],
  'no; may correct or withdraw with a reason': [
    'CorrectSession',
    'WithdrawSession',
    'AnswerCorrectionRequest',
  ],
  'ask a correction': ['AskForCorrection'],
  'own agreements': ['FulfilAgreement', 'CorrectFulfilment'],
  'take part': [],
  'never own hours': [],
  propose: ['ProposeClosure'],
  first: [
    'DecideErasureFirst',
    'StopErasure',
    'ApproveRetention',
    'HoldFile',
    'DecideRestriction',
    'LiftRestriction',
  ],
  second: ['DecideErasureSecond', 'StopErasure'],
  '–': [],
};

const OWN = {
  organisationId: 'organisation',
  funderId: 'funder',
  candidateId: 'candidate',
  employerId: 'employer',
} as const;
const ask = (role: Role): AskingParty => ({ role, ...OWN, ...(role === 'coach' && { coachId: 'coach' }) });

/** Everything is the asker's own and of today. */
const own: Scope = {
  organisationIds: ['organisation'],
  funderIds: ['funder'],
  candidateId: 'candidate',
  employerIds: ['employer'],
  coachIds: ['coach'],
  coachIdsNow: ['coach'],
  coachIdsOnDay: ['coach'],
  actingCoachId: 'coach',
};
const others: Scope = {
  organisationIds: ['another'],
  funderIds: ['another'],
  candidateId: 'another',
  employerIds: ['another'],
  coachIds: ['another'],
  coachIdsNow: ['another'],
  coachIdsOnDay: ['another'],
  actingCoachId: 'another',
};
const continued: Scope = {
  ...others,
  continuedBy: { organisationIds: ['organisation'], funderIds: ['funder'] },
};

const commandsOf = (row: string) =>
  (Object.keys(RECORDED_COMMANDS) as CommandName[]).filter((name) => RECORDED_COMMANDS[name].row === row);
const actingFor = (role: Role) =>
  (role === 'case-director' ? 'funder' : role) as 'funder' | 'candidate' | 'employer';

const cells = rows.flatMap(([row = '', ...words]) =>
  words.flatMap((word, column) =>
    commandsOf(row).map((command) => ({ row, word, role: ROLES[column] as Role, command })),
  ),
);
/** In the row of sessions the coach's are those of the coach; the request to correct one is the candidate's. */
const NOT_THE_COACHS: readonly CommandName[] = ['AskForCorrection', 'AnswerCorrectionRequest'];
const isOpen = ({ word, command }: { word: string; command: CommandName }) =>
  ONLY[word]?.includes(command) ?? !(word === 'o' && NOT_THE_COACHS.includes(command));

describe('the table of who may record what', () => {
  it('has the columns, the rows and the cells of section 9a, none more', () => {
    expect(header.slice(1).map((title) => title.replace(' ', '-'))).toEqual([...ROLES]);
    expect(RECORDING_TABLE).toEqual(Object.fromEntries(rows.map(([row, ...words]) => [row, words])));
  });

  it('has at least one command in every row', () => {
    expect(rows.map(([row = '']) => row).filter((row) => commandsOf(row).length === 0)).toEqual([]);
  });

  it.each(cells.filter(isOpen))('$role may $command on what is theirs ($word)', ({ role, command }) => {
    const how = { evidence: true, actingFor: actingFor(role) };
    expect(mayRecord(command, ask(role), own, how)).toBe('allowed');
  });

  it.each(cells.filter((cell) => !isOpen(cell)))('$role may not $command ($word)', ({ role, command }) => {
    const how = { evidence: true, actingFor: actingFor(role) };
    expect(mayRecord(command, ask(role), own, how)).toBe('forbidden');
  });

  it.each(cells.filter(({ word }) => word === 't'))(
    '$role may $command only with evidence',
    ({ role, command }) => {
      expect(mayRecord(command, ask(role), own)).toBe('needs-evidence');
      expect(mayRecord(command, ask(role), own, { evidence: false })).toBe('needs-evidence');
    },
  );

  it.each(cells.filter(({ word }) => word.startsWith('as ') || word === 'own agreements'))(
    '$role may $command for nobody else ($word)',
    ({ role, command }) => {
      const other = role === 'candidate' ? 'employer' : 'candidate';
      expect(mayRecord(command, ask(role), own, { actingFor: other })).toBe('forbidden');
      expect(mayRecord(command, ask(role), own)).toBe('forbidden');
    },
  );

  const dossiers = cells.filter(({ command }) => RECORDED_COMMANDS[command].about === 'dossier');
  it.each(dossiers.filter(({ role }) => role !== 'administrator'))(
    'hides from the $role that there is something to $command on',
    ({ role, command }) => {
      expect(mayRecord(command, ask(role), others, { evidence: true })).toBe('hidden');
      expect(mayRecord(command, ask(role), {}, { evidence: true })).toBe('hidden');
      expect(mayRecord(command, { role }, own, { evidence: true })).toBe('hidden');
    },
  );

  it.each(dossiers.filter(({ role }) => ['coordinator', 'case-director', 'auditor'].includes(role)))(
    'lets the $role see but not $command what theirs continues',
    ({ role, command }) => {
      expect(mayRecord(command, ask(role), continued, { evidence: true })).toBe('forbidden');
    },
  );

  it.each(dossiers.filter(({ role, word }) => role === 'administrator' && word === '–'))(
    'forbids the administrator to $command, in sight or not',
    ({ command }) => {
      expect(mayRecord(command, ask('administrator'), others)).toBe('forbidden');
    },
  );

  const openings = cells.filter(({ command }) => RECORDED_COMMANDS[command].about !== 'dossier');
  it.each(
    openings.filter(
      ({ role, command }) =>
        (role === 'coordinator' && command !== 'RegisterEmployer') || role === 'case-director',
    ),
  )('forbids the $role to $command for another organisation or funder', ({ role, command }) => {
    expect(mayRecord(command, ask(role), others)).toBe('forbidden');
    expect(mayRecord(command, { role }, own)).toBe('forbidden');
  });

  it('lets a coordinator register any employer and say who is reached there, but merge none', () => {
    for (const command of ['RegisterEmployer', 'NameContactPerson', 'CorrectCoachPreference'] as const) {
      expect(mayRecord(command, ask('coordinator'), {})).toBe('allowed');
    }
    expect(mayRecord('MergeEmployer', ask('coordinator'), {})).toBe('forbidden');
    expect(mayRecord('MergeEmployer', ask('administrator'), {})).toBe('allowed');
  });

  it('lets the operator of the machine do everything', () => {
    for (const command of Object.keys(RECORDED_COMMANDS) as CommandName[]) {
      expect(mayRecord(command, { role: 'operator' }, {})).toBe('allowed');
    }
  });
});

describe('a coach', () => {
  const coach = ask('coach');
  const ownFacts = cells.filter(({ role, word }) => role === 'coach' && word === 'o');

  it.each(ownFacts)('may not $command in the name of another coach', ({ command }) => {
    expect(mayRecord(command, coach, { ...own, actingCoachId: 'another' })).toBe('forbidden');
  });

  it.each(ownFacts.filter(({ command, row }) => command !== 'RecordSession' && row !== 'tie'))(
    'may not $command for a day on which they were not the coach',
    ({ command }) => {
      expect(mayRecord(command, coach, { ...own, coachIdsOnDay: ['another'] })).toBe('forbidden');
    },
  );

  it('may ask to record a session on a day that is not theirs, which the trajectory then refuses with its own code', () => {
    expect(mayRecord('RecordSession', coach, { ...own, coachIdsOnDay: ['another'] })).toBe('allowed');
  });

  it('has to be named in a session that they record', () => {
    const { actingCoachId: _unnamed, ...unnamed } = own;
    expect(mayRecord('RecordSession', coach, unnamed)).toBe('forbidden');
  });

  it('who was the coach on the day may still correct a session of then', () => {
    expect(mayRecord('CorrectSession', coach, { ...own, coachIdsNow: ['another'] })).toBe('allowed');
  });

  it('who was the coach neither then nor now has nothing to record on', () => {
    const former: Scope = { ...own, coachIdsNow: ['another'], coachIdsOnDay: ['another'] };
    expect(mayRecord('RecordSession', coach, former)).toBe('hidden');
    expect(mayRecord('StartPlacement', coach, former)).toBe('hidden');
  });

  it('may not report another coach away', () => {
    expect(mayRecord('ReportCoachAway', coach, { ...own, actingCoachId: 'another' })).toBe('forbidden');
  });
});

describe('hours', () => {
  it('are never approved by the coach who made them, also when they ask as coordinator', () => {
    const coordinator: AskingParty = { ...ask('coordinator'), coachId: 'coach' };
    expect(mayRecord('ApproveHours', coordinator, own)).toBe('forbidden');
    expect(mayRecord('ApproveHours', coordinator, { ...own, actingCoachId: 'another' })).toBe('allowed');
  });
});
