import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer, Body, Client, Items } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier, type DossierRole, session } from './story.js';

jest.setTimeout(patience(120_000));
jest.setTimeout(patience(60_000));

const CONFIDENTIAL = 'Zegt dat het thuis niet veilig voelt.';
const SUMMARY = 'Samen de weekplanning doorgenomen.';
const FIT = 'Werken met een koptelefoon op.';
const REQUESTED = 'Dat van thuis heb ik nooit gezegd.';
/** Everything that somebody wrote about or as a person, and the names of people. */
const PERSONAL = [
  CONFIDENTIAL,
  SUMMARY,
  FIT,
  'Jikke Kandidaatsma',
  'K-0017',
  'jikke@doorlopend.example',
  'Sanne Coachsma',
  'Bram Vervangsma',
  'Mevrouw De Boer',
  'Leidinggevende Pietersma',
  'Op tijd de bus halen',
  'Belde zelf over het rooster.',
  'De werkplek wordt verbouwd.',
  'Meneer Klantmanagersma',
  'Verhuist naar het zuiden.',
  'Met toestemming van de wethouder.',
  'De doelen lijken gehaald.',
  'Wil het zelf proberen.',
  'Werkt weer zelfstandig.',
  'Moeder belde bezorgd op.',
  'Viel terug in oude gewoontes.',
  REQUESTED,
  'Zo is het wel besproken.',
  'Na overleg zo betaald.',
  'De gangen leren kennen',
  'Rust na de lunch',
  'Een kast met een slot',
  'De vader van Jikke',
  'Akkoordsma',
  'Onthoudt de route.',
  'Sleutel gekregen.',
  'Iets later beginnen.',
  'Wil in de zorg werken.',
  'Ziet de coach graag.',
  'Heeft op drukke dagen hulp nodig.',
  'Zelf de pauzes bewaken',
  'De handtekening van moeder',
  'Redt het volgens ons zonder.',
  'Vroeg zelf om meer uren.',
  'Voelt zich niet gehoord.',
  'Er was wel geluisterd.',
  'illness',
  'Liep boos de kantine uit.',
  'Met zijn drieën besproken.',
  'De schuldhulpverlening',
  'finances',
  'Het klikt niet tussen ons.',
] as const;

interface PlanIds {
  readonly goals: readonly { readonly id: string }[];
  readonly agreements: readonly { readonly id: string }[];
}

let service: Service;
let dossier: Dossier;
let others: { readonly [who: string]: Client };
let former: { readonly client: Client; readonly sessionId: string };
let ownSessionId: string;
const items: { [collection: string]: string } = {};

