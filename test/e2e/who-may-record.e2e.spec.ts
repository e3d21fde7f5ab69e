import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AskingParty, mayRecord, type RecordingOutcome, type Scope } from '../../domain/access/index.js';
import { ROLES } from '../../domain/access/roles.js';
import { AWARD_WRITERS } from './award-routes.js';
import type { Client } from './client.js';
import { patience } from './place.js';
import { EVIDENCE, given, ROUTES } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, type DossierRole, session } from './story.js';

jest.setTimeout(patience(60_000));

let service: Service;
let cast: Cast;
let own: Dossier;
let foreign: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  own = await cast.dossier();
  foreign = await cast.dossier();
});

afterAll(() => service.remove());

const STATUS: { readonly [Outcome in RecordingOutcome]: number } = {
  allowed: 201,
  forbidden: 403,
  hidden: 404,
  'needs-evidence': 403,
};

/** The party that the tokens of a dossier are for, as the table of domain.md section 9a asks for it. */
function partyOf(role: DossierRole, { ids }: Dossier): AskingParty {
  const { organisationId, funderId, coachId, candidateId, employerId } = ids;
  const parties: { readonly [Role in DossierRole]: Omit<AskingParty, 'role'> } = {
    administrator: {},
    coach: { coachId },
    coordinator: { organisationId },
    'case-director': { funderId },
    auditor: { funderId },
    candidate: { candidateId },
    employer: { employerId },
  };
  return { role, ...parties[role] };
}

/** A trajectory with its coach assigned and a placement at its employer, as access looks at it. */
function scopeOf({ ids }: Dossier, command: string): Scope {
  const coaches = [ids.coachId];
  return {
    organisationIds: [ids.organisationId],
    funderIds: [ids.funderId],
    candidateId: ids.candidateId,
    employerIds: [ids.employerId],
    coachIds: coaches,
    coachIdsNow: coaches,
    coachIdsOnDay: coaches,
    ...(command.endsWith('Session') && { actingCoachId: ids.coachId }),
  };
}

/** What a coordinator may record only from paper. */
const WITH_EVIDENCE: ReadonlySet<string> = new Set([
  'NameCaseDirector',
  'NameCaseManager',
  'ChangeOrganisation',
  'MoveRuleSet',
  'AgreePlan',
  'DeclinePlan',
  'GiveAssessment',
  'CorrectAssessment',
  ...Object.entries(AWARD_WRITERS).flatMap(([command, role]) => (role === 'case-director' ? [command] : [])),
  'CorrectCaseDirector',
  'CorrectCaseManager',
  'CorrectOrganisationChange',
  'CorrectRuleSetMove',
]);

describe('the table of domain.md section 9a over HTTP', () => {
  describe.each(ROUTES)('POST $path', ({ command, commandOf = {}, forbiddenTo = [], request, actingFor }) => {
    const acting = actingFor && { actingFor };
    it.each(ROLES)('by the %s of this trajectory', async (role) => {
      const setting = await given(cast, own);
      const { dossier } = setting;
      const { path, body } = await request(setting);
      const byTable = mayRecord(
        commandOf[role] ?? command,
        partyOf(role, dossier),
        scopeOf(dossier, command),
        acting,
      );
      const expected = STATUS[forbiddenTo.includes(role) ? 'forbidden' : byTable];
      const { status, text } = await dossier.as[role].post(dossier.path + path, body);
      expect([status, text]).toEqual([expected, text]);
    });

    it('by anybody of another trajectory is as if this one did not exist', async () => {
      const setting = await given(cast, own);
      const { dossier } = setting;
      const { path, body } = await request(setting);
      const before = await dossier.as.coordinator.get(dossier.path);
      for (const role of ROLES) {
        const expected =
          STATUS[mayRecord(command, partyOf(role, foreign), scopeOf(dossier, command), acting)];
        const { status, text } = await foreign.as[role].post(dossier.path + path, body);
        expect([role, status, text]).toEqual([role, expected, text]);
        expect(status).toBe(role === 'administrator' ? 403 : 404);
      }
      expect((await dossier.as.coordinator.get(dossier.path)).text).toBe(before.text);
    });
  });

  it('lets a coordinator record what was signed on paper, with evidence of it', async () => {
    const onPaper = ROUTES.filter(({ command }) => WITH_EVIDENCE.has(command));
    expect(new Set(onPaper.map(({ command }) => command)).size).toBe(WITH_EVIDENCE.size);
    for (const { request } of onPaper) {
      const setting = await given(cast, own);
      const { dossier } = setting;
      const { path, body } = await request(setting);
      const without = await dossier.as.coordinator.post(dossier.path + path, body);
      expect([without.status, without.body.code, without.body.field]).toEqual([
        403,
        'evidence.required',
        'evidence',
      ]);
      const evidence = await dossier.as.coordinator.post(dossier.path + path, {
        ...body,
        evidence: EVIDENCE,
      });
      expect(evidence.status).toBe(201);
    }
  });

  it('lets only the organisation and the funder of a trajectory open it', async () => {
    const { candidateId, funderId, organisationId } = own.ids;
    const opening = { candidateId, funderId, organisationId, openedOn: '2024-03-01' };
    const open = async (client: Client) => (await client.post('/v1/trajectories', opening)).status;
    const statuses = await Promise.all(ROLES.map((role) => open(own.as[role])));
    expect(Object.fromEntries(ROLES.map((role, index) => [role, statuses[index]]))).toEqual({
      administrator: 403,
      coach: 403,
      coordinator: 201,
      'case-director': 201,
      auditor: 403,
      candidate: 403,
      employer: 403,
    });
    for (const role of ROLES) expect(await open(foreign.as[role])).toBe(403);
  });
});

