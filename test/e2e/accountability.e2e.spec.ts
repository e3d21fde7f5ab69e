import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Body, Items } from './client.js';
import { patience } from './place.js';
import { drafted } from './plan-routes.js';
import { anAssessment, anEvaluation } from './review-routes.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(60_000));

const PERIOD = { from: '2024-01-08', to: '2024-07-07' };

let service: Service;
let cast: Cast;
let dossier: Dossier;
let address: string;

/** Half a year of coaching of which everything was recorded but the opinion of the employer, and then accounted for. */
beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  dossier = await cast.dossier();
  const { as, path } = dossier;
  await dossier.place('2024-01-08');
  await dossier.grant(PERIOD.from, PERIOD.to, { hours: 26 });
  await dossier.session('2024-03-05', { minutes: 90, confidentialNote: 'Slaapt slecht.' });
  await dossier.session('2024-03-12', { minutes: 120, groupSize: 6, summary: 'Oefenen <met> kassa & bus.' });
  await dossier.session('2024-08-01');
  await drafted({ dossier });
  await as.coordinator.record(`${path}/evaluations`, anEvaluation);
  await as.candidate.record(`${path}/assessments`, anAssessment);
  await as.coordinator.record(`${path}/hours-approvals`, { from: '2024-03-01', to: '2024-03-10' });
  const id = await as.coordinator.record(`${path}/accountability-reports`, { ...PERIOD, form: 'uwv' });
  address = `${path}/accountability-reports/${id}`;
});

afterAll(() => service.remove());

const report = (role: keyof Dossier['as'] = 'coordinator') => dossier.as[role].read<Body>(address);

describe('an accountability report', () => {
  it('holds what was recorded over its days, and says what was missing', async () => {
    expect(await report()).toMatchObject({
      ...PERIOD,
      form: 'uwv',
      candidate: 'Jikke Kandidaatsma',
      hours: { grantedMinutes: 1_560, usedMinutes: 110, approvedMinutes: 90, declaredMinutes: 0 },
      logbook: [
        { on: '2024-03-05', minutes: 90, summary: 'Samen de werkplanning gemaakt.' },
        { on: '2024-03-12', minutes: 20, summary: 'Oefenen <met> kassa & bus.' },
      ],
      activities: [{ activity: 'guidance-at-work', sessions: 2, minutes: 110 }],
      goals: [
        { what: 'Op tijd komen', state: 'open' },
        { what: 'Zelf de bus nemen', state: 'open' },
      ],
      evaluations: [{ on: '2024-04-10', resultCode: 3, adjustments: 'Een kwartier later beginnen.' }],
      candidateAssessments: { given: [{ score: 8, remark: 'Altijd bereikbaar.' }], meanTenths: 80 },
      employerAssessments: { given: [], meanTenths: null },
      missing: ['employer-assessment', 'approved-hours'],
    });
  });

  it('stays what it was when more is recorded, corrected and approved afterwards', async () => {
    const before = await report();
    const { as, path } = dossier;
    const added = await dossier.session('2024-03-19');
    await as.coach.post(`${path}/sessions/${added}/corrections`, { minutes: 45, reason: 'Eerder klaar.' });
    await as.coordinator.record(`${path}/hours-approvals`, { from: '2024-03-11', to: '2024-03-31' });
    await as.coordinator.record(`${path}/evaluations`, { ...anEvaluation, on: '2024-05-14' });
    expect(await report()).toEqual(before);

    const next = await as.coordinator.record(`${path}/accountability-reports`, { ...PERIOD, form: 'uwv' });
    const { logbook, missing } = await as.coordinator.read<{
      logbook: readonly Body[];
      missing: readonly string[];
    }>(`${path}/accountability-reports/${next}`);
    expect([logbook.length, missing]).toEqual([3, ['employer-assessment']]);
    const { items } = await as.coordinator.read<Items>(`${path}/accountability-reports`);
    expect(items.map(({ id }) => id)).toEqual([next, address.split('/').at(-1)]);
  });

  it('is a page that runs and loads nothing, in which what people wrote is text', async () => {
    const { headers, bytes } = await dossier.as.coordinator.file(address, 'text/html');
    const page = bytes.toString('utf8');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('vary')).toContain('accept');
    expect(page).toContain('Oefenen &lt;met&gt; kassa &amp; bus.');
    expect(page).toContain('Jikke Kandidaatsma');
    expect(page).not.toMatch(/<script|<link|<img|src=/);
  });

  it('is a tagged PDF that says the same', async () => {
    const { headers, bytes } = await dossier.as.coordinator.file(address, 'application/pdf');
    expect(headers.get('content-type')).toBe('application/pdf');
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) =>
        (await pdf.getPage(index + 1)).getTextContent(),
      ),
    );
    const said = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
    expect(said.replace(/\s+/g, ' ')).toContain('Oefenen <met> kassa & bus.');
    expect(bytes.toString('latin1')).toContain('/MarkInfo');
  });

  it('is JSON for who asks for any form, or for one that there is not', async () => {
    for (const accept of ['*/*', 'image/png']) {
      const { headers } = await dossier.as.coordinator.file(address, accept);
      expect([accept, headers.get('content-type')]).toEqual([
        accept,
        expect.stringContaining('application/json'),
      ]);
    }
  });

  it('never holds what was said in confidence, in any form and for nobody', async () => {
    for (const accept of ['application/json', 'text/html']) {
      for (const role of ['coordinator', 'coach', 'case-director', 'candidate'] as const) {
        const { bytes } = await dossier.as[role].file(address, accept);
        expect([role, bytes.toString('utf8')]).not.toEqual([role, expect.stringContaining('Slaapt slecht')]);
      }
    }
  });

  it('gives each reader the opinions that they may see: a coach none, nor that there was one', async () => {
    expect(await report('candidate')).toMatchObject({ candidateAssessments: { given: [{ score: 8 }] } });
    expect(await report('case-director')).toMatchObject({ candidateAssessments: { given: [{ score: 8 }] } });
    const coachs = await report('coach');
    expect(coachs).toMatchObject({
      candidateAssessments: { given: [], meanTenths: null },
      employerAssessments: { given: [], meanTenths: null },
    });
    expect(JSON.stringify(coachs)).not.toContain('assessment"');
  });

  it('has no name of the candidate for an auditor, and is not there for an employer', async () => {
    expect(await report('auditor')).toMatchObject({
      candidate: expect.stringMatching(/^P(-\w{4}){3}$/),
      organisation: 'Jobcoach Noord',
    });
    const { bytes } = await dossier.as.auditor.file(address, 'text/html');
    expect(bytes.toString('utf8')).not.toContain('Kandidaatsma');
    const { status, body } = await dossier.as.employer.get(address);
    expect([status, body.code]).toEqual([404, 'trajectory.not-found']);
  });
});
