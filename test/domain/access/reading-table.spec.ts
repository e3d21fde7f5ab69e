import { describe, expect, it } from '@jest/globals';
import { FILE_KINDS, PARTY_KINDS } from '../../../domain/access/data-kinds.js';
import {
  EVENT_KINDS,
  type FileKind,
  isOwnItem,
  mayRead,
  mayReadParty,
  narrowed,
  type Standing,
} from '../../../domain/access/index.js';
import { READING_COLUMNS, READING_TABLE, ROWS_OF_OURS } from '../../../domain/access/reading-table.js';
import { READING_WORDS } from '../../../domain/access/reading-words.js';
import { ROLES } from '../../../domain/access/roles.js';
import { STANDINGS } from '../../../domain/access/standing.js';
import { trajectoryEvents } from '../../../domain/trajectory/event-definitions.js';

/** Section 9 of the domain, letter by letter. */
const SECTION_9 = `
| | candidate | own coach | coordinator | case director, auditor of the funder | employer |
|---|---|---|---|---|---|
| identity of the candidate | all | all | all | all; the auditor sees a pseudonym until a finding is opened | name |
| session: date, minutes, activity, goals, summary | yes | yes | yes | yes | no |
| session: confidential note | yes, unless the coach keeps a personal working note (then it is not stored here at all) | yes | no | **no** | no |
| plan and agreements | yes | yes | yes | yes | own agreements and goals at work |
| employer contact | yes | yes | yes | yes | own |
| support needs (debt, housing, …) | yes | yes | that there is one | that there is one | no |
| assessments | own; the coach's average | average | all | all | own |
| hours, grants, applications, deadlines | yes | yes | yes | yes | no |
| absence: dates / that it is illness | yes | yes | yes | dates only | dates only |
| fit notes | yes | yes | yes | no | what the candidate ticked |
| incidents | yes | yes | yes | yes | own |
| findings | no | no | yes | yes | no |
| trajectories and continuity under other funders | yes | yes | no | no | no |
| who looked at the file | yes | no | no | yes | no |
`;

const [header = [], , ...rows] = SECTION_9.trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('**', '')),
  );

const kinds = Object.keys(FILE_KINDS) as FileKind[];

/** Who sees every item of a kind whole, and what everybody else sees of it. */
function seenOf(kind: FileKind): { readonly [S in Standing]: string } {
  const entries = STANDINGS.map((standing) => {
    const { items, only, not } = mayRead(standing, kind);
    const fields = [...(only ?? []), ...(not ?? []).map((field) => `-${field}`)];
    return [standing, [items, ...fields].join(' ')];
  });
  return Object.fromEntries(entries) as { [S in Standing]: string };
}

describe('the table of who may see what', () => {
  it('has the columns, the rows and the cells of section 9, none more', () => {
    expect(header.slice(1)).toEqual(READING_COLUMNS);
    expect(rows.map(([row]) => row)).toEqual(Object.keys(READING_TABLE));
    for (const [row = '', ...cells] of rows) {
      expect([row, READING_TABLE[row as keyof typeof READING_TABLE]]).toEqual([row, cells]);
    }
  });

  it('has a kind of data for each row, and a meaning for each word and for none more', () => {
    const all = { ...READING_TABLE, ...ROWS_OF_OURS };
    expect([...new Set<string>(Object.values(FILE_KINDS))].sort()).toEqual(Object.keys(all).sort());
    const words = new Set<string>(Object.values(all).flat());
    expect(Object.keys(READING_WORDS).sort()).toEqual([...words].sort());
  });

  it('says of which kind every event of a trajectory tells', () => {
    expect(Object.keys(EVENT_KINDS).sort()).toEqual(Object.keys(trajectoryEvents).sort());
  });
});