beforeAll(async () => {
  service = await Service.start({ LOG_LEVEL: 'trace' });
  const cast = await Cast.of(service);
  dossier = await cast.dossier({ openedOn: '2024-01-01' });
  const { ids, as, path } = dossier;
  const write = (at: string, body: object, client: Client = as.coordinator) => client.record(path + at, body);
  items.placements = await dossier.place('2024-01-08', { managerName: 'Leidinggevende Pietersma' });
  const formerCoachId = await cast.coach(ids.organisationId, 'Bram Vervangsma');
  const standsIn = { coachId: formerCoachId, from: '2024-03-01', until: '2024-03-31', reason: 'Vakantie.' };
  items.substitutions = await write('/substitutions', standsIn);
  const formerCoach = await service.as({ role: 'coach', coach: formerCoachId });
  const inMarch = session(formerCoachId, '2024-03-05', { summary: 'Kennisgemaakt.' });
  former = { client: formerCoach, sessionId: await write('/sessions', inMarch, formerCoach) };
  const texts = { summary: SUMMARY, goals: ['Op tijd de bus halen'], confidentialNote: CONFIDENTIAL };
  ownSessionId = await dossier.session('2024-04-02', texts);
  await dossier.session('2024-04-03');
  items.sessions = ownSessionId;
  items.absences = await write('/absences', { from: '2024-05-01', until: '2024-05-08', kind: 'illness' });
  items['fit-notes'] = await write('/fit-notes', {
    placementId: items.placements,
    fits: [FIT],
    doesNotFit: [],
    adjustments: [],
    shareWithNext: [],
  });
  items['case-directors'] = await write(
    '/case-directors',
    { name: 'Mevrouw De Boer', from: '2024-01-01' },
    as['case-director'],
  );
  items['case-managers'] = await write(
    '/case-managers',
    { name: 'Meneer Klantmanagersma', from: '2024-01-01' },
    as['case-director'],
  );
  items['organisation-changes'] = await write(
    '/organisation-changes',
    {
      organisationId: await cast.organisation('Jobcoach Zuid'),
      on: '2999-01-01',
      reason: 'Verhuist naar het zuiden.',
      candidateChose: true,
    },
    as['case-director'],
  );
  await cast.administrator.record(`/v1/funders/${ids.funderId}/rule-set-versions`, {
    effectiveOn: '2999-01-01',
    ruleSet: 'municipal-3y',
  });
  items['rule-set-moves'] = await write(
    '/rule-set-moves',
    { ruleSetVersion: 2, on: '2999-01-01', reason: 'Met toestemming van de wethouder.' },
    as['case-director'],
  );
  items.grants = await dossier.grant('2024-01-08', '2024-07-07', {
    beyondLimitMotivation: 'De werkplek wordt verbouwd.',
  });
  items.applications = await write('/applications', {
    kind: 'first',
    receivedOn: '2024-01-05',
    motivation: 'Heeft op drukke dagen hulp nodig.',
    goals: ['Zelf de pauzes bewaken'],
  });
  const completion = { on: '2024-01-06', missing: ['De handtekening van moeder'] };
  await write(`/applications/${items.applications}/completion-requests`, completion, as['case-director']);
  const refusal = { decidedOn: '2024-01-20', reason: 'Redt het volgens ons zonder.' };
  await write(`/applications/${items.applications}/refusals`, refusal, as['case-director']);
  items['grant-revisions'] = await write(
    `/grants/${items.grants}/revisions`,
    { decidedOn: '2024-03-01', hours: 30, reason: 'Vroeg zelf om meer uren.' },
    as['case-director'],
  );
  items.objections = await write(
    '/objections',
    { against: items.grants, lodgedOn: '2024-03-10', grounds: 'Voelt zich niet gehoord.' },
    as.candidate,
  );
  const objection = { decidedOn: '2024-04-10', result: 'rejected', reason: 'Er was wel geluisterd.' };
  await write(`/objections/${items.objections}/decisions`, objection, as['case-director']);
  const approval = { hours: 4, on: '2024-05-20' };
  const approvals = `/absences/${items.absences}/coaching-approvals`;
  items['coaching-approvals'] = await write(approvals, approval, as['case-director']);
  items['employer-contacts'] = await write('/employer-contacts', {
    employerId: ids.employerId,
    on: '2024-04-02',
    minutes: 15,
    kind: 'check-in',
    summary: 'Belde zelf over het rooster.',
  });
  const april = { from: '2024-04-01', to: '2024-04-30' };
  items['hours-approvals'] = await write('/hours-approvals', april);
  items.declarations = await write('/declarations', { ...april, hours: 2, amount: 14_000 });
  items['accountability-reports'] = await write('/accountability-reports', april);
  const settled = { on: '2024-05-10', hours: 2, amount: 14_000, reason: 'Na overleg zo betaald.' };
  await as['case-director'].post(`${path}/declarations/${items.declarations}/settlements`, settled);
  await write('/plans', {
    goals: ['De gangen leren kennen'],
    needs: ['Rust na de lunch'],
    agreements: [
      {
        what: 'Een kast met een slot',
        organisedBy: 'employer',
        paidBy: 'De vader van Jikke',
        responsible: 'coach',
        dueOn: '2024-06-03',
      },
    ],
  });
  const [plan] = await as.coordinator.all<PlanIds>(`${path}/plans`);
  await write('/plans/1/agreements-by', { party: 'coach', name: 'Akkoordsma', on: '2024-06-03' }, as.coach);
  items['goal-outcomes'] = await write(`/goals/${plan?.goals[0]?.id}/attainments`, {
    on: '2024-07-01',
    remark: 'Onthoudt de route.',
  });
  items['agreement-fulfilments'] = await write(`/agreements/${plan?.agreements[0]?.id}/fulfilments`, {
    on: '2024-06-03',
    remark: 'Sleutel gekregen.',
  });
  items['plan-requests'] = await write('/plan-requests', { reason: 'Andere doelen.' });
  items['evaluation-plans'] = await write('/evaluation-plans', { kind: 'final', dueOn: '2024-12-02' });
  items.evaluations = await write('/evaluations', {
    kind: 'interim',
    on: '2024-06-03',
    participants: ['Mevrouw De Boer'],
    adjustments: 'Iets later beginnen.',
    candidateFuture: 'Wil in de zorg werken.',
  });
  items.assessments = await write(
    '/assessments',
    { by: 'candidate', score: 8, on: '2024-06-03', remark: 'Ziet de coach graag.' },
    as.candidate,
  );
  items.incidents = await write('/incidents', {
    on: '2024-04-10',
    employerId: ids.employerId,
    initiatedBy: 'employer',
    summary: 'Liep boos de kantine uit.',
  });
  const resolution = { on: '2024-04-12', summary: 'Met zijn drieën besproken.' };
  await write(`/incidents/${items.incidents}/resolutions`, resolution);
  items['support-needs'] = await write('/support-needs', {
    on: '2024-04-15',
    lifeDomain: 'finances',
    referredTo: 'De schuldhulpverlening',
  });
  items['contact-rhythms'] = await write('/contact-rhythms', { everyDays: 14, from: '2024-02-01' });
  const asked = { reason: 'Het klikt niet tussen ons.' };
  items['coach-change-requests'] = await write('/coach-change-requests', asked, as.candidate);
  const [assignment] = await as.coordinator.all(`${path}/coach-assignments`);
  items['coach-assignments'] = String(assignment?.id);
  items['closure-proposals'] = await write(
    '/closure-proposals',
    { proposes: 'closure', on: '2025-03-31', reason: 'De doelen lijken gehaald.' },
    as.coach,
  );
  const closure = { on: '2025-03-31', reason: 'Wil het zelf proberen.', result: 'Werkt weer zelfstandig.' };
  items.closures = await write('/closures', closure);
  items.outcomes = await write('/outcomes', { afterMonths: 6, state: 'paid-without-coach' });
  items['aftercare-contacts'] = await write('/aftercare-contacts', {
    on: '2025-05-20',
    with: 'relative',
    summary: 'Moeder belde bezorgd op.',
  });
  items.reopenings = await write('/reopenings', {
    on: '2025-11-01',
    reason: 'Viel terug in oude gewoontes.',
  });
  items['correction-requests'] = await write(
    '/correction-requests',
    { about: ownSessionId, text: REQUESTED },
    as.candidate,
  );
  const answer = { decision: 'refused', reason: 'Zo is het wel besproken.' };
  await write(`/correction-requests/${items['correction-requests']}/answers`, answer);
  const elsewhere = await cast.dossier();
  others = {
    coach: elsewhere.as.coach,
    coordinator: elsewhere.as.coordinator,
    'case-director': elsewhere.as['case-director'],
    auditor: elsewhere.as.auditor,
    candidate: elsewhere.as.candidate,
    employer: elsewhere.as.employer,
  };
});