describe('a coach', () => {
  it('records sessions of their own and never in the name of another coach of the trajectory', async () => {
    const { dossier } = await given(cast, own);
    const other = await cast.coach(own.ids.organisationId, 'Bram Vervangsma');
    const substitution = { coachId: other, from: '2024-04-01', until: '2024-04-30', reason: 'Vakantie.' };
    await dossier.as.coordinator.record(`${dossier.path}/substitutions`, substitution);
    const record = async (client: Client, coachId: string, on: string) => {
      const { status, body } = await client.post(`${dossier.path}/sessions`, session(coachId, on));
      return status === 201 ? 201 : body.code;
    };
    const substitute = await service.as({ role: 'coach', coach: other });
    expect(await record(dossier.as.coach, other, '2024-04-10')).toBe('role.may-not');
    expect(await record(substitute, own.ids.coachId, '2024-04-10')).toBe('role.may-not');
    expect(await record(substitute, other, '2024-04-10')).toBe(201);
    expect(await record(dossier.as.coach, own.ids.coachId, '2024-04-10')).toBe(201);
    expect(await record(substitute, other, '2024-05-01')).toBe('coach.not-assigned');
    expect(await record(dossier.as.coach, other, '2024-05-01')).toBe('coach.not-assigned');
  });

  it('corrects no session of another coach; a coordinator may, with a reason', async () => {
    const { dossier } = await given(cast, own);
    const sessionId = await dossier.session('2024-04-02');
    const other = await cast.coach(own.ids.organisationId, 'Bram Vervangsma');
    await dossier.assign(other, '2024-06-01');
    const path = `${dossier.path}/sessions/${sessionId}/corrections`;
    const successor = await service.as({ role: 'coach', coach: other });
    const body = { minutes: 45, reason: 'De duur was verkeerd.' };
    expect((await successor.post(path, body)).status).toBe(403);
    expect((await dossier.as.coordinator.post(path, { minutes: 45 })).status).toBe(400);
    expect((await dossier.as.coordinator.post(path, body)).status).toBe(201);
    expect((await dossier.as.coach.post(path, { ...body, minutes: 40 })).status).toBe(201);
  });
});

describe('a trajectory that continues another', () => {
  it('shows its organisation and funder the earlier one and lets them record nothing on it', async () => {
    const earlier = (await given(cast, own)).dossier;
    const funderId = await cast.funder('uwv-2014');
    const director = await service.as({ role: 'case-director', funder: funderId });
    expect((await director.get(earlier.path)).status).toBe(404);
    const { candidateId, trajectoryId: continues } = earlier.ids;
    const later = await cast.dossier({ candidateId, funderId, continues, openedOn: '2025-01-01' });
    for (const role of ['coordinator', 'case-director', 'auditor'] as const) {
      expect((await later.as[role].get(earlier.path)).status).toBe(200);
      expect((await earlier.as[role].get(later.path)).status).toBe(404);
    }
    const grant = { decidedOn: '2024-02-20', from: '2024-03-01', to: '2024-08-31', regime: 'medium' };
    expect((await director.post(`${earlier.path}/grants`, grant)).status).toBe(404);
    const absence = { from: '2024-05-01', kind: 'leave' };
    expect((await later.as.coordinator.post(`${earlier.path}/absences`, absence)).status).toBe(404);
  });

  it('is of the same candidate', async () => {
    const other = await cast.dossier();
    const { candidateId, funderId, organisationId } = other.ids;
    const opening = { candidateId, funderId, organisationId, openedOn: '2025-01-01' };
    const answer = await other.as.coordinator.post('/v1/trajectories', {
      ...opening,
      continues: own.ids.trajectoryId,
    });
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([
      409,
      'trajectory.unknown',
      'continues',
    ]);
  });
});
