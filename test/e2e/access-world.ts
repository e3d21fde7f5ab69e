import type { FileKind, Standing } from '../../domain/access/index.js';
import type { Client } from './client.js';
import { day } from './parties-world.js';
import type { Service } from './service.js';
import { Cast, Dossier, type DossierRole, session } from './story.js';

/** Whose something is, besides everybody's who sees all of its kind. */
export type Owner = 'present-employer' | 'former-employer' | 'former-coach' | 'candidate';

/** Somebody with a token, and what they are to the file in the middle. */
export interface Reading {
  readonly client: Client;
  readonly role: DossierRole;
  /** To the trajectory; absent for whom it does not exist. */
  readonly standing?: Standing;
  /** True of who sees it because a trajectory of theirs continues it: lists over many have their own only. */
  readonly continuing?: true;
  readonly owner?: Owner;
  /** To the candidate, of whom has a trajectory of their own with the same one. */
  readonly toCandidate?: Standing;
}

/** A text that was planted in one field of one kind of data. */
export interface Marker {
  readonly text: string;
  readonly kind: FileKind;
  /** The field that holds it, where some readers get only some fields. */
  readonly field?: string;
  /** Who has it as their own. */
  readonly of?: readonly Owner[];
  /** Readers that do not see it, whatever the table says of their kind, with why. */
  readonly not?: readonly string[];
}

/** An item that a list has. */
export interface Item {
  readonly id: string;
  readonly of?: readonly Owner[];
}

export interface World {
  readonly dossier: Dossier;
  readonly readers: { readonly [who: string]: Reading };
  readonly markers: readonly Marker[];
  readonly items: { readonly [collection: string]: readonly Item[] };
  readonly ids: { readonly [owner: string]: string };
  /** The candidate's trajectory under another funder, which continues nothing. */
  readonly elsewhere: Dossier;
}

export const REFERENCE = 'K-GEHEIM-17';
const NAME = 'Jikke Merktekenaar';
const BOTH: readonly Owner[] = ['present-employer', 'former-employer'];

/** What the field of each kind holds in this world. */
const MARKERS: readonly Marker[] = [
  { text: NAME, kind: 'identity', field: 'name' },
  { text: REFERENCE, kind: 'identity', field: 'reference' },
  { text: 'jikke@merkteken.example', kind: 'identity', field: 'contact' },
  { text: 'Vader Merktekenaar', kind: 'identity', field: 'legalRepresentative' },
  { text: 'merk-samenvatting', kind: 'session' },
  { text: 'merk-sessiedoel', kind: 'session' },
  { text: 'merk-eerdere-sessie', kind: 'session', of: ['former-coach'] },
  // Of the coaches only who was there, or coached on that day (decision 9).
  { text: 'merk-vertrouwelijk', kind: 'confidential-note', not: ['substitute'] },
  {
    text: 'merk-eerder-vertrouwelijk',
    kind: 'confidential-note',
    of: ['former-coach'],
    not: ['own coach', 'substitute'],
  },
  { text: 'merk-doel-op-het-werk', kind: 'plan', of: BOTH },
  { text: 'merk-doel-thuis', kind: 'plan' },
  { text: 'merk-behoefte', kind: 'plan' },
  { text: 'merk-afspraak-werkgever', kind: 'plan', of: BOTH },
  { text: 'merk-afspraak-jobcoach', kind: 'plan' },
  { text: 'merk-contact-nu', kind: 'employer-contact', of: ['present-employer'] },
  { text: 'merk-contact-toen', kind: 'employer-contact', of: ['former-employer'] },
  { text: 'merk-doorverwijzing', kind: 'support-need', field: 'referredTo' },
  { text: 'finances', kind: 'support-need', field: 'lifeDomain' },
  { text: 'merk-oordeel-kandidaat', kind: 'assessment', of: ['candidate'] },
  { text: 'merk-oordeel-nu', kind: 'assessment', of: ['present-employer'] },
  { text: 'merk-oordeel-toen', kind: 'assessment', of: ['former-employer'] },
  { text: 'merk-motivering', kind: 'award' },
  { text: 'merk-bezwaar', kind: 'award' },
  { text: 'merk-afrekening', kind: 'award' },
  { text: 'illness', kind: 'absence', field: 'kind' },
  { text: 'merk-past-niet-gedeeld', kind: 'fit-note', field: 'fits' },
  { text: 'merk-aangevinkt-toen', kind: 'fit-note', field: 'shareWithNext', of: BOTH },
  { text: 'merk-aangevinkt-nu', kind: 'fit-note', field: 'shareWithNext', of: ['present-employer'] },
  { text: 'merk-incident-nu', kind: 'incident', of: ['present-employer'] },
  { text: 'merk-incident-toen', kind: 'incident', of: ['former-employer'] },
  { text: 'merk-incident-elders', kind: 'incident' },
  { text: 'merk-leidinggevende', kind: 'course' },
  { text: 'merk-taken', kind: 'course' },
  { text: 'merk-evaluatie', kind: 'course' },
  { text: 'merk-voorstel', kind: 'course' },
  { text: 'merk-nazorg', kind: 'course' },
  { text: 'merk-verbeterverzoek', kind: 'correction-request' },
  { text: 'merk-het-klikt-niet', kind: 'coach-change-request', field: 'reason' },
  { text: 'merk-toestemming', kind: 'wishes' },
];

