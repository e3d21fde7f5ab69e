import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type CommandName, mayRecord, type Scope } from '../../domain/access/index.js';
import { ROLES } from '../../domain/access/roles.js';
import { type Client, Service } from './parties-service.js';
import { day, itemsOf, NOBODY, type Parties, registerParties, today } from './parties-world.js';
import { patience } from './place.js';

jest.setTimeout(patience(60_000));

const service = new Service();
let parties: Parties;
let candidateId: string;
let candidate: Client;

beforeAll(async () => {
  await service.start();
  parties = await registerParties(service);
  candidateId = await parties.coordinator.record('/v1/candidates', { name: 'J. de Vries', reference: 'K-1' });
  candidate = await service.as({ role: 'candidate', candidate: candidateId });
});

afterAll(() => service.stop());

const REASON = { reason: 'Verkeerd overgenomen.' };

describe('who is reached at an employer', () => {
  it('is named, corrected and leaves, and is read by who calls there', async () => {
    const { coordinator, administrator, coach, caseDirector, employerId } = parties;
    const path = `/v1/employers/${employerId}/contact-persons`;
    const person = {
      name: 'M. de Boer',
      phone: '06 12345678',
      email: 'chef@doorlopend.example',
      from: day(-30),
    };
    const written = await coordinator.post(path, person);
    expect(written).toMatchObject({ status: 201 });
    expect(written.headers.get('location')).toBe(path);
    const id = String(written.body.id);
    expect(itemsOf(await coach.get(path))).toEqual([{ id, ...person, until: null }]);

    const correction = { name: 'M. den Boer', phone: null, ...REASON };
    expect((await administrator.post(`${path}/${id}/corrections`, correction)).status).toBe(201);
    expect((await coordinator.post(`${path}/${id}/endings`, { endedOn: day(-1) })).status).toBe(201);
    expect((await coordinator.post(`${path}/${id}/endings`, { endedOn: day(-1) })).status).toBe(200);
    const expected = [{ id, ...person, name: 'M. den Boer', phone: null, until: day(-1) }];
    const itself = await service.as({ role: 'employer', employer: employerId });
    for (const asker of [coordinator, administrator, coach, caseDirector, itself]) {
      expect(itemsOf(await asker.get(path))).toEqual(expected);
    }
    const auditor = await service.as({ role: 'auditor', funder: parties.funderId });
    const other = await service.as({ role: 'employer', employer: NOBODY });
    for (const asker of [candidate, auditor, other]) {
      expect((await asker.get(path)).body.code).toBe('employer.not-found');
    }
  });

  it('has a coach that the employer prefers', async () => {
    const { coordinator, employerId, coachId } = parties;
    const path = `/v1/employers/${employerId}/preferred-coaches`;
    const id = await coordinator.record(path, { coachId, from: day(-30) });
    expect(await coordinator.post(path, { coachId: NOBODY, from: today })).toMatchObject({
      status: 409,
      body: { code: 'coach.unknown', field: 'coachId' },
    });
    expect((await coordinator.post(`${path}/${id}/corrections`, { from: day(-29), ...REASON })).status).toBe(
      201,
    );
    expect((await coordinator.post(`${path}/${id}/endings`, { endedOn: day(-1) })).status).toBe(201);
    expect(itemsOf(await coordinator.get(path))).toEqual([{ id, coachId, from: day(-29), until: day(-1) }]);
    expect((await coordinator.post(`${path}/${NOBODY}/endings`, { endedOn: today })).body.code).toBe(
      'preferred-coach.not-found',
    );
    expect(
      (await coordinator.post(`/v1/employers/${NOBODY}/contact-persons`, { name: 'X', from: today })).status,
    ).toBe(404);
  });
});