afterAll(() => service.remove());

/** Every address that can be read, filled in for this dossier. */
async function addresses(): Promise<readonly string[]> {
  const { paths } = await service.stranger().read<{ paths: { [path: string]: object } }>('/v1/openapi.json');
  const { ids } = dossier;
  const owners: { readonly [collection: string]: string } = {
    funders: ids.funderId,
    organisations: ids.organisationId,
    employers: ids.employerId,
    coaches: ids.coachId,
    candidates: ids.candidateId,
    trajectories: ids.trajectoryId,
    // Nobody registered one: it is a 404 to all.
    programs: ids.trajectoryId,
  };
  return (
    Object.entries(paths)
      // A program is no part of any dossier.
      .filter(([path, methods]) => 'get' in methods && !path.startsWith('/programs'))
      .map(([path]) => {
        const [, owner = '', , collection = ''] = path.split('/');
        const filled = path
          .replace('{id}', owners[owner] ?? '')
          .replace('{itemId}', items[collection] ?? '')
          .replace('{version}', '1');
        expect(filled).not.toMatch(/[{}]|\/$/);
        if (filled === '/exports/statistics') return `/v1${filled}?funderId=${ids.funderId}&month=2024-04`;
        if (filled.endsWith('/days')) return `/v1${filled}?from=2024-01-01&to=2024-12-31`;
        return `/v1${filled}${filled === '/candidates' ? '?reference=K-0017' : ''}`;
      })
  );
}