describe('what somebody sees of a file', () => {
  it('is nothing at all where the file does not exist for them', () => {
    for (const kind of kinds) expect(mayRead(undefined, kind)).toEqual({ items: 'none' });
  });

  it.each<[FileKind, Partial<{ readonly [S in Standing]: string }>]>([
    ['identity', { employer: 'all id name trajectoryIds', auditor: 'all id pseudonym trajectoryIds' }],
    ['session', { 'former-coach': 'own', employer: 'none' }],
    [
      'confidential-note',
      {
        'former-coach': 'own',
        coordinator: 'none',
        'case-director': 'none',
        auditor: 'none',
        employer: 'none',
      },
    ],
    ['plan', { employer: 'own' }],
    ['employer-contact', { employer: 'own' }],
    [
      'support-need',
      { coordinator: 'all id on', 'case-director': 'all id on', auditor: 'all id on', employer: 'none' },
    ],
    ['assessment', { candidate: 'own', 'own-coach': 'none', employer: 'own' }],
    ['award', { employer: 'none' }],
    [
      'absence',
      {
        'case-director': 'all id on from until recordedAt',
        auditor: 'all id on from until recordedAt',
        employer: 'own id on from until recordedAt',
      },
    ],
    [
      'fit-note',
      { 'case-director': 'none', auditor: 'none', employer: 'own id on recordedAt shareWithNext' },
    ],
    ['incident', { employer: 'own' }],
    ['finding', { candidate: 'none', 'own-coach': 'none', employer: 'none' }],
    [
      'under-other-funders',
      { coordinator: 'none', 'case-director': 'none', auditor: 'none', employer: 'none' },
    ],
    ['who-looked', { 'own-coach': 'none', coordinator: 'none', employer: 'none' }],
    ['course', { employer: 'none' }],
    ['reachable', { employer: 'all on coach substitute gap' }],
    ['report', { employer: 'none' }],
    ['correction-request', { 'case-director': 'none', auditor: 'none', employer: 'none' }],
    [
      'coach-change-request',
      { 'own-coach': 'all -reason -answer', auditor: 'all -reason -answer', employer: 'none' },
    ],
    ['wishes', { auditor: 'none', employer: 'none' }],
    ['task', { employer: 'own' }],
  ])('of %s is all of it, but for %o', (kind, others) => {
    const everybody = Object.fromEntries(STANDINGS.map((standing) => [standing, 'all']));
    expect(seenOf(kind)).toEqual({ ...everybody, 'former-coach': 'none', ...others });
  });

  it('holds for an auditor the name once a finding was opened, and nothing else that was not theirs', () => {
    const opened = { pseudonymOpened: true };
    expect(mayRead('auditor', 'identity', opened)).toEqual({ items: 'all' });
    for (const kind of kinds.filter((one) => one !== 'identity')) {
      expect(mayRead('auditor', kind, opened)).toEqual(mayRead('auditor', kind));
    }
    expect(mayRead('employer', 'identity', opened)).toEqual(mayRead('employer', 'identity'));
  });

  it('is narrowed to the fields that are seen', () => {
    const item = { id: '1', on: '2024-01-01', reason: 'Ziek.', answer: null };
    expect(narrowed(item, { only: ['id', 'on'] })).toEqual({ id: '1', on: '2024-01-01' });
    expect(narrowed(item, { not: ['reason'] })).toEqual({ id: '1', on: '2024-01-01', answer: null });
    expect(narrowed(item, {})).toEqual(item);
  });
});

