import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type TrajectoryRefusalCode, trajectoryRefusals } from '../../domain/trajectory/refusals.js';
import type { Answer } from './client.js';
import { patience } from './place.js';
import { MET, NOBODY, post, trial } from './refused-requests.js';
import { given } from './routes.js';
import { Service } from './service.js';
import { Cast, type Dossier, placement } from './story.js';

jest.setTimeout(patience(30_000));

let service: Service;
let cast: Cast;
let people: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  people = await cast.dossier();
});

afterAll(() => service.remove());

/** The edge refuses these first, by a code of its own; ids of new facts are the service's own. */
const NEVER_MET: readonly TrajectoryRefusalCode[] = [
  'declaration.amount-invalid',
  'grant.hours-invalid',
  'group-size.invalid',
  'hours-per-week.invalid',
  'hours-per-year.invalid',
  'name.required',
  'trajectory.continues-itself',
  'wage-value.invalid',
];

/** A trajectory of people whose own rules differ from those of the preset. */
async function under(rules: object): Promise<Dossier> {
  return cast.dossier({
    ruleSet: { basedOn: 'municipal-2y', name: 'voorbeeldstad', title: 'Regels van Voorbeeldstad', ...rules },
  });
}

describe('a refusal over HTTP', () => {
  it.each(Object.entries(MET))('%s', async (code, [status, meet]) => {
    const setting = await given(cast, people);
    const { as, path } = setting.dossier;
    const answer = await meet(setting);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.detail).toMatch(/^[A-Z].{10,}\.$/);
    // What was refused left nothing behind: the revision is that of the last fact that was let through.
    const events = await as.coordinator.all(`${path}/events`);
    const again = await as.coordinator.read(path);
    expect(again.revision).toBe(events.length - 1);
  });

  it('is met for every code that a request can meet', () => {
    const codes = Object.keys(trajectoryRefusals).sort();
    expect([...Object.keys(MET), ...NEVER_MET].sort()).toEqual(codes);
  });

  it.each(['employerId', 'coachId', 'candidateId', 'funderId', 'organisationId'])(
    'names the %s that nobody has',
    async (field) => {
      const setting = await given(cast, people);
      const { ids, as } = setting.dossier;
      const { candidateId, funderId, organisationId } = ids;
      const opening = { candidateId, funderId, organisationId, openedOn: '2024-01-01' };
      const ownOf = await service.as({ role: 'coordinator', organisation: NOBODY });
      const answers: { readonly [name: string]: () => Promise<Answer> } = {
        employerId: () => post(setting, '/placements', placement(NOBODY, '2024-06-01')),
        coachId: () =>
          post(setting, '/handovers', {
            coachId: NOBODY,
            on: '2024-06-01',
            reason: 'Ziek.',
            candidateAgreed: true,
          }),
        candidateId: () => as.coordinator.post('/v1/trajectories', { ...opening, candidateId: NOBODY }),
        funderId: () => as.coordinator.post('/v1/trajectories', { ...opening, funderId: NOBODY }),
        organisationId: () => ownOf.post('/v1/trajectories', { ...opening, organisationId: NOBODY }),
      };
      const answer = await answers[field]?.();
      expect([answer?.status, answer?.body.code, answer?.body.field]).toEqual([
        409,
        `${field.replace('Id', '')}.unknown`,
        field,
      ]);
    },
  );
});

describe('the rules of a funder of its own', () => {
  it('decide what is refused: a trial of at most a month', async () => {
    const dossier = await under({ trialPlacement: { maximum: 'P1M', extendedMaximum: 'P2M' } });
    const start = (plannedEnd: string) =>
      dossier.as.coordinator.post(`${dossier.path}/placements`, trial(dossier.ids.employerId, plannedEnd));
    expect((await start('2024-07-01')).body.code).toBe('trial-placement.too-long');
    expect((await start('2024-06-30')).status).toBe(201);
  });
});