/** Everything that somebody gets at all addresses together, read once. */
const everything = new Map<Client, Promise<string>>();

async function allThatIsRead(who: string, client: Client): Promise<string> {
  const answers: string[] = [];
  for (const path of await addresses()) {
    const answer = await client.get(path);
    expect([path, who, answer.status < 500]).toEqual([path, who, true]);
    answers.push(answer.text);
  }
  return answers.join('\n');
}

/** Which of the readers get this text in any answer. */
async function readersOf(
  text: string,
  readers: { readonly [who: string]: Client },
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const [who, client] of Object.entries(readers)) {
    const read = everything.get(client) ?? allThatIsRead(who, client);
    everything.set(client, read);
    if ((await read).includes(text)) found.add(who);
  }
  return [...found].sort();
}

describe('what is said in confidence', () => {
  it('is read by the coach of that day and the candidate, and by nobody else at any address', async () => {
    const strangers = Object.fromEntries(Object.entries(others).map(([who, it]) => [`another ${who}`, it]));
    const readers = { ...dossier.as, ...strangers, 'former coach': former.client };
    expect(await readersOf(CONFIDENTIAL, readers)).toEqual(['candidate', 'coach']);
  });

  it('is not even named to those who may not read it', async () => {
    for (const role of ['coordinator', 'case-director', 'auditor'] as const) {
      const read = await dossier.as[role].read(`${dossier.path}/sessions/${ownSessionId}`);
      expect(read).toHaveProperty('summary', SUMMARY);
      expect(read).not.toHaveProperty('confidentialNote');
    }
  });
});

describe('what support is needed', () => {
  it('is read by the candidate and the coach; others read that there is a need, and of which day', async () => {
    for (const text of ['finances', 'De schuldhulpverlening']) {
      expect(await readersOf(text, dossier.as)).toEqual(['candidate', 'coach']);
    }
    const need = { id: items['support-needs'], on: '2024-04-15' };
    for (const role of ['coordinator', 'case-director', 'auditor'] as const) {
      expect(await dossier.as[role].all(`${dossier.path}/support-needs`)).toEqual([need]);
      expect(await dossier.as[role].read(`${dossier.path}/support-needs/${need.id}`)).toEqual(need);
    }
    expect((await dossier.as.employer.get(`${dossier.path}/support-needs`)).status).toBe(404);
  });
});

describe('why the candidate wants another coach', () => {
  it('is read by the candidate and by who answers', async () => {
    expect(await readersOf('Het klikt niet tussen ons.', dossier.as)).toEqual([
      'candidate',
      'case-director',
      'coordinator',
    ]);
    const [request] = await dossier.as.coach.all(`${dossier.path}/coach-change-requests`);
    expect(request).toMatchObject({ id: items['coach-change-requests'], decision: null });
    expect(request).not.toHaveProperty('reason');
  });
});