/** A file with everybody around it, each protected field holding a text of its own. */
export async function accessWorld(service: Service): Promise<World> {
  const cast = await Cast.of(service);
  const [organisationId, next, elsewhereOrganisation] = await Promise.all(
    ['Jobcoach Noord', 'Jobcoach Oost', 'Jobcoach West'].map((name) => cast.organisation(name)),
  );
  const [present, former, old, unrelated] = await Promise.all(
    ['Bakkerij Nu', 'Kwekerij Toen', 'Garage Ooit', 'Winkel Nooit'].map((name) => cast.employer(name)),
  );
  const coordinator = await service.as({ role: 'coordinator', organisation: organisationId as string });
  const candidateId = await coordinator.record('/v1/candidates', {
    name: NAME,
    reference: REFERENCE,
    contact: { email: 'jikke@merkteken.example' },
    legalRepresentative: 'Vader Merktekenaar',
  });
  const coach = (organisation: string | undefined, name: string) => cast.coach(organisation as string, name);
  const [firstCoach, ownCoach, substitute, colleague] = [
    await coach(organisationId, 'Eerste Coachsma'),
    await coach(organisationId, 'Eigen Coachsma'),
    await coach(organisationId, 'Vervangende Coachsma'),
    await coach(organisationId, 'Andere Coachsma'),
  ];
  const main = await cast.dossier({
    openedOn: day(-900),
    organisationId: organisationId as string,
    candidateId,
    employerId: present as string,
    coachId: firstCoach as string,
  });
  const { ids, path } = main;
  const as = { ...main.as, coach: await service.as({ role: 'coach', coach: ownCoach as string }) };
  const dossier = new Dossier({ ...ids, coachId: ownCoach as string }, coordinator, as);
  const write = (at: string, body: object, who: DossierRole = 'coordinator') =>
    as[who].record(path + at, body);

  await dossier.assign(ownCoach as string, day(-300));
  const standsIn = { coachId: substitute, from: day(-1), until: day(1), reason: 'Vakantie.' };
  const items: { [collection: string]: Item[] } = {};
  const add = (collection: string, id: string, of?: readonly Owner[]) => {
    items[collection] = [...(items[collection] ?? []), { id, ...(of && { of }) }];
    return id;
  };
  add('substitutions', await write('/substitutions', standsIn));
  const closure = { on: day(-800), reason: 'Ging zelf verder.', result: 'Werkt zelfstandig.' };
  add('closures', await write('/closures', closure));
  add('outcomes', await write('/outcomes', { afterMonths: 6, state: 'paid-without-coach' }));
  const aftercare = { on: day(-700), with: 'candidate', summary: 'merk-nazorg' };
  add('aftercare-contacts', await write('/aftercare-contacts', aftercare));
  add('reopenings', await write('/reopenings', { on: day(-550), reason: 'Toch weer nodig.' }));
  await cast.adopt(ids.funderId, 'municipal-3y');
  const move = { ruleSetVersion: 2, on: '2999-01-01', reason: 'Langere duur.' };
  add('rule-set-moves', await write('/rule-set-moves', move, 'case-director'));
  const leaving = {
    organisationId: await cast.organisation('Jobcoach Zuid'),
    on: '2999-01-01',
    reason: 'Verhuist.',
    candidateChose: true,
  };
  add('organisation-changes', await write('/organisation-changes', leaving, 'case-director'));

  add('placements', await dossier.placed(day(-490), day(-240), { employerId: old }));
  const then = add('placements', await dossier.placed(day(-239), day(-90), { employerId: former }));
  const now = await dossier.place(day(-89), { managerName: 'merk-leidinggevende', tasks: 'merk-taken' });
  add('placements', now);

  const formerCoach = await service.as({ role: 'coach', coach: firstCoach as string });
  const earlier = session(firstCoach as string, day(-400), {
    summary: 'merk-eerdere-sessie',
    confidentialNote: 'merk-eerder-vertrouwelijk',
  });
  add('sessions', await formerCoach.record(`${path}/sessions`, earlier), ['former-coach']);
  add(
    'sessions',
    await dossier.session(day(-50), {
      summary: `merk-samenvatting over ${NAME}`,
      goals: ['merk-sessiedoel'],
      confidentialNote: 'merk-vertrouwelijk',
    }),
  );
  const absence = (from: number, until: number) => ({ from: day(from), until: day(until), kind: 'illness' });
  add('absences', await write('/absences', absence(-300, -290)));
  add('absences', await write('/absences', absence(-150, -140)), ['former-employer']);
  add('absences', await write('/absences', absence(-40, -35)), ['present-employer']);
  const note = (placementId: string, ticked: string, fits: string) =>
    write('/fit-notes', {
      placementId,
      fits: [fits],
      doesNotFit: [],
      adjustments: [],
      shareWithNext: [ticked],
    });
  add('fit-notes', await note(then, 'merk-aangevinkt-toen', 'merk-past-niet-gedeeld'), BOTH);
  add('fit-notes', await note(now, 'merk-aangevinkt-nu', 'Rust'), ['present-employer']);

  const named = { name: 'Mevrouw De Boer', from: day(-490) };
  add('case-directors', await write('/case-directors', named, 'case-director'));
  add('case-managers', await write('/case-managers', named, 'case-director'));
  const grant = add('grants', await dossier.grant(day(-490), day(-310), { hours: 40 }));
  add('grants', await dossier.grant(day(-89), day(90), { hours: 40 }));
  const applied = { kind: 'first', receivedOn: day(-480), motivation: 'merk-motivering' };
  const application = add('applications', await write('/applications', applied));
  const asked = { on: day(-470), missing: ['Handtekening'] };
  await write(`/applications/${application}/completion-requests`, asked, 'case-director');
  const revision = { decidedOn: day(-400), hours: 30, reason: 'Meer nodig.' };
  add('grant-revisions', await write(`/grants/${grant}/revisions`, revision, 'case-director'));
  const objection = { against: grant, lodgedOn: day(-390), grounds: 'merk-bezwaar' };
  add('objections', await write('/objections', objection, 'candidate'));
  const approval = { hours: 4, on: day(-34) };
  const absenceNow = items.absences?.at(-1)?.id;
  add(
    'coaching-approvals',
    await write(`/absences/${absenceNow}/coaching-approvals`, approval, 'case-director'),
  );
  const month = { from: day(-60), to: day(-45) };
  add('hours-approvals', await write('/hours-approvals', month));
  const declaration = await write('/declarations', { ...month, hours: 1, amount: 7_000 });
  add('declarations', declaration);
  const settled = { on: day(-20), hours: 1, amount: 7_000, reason: 'merk-afrekening' };
  await as['case-director'].post(`${path}/declarations/${declaration}/settlements`, settled);
  add('accountability-reports', await write('/accountability-reports', month));

  const contact = (employerId: string | undefined, on: number, summary: string) =>
    write('/employer-contacts', { employerId, on: day(on), minutes: 15, kind: 'check-in', summary });
  add('employer-contacts', await contact(former, -150, 'merk-contact-toen'), ['former-employer']);
  add('employer-contacts', await contact(present, -30, 'merk-contact-nu'), ['present-employer']);

  const agreement = (what: string, responsible: string) => ({
    what,
    organisedBy: responsible,
    paidBy: 'funder',
    responsible,
    dueOn: day(30),
  });
  add(
    'plans',
    await write('/plans', {
      draftedOn: day(-200),
      goals: [{ what: 'merk-doel-op-het-werk', kind: 'work' }, 'merk-doel-thuis'],
      needs: ['merk-behoefte'],
      agreements: [
        agreement('merk-afspraak-werkgever', 'employer'),
        agreement('merk-afspraak-jobcoach', 'coach'),
      ],
      evaluationsOn: [day(-100)],
    }),
    BOTH,
  );
  await write('/plans/1/agreements-by', { party: 'candidate', name: NAME, on: day(-190) }, 'candidate');
  const [plan] = await coordinator.all<{
    readonly goals: readonly { readonly id: string }[];
    readonly agreements: readonly { readonly id: string }[];
  }>(`${path}/plans`);
  const [goal, own, coachs] = [plan?.goals[0], plan?.agreements[0], plan?.agreements[1]];
  add('goal-outcomes', await write(`/goals/${goal?.id}/attainments`, { on: day(-20) }));
  add('agreement-fulfilments', await write(`/agreements/${own?.id}/fulfilments`, { on: day(-20) }), BOTH);
  add('agreement-fulfilments', await write(`/agreements/${coachs?.id}/fulfilments`, { on: day(-20) }));
  add('plan-requests', await write('/plan-requests', { reason: 'Andere doelen.' }, 'case-director'));
  add('evaluation-plans', await write('/evaluation-plans', { kind: 'final', dueOn: day(60) }));
  add(
    'evaluations',
    await write('/evaluations', {
      kind: 'interim',
      on: day(-100),
      participants: [NAME, 'Mevrouw De Boer'],
      adjustments: 'merk-evaluatie',
    }),
  );
  const assessment = { score: 8, on: day(-100) };
  const ofCandidate = { ...assessment, by: 'candidate', remark: 'merk-oordeel-kandidaat' };
  add('assessments', await write('/assessments', ofCandidate, 'candidate'), ['candidate']);
  const employer = (id: string | undefined) => service.as({ role: 'employer', employer: id as string });
  const [asFormer, asOld] = [await employer(former), await employer(old)];
  const remark = (what: string, on: number) => ({ ...assessment, on: day(on), by: 'employer', remark: what });
  add('assessments', await asFormer.record(`${path}/assessments`, remark('merk-oordeel-toen', -100)), [
    'former-employer',
  ]);
  add('assessments', await write('/assessments', remark('merk-oordeel-nu', -10), 'employer'), [
    'present-employer',
  ]);
  const incident = (on: number, summary: string, employerId?: string) =>
    write('/incidents', { on: day(on), initiatedBy: 'coach', summary, ...(employerId && { employerId }) });
  add('incidents', await incident(-150, 'merk-incident-toen', former), ['former-employer']);
  add('incidents', await incident(-30, 'merk-incident-nu', present), ['present-employer']);
  add('incidents', await incident(-25, 'merk-incident-elders'));
  const need = { on: day(-120), lifeDomain: 'finances', referredTo: 'merk-doorverwijzing' };
  add('support-needs', await write('/support-needs', need));
  add('contact-rhythms', await write('/contact-rhythms', { everyDays: 14, from: day(-200) }));
  const request = { reason: 'merk-het-klikt-niet' };
  add('coach-change-requests', await write('/coach-change-requests', request, 'candidate'));
  const correction = { about: items.sessions?.at(-1)?.id, text: 'merk-verbeterverzoek' };
  add('correction-requests', await write('/correction-requests', correction, 'candidate'));
  const proposal = { proposes: 'closure', on: day(30), reason: 'merk-voorstel' };
  add('closure-proposals', await write('/closure-proposals', proposal, 'coach'));
  const consent = { purpose: 'merk-toestemming', given: true, on: day(-100) };
  await as.candidate.record(`/v1/candidates/${candidateId}/consents`, consent);
  for (const { id } of await coordinator.all<{ readonly id: string }>(`${path}/coach-assignments`)) {
    add('coach-assignments', id);
  }

  // A next trajectory under another funder continues it; one under yet another does not; one is somebody else's.
  const continuing = await cast.dossier({
    openedOn: day(-10),
    organisationId: next as string,
    candidateId,
    continues: ids.trajectoryId,
  });
  const elsewhere = await cast.dossier({
    openedOn: day(-50),
    organisationId: elsewhereOrganisation as string,
    candidateId,
  });
  const foreign = await cast.dossier();

  const readers: { readonly [who: string]: Reading } = {
    candidate: { role: 'candidate', client: as.candidate, standing: 'candidate', owner: 'candidate' },
    'own coach': { role: 'coach', client: as.coach, standing: 'own-coach' },
    substitute: {
      role: 'coach',
      client: await service.as({ role: 'coach', coach: substitute as string }),
      standing: 'own-coach',
    },
    'former coach': { role: 'coach', client: formerCoach, standing: 'former-coach', owner: 'former-coach' },
    'coach of the organisation': {
      role: 'coach',
      client: await service.as({ role: 'coach', coach: colleague as string }),
    },
    coordinator: { role: 'coordinator', client: as.coordinator, standing: 'coordinator' },
    'case director': { role: 'case-director', client: as['case-director'], standing: 'case-director' },
    auditor: { role: 'auditor', client: as.auditor, standing: 'auditor' },
    'present employer': {
      role: 'employer',
      client: as.employer,
      standing: 'employer',
      owner: 'present-employer',
    },
    'former employer': { role: 'employer', client: asFormer, standing: 'employer', owner: 'former-employer' },
    'employer of long ago': { role: 'employer', client: asOld },
    'employer of others': { role: 'employer', client: await employer(unrelated) },
    administrator: { role: 'administrator', client: as.administrator },
    'continuing coordinator': {
      role: 'coordinator',
      client: continuing.as.coordinator,
      standing: 'coordinator',
      continuing: true,
    },
    'continuing case director': {
      role: 'case-director',
      client: continuing.as['case-director'],
      standing: 'case-director',
      continuing: true,
    },
    'continuing auditor': {
      role: 'auditor',
      client: continuing.as.auditor,
      standing: 'auditor',
      continuing: true,
    },
    'coach of the next': { role: 'coach', client: continuing.as.coach, toCandidate: 'own-coach' },
    'coordinator under another funder': {
      role: 'coordinator',
      client: elsewhere.as.coordinator,
      toCandidate: 'coordinator',
    },
    'case director of another funder': {
      role: 'case-director',
      client: elsewhere.as['case-director'],
      toCandidate: 'case-director',
    },
    'auditor of another funder': { role: 'auditor', client: elsewhere.as.auditor, toCandidate: 'auditor' },
    'coach under another funder': { role: 'coach', client: elsewhere.as.coach, toCandidate: 'own-coach' },
    ...Object.fromEntries(
      (['candidate', 'coach', 'coordinator', 'case-director', 'auditor', 'employer'] as const).map((role) => [
        `foreign ${role}`,
        { role, client: foreign.as[role] },
      ]),
    ),
    ...Object.fromEntries(
      await Promise.all(
        (['candidate', 'coach', 'coordinator', 'case-director', 'auditor', 'employer'] as const).map(
          async (role) => [`${role} of nobody`, { role, client: await service.as({ role }) }] as const,
        ),
      ),
    ),
  };
  return {
    dossier,
    readers,
    markers: MARKERS,
    items,
    elsewhere,
    ids: {
      funders: ids.funderId,
      organisations: ids.organisationId,
      employers: ids.employerId,
      coaches: ownCoach as string,
      candidates: candidateId,
      trajectories: ids.trajectoryId,
    },
  };
}