describe('an own item', () => {
  const facts = {
    placements: [
      {
        id: 'first',
        employerId: 'one',
        kind: 'employment',
        startsOn: '2024-01-01',
        endedOn: '2024-03-31',
        hours: [],
      },
      { id: 'second', employerId: 'two', kind: 'employment', startsOn: '2024-04-15', hours: [] },
    ],
    planOfApproach: {
      versions: [
        {
          id: 'plan',
          version: 1,
          draftedOn: '2024-01-01',
          goals: [],
          agreements: [
            {
              id: 'theirs',
              dueOn: '2024-02-01',
              organisedBy: 'coach',
              paidBy: 'employer',
              responsible: 'coach',
            },
            {
              id: 'coachs',
              dueOn: '2024-02-01',
              organisedBy: 'coach',
              paidBy: 'funder',
              responsible: 'coach',
            },
          ],
          evaluationsOn: [],
          answers: [],
        },
      ],
      outcomes: [],
      fulfilments: [],
    },
  } as const;
  const employer = (...employerIds: string[]) => ({ standing: 'employer' as const, employerIds });
  const isOwn = (ids: string[], kind: FileKind, fields: object) =>
    isOwnItem(employer(...ids), kind, fields as Record<string, unknown>, facts);

  it.each(['employer-contact', 'incident', 'assessment'] as const)(
    'of an employer, a %s, names it or another registration of it',
    (kind) => {
      expect(isOwn(['one', 'again'], kind, { employerId: 'again' })).toBe(true);
      expect(isOwn(['one'], kind, { employerId: 'two' })).toBe(false);
      expect(isOwn(['one'], kind, {})).toBe(false);
    },
  );

  it.each([
    ['2024-03-31', undefined, true, false],
    ['2024-04-01', '2024-04-14', false, false],
    ['2024-03-30', '2024-04-15', true, true],
    ['2023-11-01', '2023-12-31', false, false],
  ])('of an employer, an absence from %s to %s, is on a day of the work there', (from, until, one, two) => {
    const fields = until === undefined ? { from, until: from } : { from, until };
    expect([isOwn(['one'], 'absence', fields), isOwn(['two'], 'absence', fields)]).toEqual([one, two]);
    expect(isOwn(['three'], 'absence', fields)).toBe(false);
  });

  it('of an employer, what was ticked, is of the work there or before it', () => {
    expect(isOwn(['one'], 'fit-note', { placementId: 'first' })).toBe(true);
    expect(isOwn(['two'], 'fit-note', { placementId: 'first' })).toBe(true);
    expect(isOwn(['one'], 'fit-note', { placementId: 'second' })).toBe(false);
    expect(isOwn(['one'], 'fit-note', { placementId: 'unknown' })).toBe(false);
  });

  it('of an employer, an agreement kept, is one that it organises, pays for or is responsible for', () => {
    expect(isOwn(['one'], 'plan', { agreementId: 'theirs' })).toBe(true);
    expect(isOwn(['one'], 'plan', { agreementId: 'coachs' })).toBe(false);
    expect(isOwn(['one'], 'plan', {})).toBe(false);
  });

  it('of a former coach is a session that they held, of a candidate a score that they gave', () => {
    const former = { standing: 'former-coach', coachId: 'me', employerIds: [] } as const;
    expect(isOwnItem(former, 'session', { coachId: 'me' }, facts)).toBe(true);
    expect(isOwnItem(former, 'session', { coachId: 'another' }, facts)).toBe(false);
    expect(isOwnItem({ ...former, coachId: undefined }, 'session', {}, facts)).toBe(false);
    const candidate = { standing: 'candidate', employerIds: [] } as const;
    expect(isOwnItem(candidate, 'assessment', { by: 'candidate' }, facts)).toBe(true);
    expect(isOwnItem(candidate, 'assessment', { by: 'employer' }, facts)).toBe(false);
  });
});

describe('what is of no candidate’s file', () => {
  it.each<[(typeof PARTY_KINDS)[number], readonly string[]]>([
    ['reference', ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes']],
    ['coach', ['yes', 'own', 'own', 'no', 'no', 'no', 'no']],
    ['coach-days', ['no', 'own', 'own', 'no', 'no', 'no', 'no']],
    ['employer-people', ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'own']],
    ['complaint', ['yes', 'no', 'own', 'no', 'no', 'no', 'no']],
    ['statistics', ['no', 'no', 'own', 'own', 'own', 'no', 'no']],
    ['operations', ['yes', 'no', 'no', 'no', 'no', 'no', 'no']],
    ['own-account', ['own', 'own', 'own', 'own', 'own', 'own', 'own']],
  ])(
    'as %s: to an administrator, coach, coordinator, case director, auditor, candidate and employer %o',
    (kind, words) => {
      expect(ROLES.map((role) => mayReadParty({ role }, kind))).toEqual(words);
      expect(mayReadParty({ role: 'operator' }, kind)).toBe('yes');
    },
  );

  it('has a row for each kind', () => {
    expect(PARTY_KINDS).toHaveLength(8);
  });
});