describe('an incident', () => {
  it('is read by everybody with the file, and by the employer when it is its own', async () => {
    const readers = await readersOf('Liep boos de kantine uit.', dossier.as);
    expect(readers).toEqual(['auditor', 'candidate', 'case-director', 'coach', 'coordinator', 'employer']);
    const elsewhere = await dossier.as.coach.record(`${dossier.path}/incidents`, {
      on: '2024-04-11',
      initiatedBy: 'coach',
      summary: 'Miste de bus.',
    });
    const { employer } = dossier.as;
    expect((await employer.all(`${dossier.path}/incidents?limit=1`)).map(({ id }) => id)).toEqual([
      items.incidents,
    ]);
    expect((await employer.get(`${dossier.path}/incidents/${elsewhere}`)).status).toBe(404);
    expect((await dossier.as.coach.all(`${dossier.path}/incidents?limit=1`)).map(({ id }) => id)).toEqual([
      elsewhere,
      items.incidents,
    ]);
    expect((await others.employer?.get(`${dossier.path}/incidents`))?.status).toBe(404);
    expect((await dossier.as.administrator.get(`${dossier.path}/incidents`)).status).toBe(404);
  });
});

describe('what people wrote and what they are called', () => {
  it('stands nowhere in the files of the service, in its log, or in what it says of wrong input', async () => {
    const wrong = session(dossier.ids.coachId, '2023-02-30', {
      summary: SUMMARY,
      confidentialNote: CONFIDENTIAL,
    });
    const problems: Answer[] = [
      await dossier.as.coach.post(`${dossier.path}/sessions`, wrong),
      await dossier.as.coach.post(`${dossier.path}/sessions`, JSON.stringify(wrong).slice(0, -1)),
      await dossier.as.coach.post(`${dossier.path}/sessions`, {
        ...wrong,
        coachId: CONFIDENTIAL,
      }),
      await dossier.as.coordinator.post(`${dossier.path}/sessions`, { ...wrong, on: '2024-04-02' }),
      await dossier.as.coordinator.post('/v1/candidates', {
        name: 'Jikke Kandidaatsma',
        reference: 'K-0017',
        ziek: 1,
      }),
      await dossier.as.coordinator.get(`/v1/trajectories?cursor=${encodeURIComponent(CONFIDENTIAL)}`),
      await dossier.as.coordinator.get(`/v1/trajectories/${encodeURIComponent(CONFIDENTIAL)}`),
    ];
    expect(problems.map(({ status }) => status)).toEqual([400, 400, 400, 403, 400, 400, 400]);
    await dossier.as.coordinator.get('/v1/candidates?reference=K-0017');
    const said = problems.map(({ text }) => text).join('\n');
    expect(service.log.includes('"route":"/v1/trajectories/:id/sessions"')).toBe(true);
    const bytes = await service.stored();
    expect(bytes).toContain('Bakkerij De Halm');
    for (const text of PERSONAL) {
      expect([text, bytes.includes(text)]).toEqual([text, false]);
      expect([text, service.log.includes(text)]).toEqual([text, false]);
      expect([text, said.includes(text)]).toEqual([text, false]);
    }
    expect(existsSync(join(service.folder, 'secrets', 'master.key'))).toBe(true);
  });
});