describe('a complaint about an organisation', () => {
  it('is recorded and corrected by its own coordinators, and read by nobody else but the administrator', async () => {
    const { coordinator, otherCoordinator, administrator, coach, caseDirector, organisationId } = parties;
    const path = `/v1/organisations/${organisationId}/complaints`;
    const complaint = { on: day(-3), summary: 'De jobcoach was onbereikbaar.' };
    const id = await coordinator.record(path, complaint);
    expect((await coordinator.post(`${path}/${id}/corrections`, { on: day(-4), ...REASON })).status).toBe(
      201,
    );
    const expected = [{ id, ...complaint, on: day(-4) }];
    for (const asker of [coordinator, administrator])
      expect(itemsOf(await asker.get(path))).toEqual(expected);
    for (const asker of [otherCoordinator, coach, caseDirector, candidate]) {
      expect((await asker.get(path)).body.code).toBe('organisation.not-found');
      expect((await asker.post(path, complaint)).status).toBe(403);
    }
    expect((await coordinator.get(`/v1/organisations/${organisationId}`)).body).not.toHaveProperty(
      'complaints',
    );
    expect(await coordinator.post(path, { ...complaint, on: day(1) })).toMatchObject({
      status: 400,
      body: { code: 'date.in-future' },
    });
    expect(
      (await coordinator.post(`${path}/${NOBODY}/corrections`, { on: today, ...REASON })).body.code,
    ).toBe('complaint.not-found');
  });
});

describe('what a candidate states', () => {
  it('is theirs alone to state, and read by who sees the candidate', async () => {
    const path = `/v1/candidates/${candidateId}`;
    const consent = { purpose: 'Overleg met de werkgever', given: true, on: day(-2) };
    const id = String((await candidate.post(`${path}/consents`, consent)).body.id);
    const correction = { given: false, ...REASON };
    expect((await candidate.post(`${path}/consents/${id}/corrections`, correction)).status).toBe(201);
    expect((await candidate.post(`${path}/contact-preferences`, { channel: 'email' })).status).toBe(201);
    expect((await candidate.post(`${path}/contact-preferences`, { channel: 'phone' })).status).toBe(201);
    const { coordinator, otherCoordinator, administrator, coach } = parties;
    for (const asker of [candidate, coordinator]) {
      expect(itemsOf(await asker.get(`${path}/consents`))).toEqual([{ id, ...consent, given: false }]);
      expect(itemsOf(await asker.get(`${path}/contact-preferences`))).toEqual([{ channel: 'phone' }]);
    }
    for (const asker of [otherCoordinator, administrator, coach]) {
      expect((await asker.get(`${path}/consents`)).body.code).toBe('candidate.not-found');
    }
    expect(await coordinator.post(`${path}/consents`, consent)).toMatchObject({
      status: 403,
      body: { code: 'role.may-not' },
    });
    expect((await otherCoordinator.post(`${path}/consents`, consent)).status).toBe(404);
    const stranger = await service.as({ role: 'candidate', candidate: NOBODY });
    expect((await stranger.post(`${path}/consents`, consent)).status).toBe(404);
    expect((await candidate.post(`${path}/consents/${NOBODY}/corrections`, correction)).body.code).toBe(
      'consent.not-found',
    );
  });
});

describe('what turned out otherwise about a coach or an organisation', () => {
  it('is corrected, and read as if it had been recorded so at once', async () => {
    const { coordinator, coachId, organisationId, otherOrganisationId, employerId } = parties;
    const terms = { kind: 'registratie', issuer: 'Register Jobcoach', from: day(-100), until: day(100) };
    for (const path of [`/v1/coaches/${coachId}`, `/v1/organisations/${organisationId}`]) {
      const id = await coordinator.record(`${path}/recognitions`, terms);
      await coordinator.record(`${path}/recognitions/${id}/endings`, {
        endedOn: day(-1),
        reason: 'Ingetrokken.',
      });
      const correction = { endedOn: null, until: day(200), ...REASON };
      const corrected = await coordinator.post(`${path}/recognitions/${id}/corrections`, correction);
      expect(corrected).toMatchObject({ status: 201, body: { id } });
      const read = itemsOf(await coordinator.get(corrected.headers.get('location') ?? ''));
      expect(read.find((item) => item.id === id)).toEqual({ id, ...terms, until: day(200), endedOn: null });
    }
    const path = `/v1/coaches/${coachId}`;
    const tieId = await coordinator.record(`${path}/ties`, { kind: 'family', employerId, from: day(-50) });
    await coordinator.record(`${path}/ties/${tieId}/corrections`, {
      employerId: null,
      candidateId,
      kind: 'colleague',
      ...REASON,
    });
    await coordinator.record(`${path}/ties/${tieId}/endings`, { endedOn: day(-1) });
    const awayId = await coordinator.record(`${path}/absences`, { from: day(5), until: day(9) });
    await coordinator.record(`${path}/absences/${awayId}/corrections`, { until: null, ...REASON });
    const employment = { organisationId: otherOrganisationId, from: day(300) };
    const employmentId = await coordinator.record(`${path}/employments`, employment);
    expect(
      (
        await coordinator.post(`${path}/employments/${employmentId}/corrections`, {
          organisationId: NOBODY,
          ...REASON,
        })
      ).body.code,
    ).toBe('organisation.unknown');
    await coordinator.record(`${path}/employments/${employmentId}/corrections`, {
      from: day(400),
      ...REASON,
    });
    expect((await coordinator.get(path)).body).toMatchObject({
      ties: [{ id: tieId, kind: 'colleague', candidateId, employerId: null, from: day(-50), until: day(-1) }],
      absences: [{ id: awayId, from: day(5), until: null }],
      employments: [
        { from: null },
        { id: employmentId, organisationId: otherOrganisationId, from: day(400) },
      ],
    });
    for (const [item, code] of [
      ['ties', 'tie.not-found'],
      ['absences', 'coach-absence.not-found'],
      ['employments', 'employment.not-found'],
      ['recognitions', 'recognition.not-found'],
    ]) {
      const refused = await coordinator.post(`${path}/${item}/${NOBODY}/corrections`, {
        from: today,
        ...REASON,
      });
      expect([refused.status, refused.body.code]).toEqual([404, code]);
    }
  });
});