describe('a dossier', () => {
  const paths = [
    '',
    '/limits',
    '/hours',
    '/hours-approvals',
    '/declarations',
    '/timeline',
    '/events',
    '/sessions',
    '/placements',
    '/lanes',
    '/job-change',
  ];
  const award = ['/applications', '/grants', '/objections', '/extension-set'];

  it.each(['administrator', 'employer'] as const)('is out of sight of the %s', async (role) => {
    for (const part of [...paths, ...award])
      expect((await dossier.as[role].get(dossier.path + part)).status).toBe(404);
    expect((await dossier.as[role].get(`/v1/candidates/${dossier.ids.candidateId}/continuity`)).status).toBe(
      404,
    );
    expect((await dossier.as[role].read<Items>('/v1/trajectories')).items).toEqual([]);
  });

  it.each(['coach', 'coordinator', 'case-director', 'auditor', 'candidate', 'employer'])(
    'is out of sight of another %s, as one that does not exist',
    async (who) => {
      const other = others[who] as Client;
      const nobodys = '/v1/trajectories/01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
      for (const part of [...paths, ...award]) {
        const [hidden, missing] = [await other.get(dossier.path + part), await other.get(nobodys + part)];
        const { instance: _, ...told } = hidden.body;
        const { instance: __, ...toldOfNothing } = missing.body;
        expect([hidden.status, told]).toEqual([404, toldOfNothing]);
      }
      const { items: caseload } = await other.read<Items>('/v1/trajectories');
      expect(caseload.map(({ trajectoryId }) => trajectoryId)).not.toContain(dossier.ids.trajectoryId);
    },
  );

  it('is for a former coach only the sessions of their own', async () => {
    const { client, sessionId } = former;
    const own = await client.all(`${dossier.path}/sessions?limit=1`);
    expect(own.map(({ id }) => id)).toEqual([sessionId]);
    expect((await client.get(`${dossier.path}/sessions/${sessionId}`)).status).toBe(200);
    expect((await client.get(`${dossier.path}/sessions/${ownSessionId}`)).status).toBe(404);
    const hidden = [
      '',
      '/limits',
      '/hours',
      '/declarations',
      '/timeline',
      '/events',
      '/placements',
      '/fit-notes',
      '/employer-contacts',
    ];
    for (const part of [...hidden, ...award, '/lanes', '/job-change']) {
      expect([part, (await client.get(dossier.path + part)).status]).toEqual([part, 404]);
    }
    expect((await client.get(`/v1/candidates/${dossier.ids.candidateId}/continuity`)).status).toBe(404);
    expect((await client.read<Items>('/v1/trajectories')).items).toEqual([]);
  });
});

describe('what a funder gets of a dossier', () => {
  const funders: readonly DossierRole[] = ['case-director', 'auditor'];

  it('holds the dates of an absence and not that it is illness', async () => {
    for (const role of funders) {
      const { items: absences } = await dossier.as[role].read<Items>(`${dossier.path}/absences`);
      expect(absences).toEqual([expect.objectContaining({ from: '2024-05-01', until: '2024-05-08' })]);
      expect(absences[0]).not.toHaveProperty('kind');
    }
    expect(await readersOf('illness', dossier.as)).toEqual(['candidate', 'coach', 'coordinator']);
  });

  it('holds no fit note, nor that there is one', async () => {
    for (const role of funders) {
      const client = dossier.as[role];
      for (const path of [`${dossier.path}/fit-notes`, `${dossier.path}/fit-notes/${items['fit-notes']}`]) {
        expect((await client.get(path)).status).toBe(404);
      }
      const timeline = await client.all(`${dossier.path}/timeline`);
      expect(timeline.map(({ type }) => type)).not.toContain('FitLearned');
      const events = await client.all<Body>(`${dossier.path}/events`);
      expect(events.filter(({ type, data }) => type === 'FitLearned' && data !== null)).toEqual([]);
    }
    expect(await readersOf(FIT, dossier.as)).toEqual(['candidate', 'coach', 'coordinator']);
  });

  it('holds no request to correct, which may tell of what was said in confidence, nor its answer', async () => {
    const id = items['correction-requests'];
    for (const role of funders) {
      const client = dossier.as[role];
      for (const path of [
        `${dossier.path}/correction-requests`,
        `${dossier.path}/correction-requests/${id}`,
      ]) {
        expect((await client.get(path)).status).toBe(404);
      }
      const types = ['CorrectionRequested', 'CorrectionRequestAnswered'];
      const timeline = await client.all(`${dossier.path}/timeline`);
      expect(timeline.filter(({ type }) => types.includes(String(type)))).toEqual([]);
      const events = await client.all<Body>(`${dossier.path}/events`);
      expect(events.filter(({ type, data }) => types.includes(String(type)) && data !== null)).toEqual([]);
    }
    expect(await readersOf(REQUESTED, dossier.as)).toEqual(['candidate', 'coach', 'coordinator']);
  });
});