describe('a session by a coach without a recognition', () => {
  it('is recorded also where the rules refuse to assign one, and says what was valid on its day', async () => {
    const { administrator, coordinator, organisationId } = parties;
    const ruleSet = {
      basedOn: 'municipal-2y',
      name: 'streng',
      title: 'Streng',
      withoutRecognition: 'refusal',
    };
    const funderId = await administrator.record('/v1/funders', {
      name: 'Streng',
      kind: 'municipality',
      ruleSet,
    });
    const coachId = await coordinator.record('/v1/coaches', { name: 'R. Keur', organisationId });
    const valid = { kind: 'erkenning', issuer: 'UWV', from: day(-60) };
    const ofCoach = await coordinator.record(`/v1/coaches/${coachId}/recognitions`, {
      ...valid,
      until: day(-30),
    });
    await coordinator.record(`/v1/organisations/${organisationId}/recognitions`, valid);
    const opening = { candidateId, funderId, organisationId, openedOn: day(-60) };
    const id = await coordinator.record('/v1/trajectories', opening);
    const assignment = { coachId, from: day(-60), chosenBy: 'candidate' };
    await coordinator.record(`/v1/trajectories/${id}/coach-assignments`, assignment);
    const asCoach = await service.as({ role: 'coach', coach: coachId });
    const path = `/v1/trajectories/${id}/sessions`;
    for (const on of [day(-30), day(-29)]) {
      const terms = {
        coachId,
        on,
        minutes: 60,
        activity: 'training',
        form: 'workplace',
        summary: 'Ingewerkt.',
      };
      expect((await asCoach.post(path, terms)).status).toBe(201);
    }
    const recognised = async (asker: Client) =>
      itemsOf(await asker.get(path)).map(({ recognised: on }) => on);
    const director = await service.as({ role: 'case-director', funder: funderId });
    for (const asker of [coordinator, director]) {
      expect(await recognised(asker)).toEqual([
        { coach: false, organisation: true },
        { coach: true, organisation: true },
      ]);
    }
    for (const asker of [asCoach, candidate]) expect(await recognised(asker)).toEqual([undefined, undefined]);
    const correction = { until: null, ...REASON };
    await coordinator.record(`/v1/coaches/${coachId}/recognitions/${ofCoach}/corrections`, correction);
    expect((await recognised(coordinator))[0]).toEqual({ coach: true, organisation: true });
  });
});

describe('what was written about people at an employer or an organisation', () => {
  it('lies sealed: no name, number or text of them can be read in the data', async () => {
    const { coordinator, employerId, organisationId } = parties;
    const person = { name: 'Zegel Verborgensma', phone: '06 99887766', from: today };
    await coordinator.record(`/v1/employers/${employerId}/contact-persons`, person);
    const complaint = { on: today, summary: 'Niemand nam de telefoon op.' };
    await coordinator.record(`/v1/organisations/${organisationId}/complaints`, complaint);
    const consent = { purpose: 'Delen van het werkprofiel', given: true, on: today };
    await candidate.record(`/v1/candidates/${candidateId}/consents`, consent);
    await coordinator.get(`/v1/employers/${employerId}/contact-persons`);
    const stored = await service.stored();
    expect(stored).toContain('Bakkerij De Halm');
    for (const text of [person.name, person.phone, complaint.summary, consent.purpose]) {
      expect([text, stored.includes(text)]).toEqual([text, false]);
    }
  });
});

describe('the table of domain.md section 9a for parties', () => {
  /** Each write on a party with the scope that access looks at, and a request of it that names nothing recorded. */
  const writes = (): readonly (readonly [CommandName, string, object, Scope])[] => {
    const { employerId, organisationId, coachId } = parties;
    const coach = `/v1/coaches/${coachId}`;
    const ofCoach: Scope = { organisationIds: [organisationId], actingCoachId: coachId };
    const ofOrganisation: Scope = { organisationIds: [organisationId] };
    const correction = { from: today, ...REASON };
    const item = (path: string, action: string) => `${path}/${NOBODY}/${action}`;
    return [
      [
        'NameContactPerson',
        `/v1/employers/${employerId}/contact-persons`,
        { name: 'P. Persoon', from: today },
        {},
      ],
      [
        'EndContactPerson',
        item(`/v1/employers/${employerId}/contact-persons`, 'endings'),
        { endedOn: today },
        {},
      ],
      [
        'CorrectContactPerson',
        item(`/v1/employers/${employerId}/contact-persons`, 'corrections'),
        correction,
        {},
      ],
      ['PreferCoach', `/v1/employers/${employerId}/preferred-coaches`, { coachId, from: today }, {}],
      [
        'EndCoachPreference',
        item(`/v1/employers/${employerId}/preferred-coaches`, 'endings'),
        { endedOn: today },
        {},
      ],
      [
        'CorrectCoachPreference',
        item(`/v1/employers/${employerId}/preferred-coaches`, 'corrections'),
        correction,
        {},
      ],
      ['MergeEmployer', `/v1/employers/${employerId}/merges`, { duplicateId: NOBODY, ...REASON }, {}],
      ['WithdrawEmployerMerge', item(`/v1/employers/${employerId}/merges`, 'withdrawals'), REASON, {}],
      [
        'ReceiveComplaint',
        `/v1/organisations/${organisationId}/complaints`,
        { on: today, summary: 'Laat.' },
        ofOrganisation,
      ],
      [
        'CorrectComplaint',
        item(`/v1/organisations/${organisationId}/complaints`, 'corrections'),
        { on: today, ...REASON },
        ofOrganisation,
      ],
      [
        'CorrectOrganisationRecognition',
        item(`/v1/organisations/${organisationId}/recognitions`, 'corrections'),
        correction,
        ofOrganisation,
      ],
      ['CorrectCoachRecognition', item(`${coach}/recognitions`, 'corrections'), correction, ofCoach],
      ['CorrectCoachEmployment', item(`${coach}/employments`, 'corrections'), correction, ofCoach],
      ['CorrectCoachAway', item(`${coach}/absences`, 'corrections'), correction, ofCoach],
      ['EndCoachAway', item(`${coach}/absences`, 'endings'), { endedOn: today }, ofCoach],
      ['EndTie', item(`${coach}/ties`, 'endings'), { endedOn: today }, ofCoach],
      ['CorrectTie', item(`${coach}/ties`, 'corrections'), correction, ofCoach],
    ];
  };

  it('lets through whom it names, and nobody else', async () => {
    const { employerId, organisationId, funderId, coachId } = parties;
    const party = { organisationId, funderId, coachId, candidateId, employerId };
    const claims = {
      organisation: organisationId,
      funder: funderId,
      coach: coachId,
      candidate: candidateId,
      employer: employerId,
    };
    const claimOf = {
      coordinator: 'organisation',
      'case-director': 'funder',
      auditor: 'funder',
      coach: 'coach',
      candidate: 'candidate',
      employer: 'employer',
    } as const;
    for (const role of ROLES) {
      const claim = role === 'administrator' ? {} : { [claimOf[role]]: claims[claimOf[role]] };
      const asker = await service.as({ role, ...claim });
      const own = role === 'administrator' ? {} : { [`${claimOf[role]}Id`]: party[`${claimOf[role]}Id`] };
      for (const [command, path, body, scope] of writes()) {
        const { status } = await asker.post(path, body);
        const allowed = mayRecord(command, { role, ...own }, scope) === 'allowed';
        // What is let through is recorded, or names something that is not there.
        expect([role, command, status === 403]).toEqual([role, command, !allowed]);
      }
    }
  });
});
