import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Limits } from '../../domain/limits/limits.js';
import { amsterdamDate } from '../../domain/shared/calendar.js';
import type { Body } from './client.js';
import { patience } from './place.js';
import { Service } from './service.js';
import { Cast, type Dossier } from './story.js';

jest.setTimeout(patience(30_000));

type Clock = Limits['clocks'][number];

let service: Service;
let cast: Cast;
let uwv: Dossier;
let municipality: Dossier;

beforeAll(async () => {
  service = await Service.start();
  cast = await Cast.of(service);
  uwv = await cast.dossier({ ruleSet: 'uwv-2014' });
  municipality = await cast.dossier({ ruleSet: 'municipal-2y' });
});

afterAll(() => service.remove());

/** Another trajectory of the same people. */
function another({ ids }: Dossier, openedOn = '2024-01-01'): Promise<Dossier> {
  const { trajectoryId: _, ...people } = ids;
  return cast.dossier({ ...people, openedOn });
}

function limitsOn({ as, path }: Dossier, on: string): Promise<Limits & Body> {
  return as.coordinator.read<Limits & Body>(`${path}/limits?on=${on}`);
}

async function clockOn(dossier: Dossier, name: string, on: string): Promise<Clock> {
  const { clocks } = await limitsOn(dossier, on);
  const clock = clocks.find((one) => one.clock === name);
  if (clock === undefined) throw new Error(`there is no clock ${name}`);
  return clock;
}

/** The first and last day of each term of a clock. */
async function termsOn(
  dossier: Dossier,
  name: string,
  on = '2026-01-01',
): Promise<readonly (readonly string[])[]> {
  const { terms } = await clockOn(dossier, name, on);
  return terms.map(({ startsOn, lastDay }) => [startsOn, lastDay]);
}

describe('the limits of one job', () => {
  it.each([
    // first day, last day of two years, last day of three years
    ['2024-03-01', '2026-02-28', '2027-02-28'],
    ['2024-02-29', '2026-02-27', '2027-02-27'],
    ['2024-01-31', '2026-01-30', '2027-01-30'],
    ['2024-12-31', '2026-12-30', '2027-12-30'],
  ])('from %s end on %s and on %s, whoever is the funder', async (startsOn, municipal, ofUwv) => {
    for (const people of [uwv, municipality]) {
      const dossier = await another(people);
      await dossier.place(startsOn);
      expect(await termsOn(dossier, 'municipal-2y', '2025-01-01')).toEqual([[startsOn, municipal]]);
      expect(await termsOn(dossier, 'uwv-2014', '2025-01-01')).toEqual([[startsOn, ofUwv]]);
      const { clocks } = await limitsOn(dossier, '2025-01-01');
      const names = clocks.map(({ clock, binding }) => [clock, binding]);
      expect(names.sort()).toEqual([
        ['municipal-2y', people === municipality],
        ['uwv-2014', people === uwv],
      ]);
      expect(clocks[0]?.binding).toBe(true);
    }
  });

  it('are told to the day: elapsed, remaining, status', async () => {
    const dossier = await another(uwv);
    await dossier.place('2024-03-01');
    const stand = async (on: string) => {
      const [term] = (await clockOn(dossier, 'uwv-2014', on)).terms;
      return [term?.elapsed, term?.remaining, term?.status];
    };
    expect((await clockOn(dossier, 'uwv-2014', '2024-02-29')).terms).toEqual([]);
    expect(await stand('2024-03-01')).toEqual(['P0D', 'P3Y', 'running']);
    expect(await stand('2025-11-22')).toEqual(['P1Y8M21D', 'P1Y3M7D', 'running']);
    // Period 5 of 6 ends on 31 August 2026: 91 days before it the extension is to be announced.
    expect((await stand('2026-05-31'))[2]).toBe('running');
    expect((await stand('2026-06-01'))[2]).toBe('announce-extension');
    expect((await stand('2026-09-01'))[2]).toBe('running');
    expect((await stand('2026-11-28'))[2]).toBe('running');
    expect((await stand('2026-11-29'))[2]).toBe('ends-soon');
    expect(await stand('2027-02-28')).toEqual(['P2Y11M27D', 'P1D', 'ends-soon']);
    expect(await stand('2027-03-01')).toEqual(['P3Y', 'P0D', 'reached']);
  });

  it('come in half years from its first day, with the last day to announce an extension', async () => {
    const dossier = await another(municipality);
    await dossier.place('2024-08-31');
    const [term] = (await clockOn(dossier, 'municipal-2y', '2025-01-01')).terms;
    expect(term?.periods.map(({ number, startsOn, lastDay }) => [number, startsOn, lastDay])).toEqual([
      [1, '2024-08-31', '2025-02-27'],
      [2, '2025-02-28', '2025-08-30'],
      [3, '2025-08-31', '2026-02-27'],
      [4, '2026-02-28', '2026-08-30'],
    ]);
    const announcement = async (on: string) =>
      (await limitsOn(dossier, on)).deadlines.find(({ kind }) => kind === 'extension-announcement');
    expect(await announcement('2026-02-27')).toMatchObject({ dueOn: '2026-02-27', status: 'open' });
    expect(await announcement('2026-02-28')).toMatchObject({ dueOn: '2026-02-27', status: 'overdue' });
  });
});

describe('the limits of several jobs', () => {
  it('run on over a gap of 28 days at one employer and begin again after 29', async () => {
    const tolerated = await another(uwv);
    await tolerated.placed('2024-01-08', '2024-06-30');
    await tolerated.place('2024-07-29');
    expect(await termsOn(tolerated, 'uwv-2014')).toEqual([['2024-01-08', '2027-01-07']]);
    const broken = await another(uwv);
    await broken.placed('2024-01-08', '2024-06-30');
    await broken.place('2024-07-30');
    expect(await termsOn(broken, 'uwv-2014')).toEqual([
      ['2024-01-08', '2024-07-29'],
      ['2024-07-30', '2027-07-29'],
    ]);
    for (const dossier of [tolerated, broken]) {
      expect(await termsOn(dossier, 'municipal-2y')).toEqual([['2024-01-08', '2026-01-07']]);
    }
  });

  it('begin with the job and not with the trial before it, which stands apart', async () => {
    const dossier = await another(uwv);
    const trialId = await dossier.placed('2024-01-08', '2024-02-29', { kind: 'trial-placement' });
    await dossier.place('2024-03-01');
    for (const [name, lastDay] of [
      ['uwv-2014', '2027-02-28'],
      ['municipal-2y', '2026-02-28'],
    ] as const) {
      const { terms, separatePeriods } = await clockOn(dossier, name, '2024-06-01');
      expect(terms.map((term) => [term.startsOn, term.lastDay])).toEqual([['2024-03-01', lastDay]]);
      expect(separatePeriods).toEqual([
        expect.objectContaining({ placementId: trialId, startsOn: '2024-01-08', lastDay: '2024-02-29' }),
      ]);
    }
  });

  it('go by where the work is: a secondment and the job there after it are one term', async () => {
    const dossier = await another(uwv);
    const secondment = { kind: 'secondment', formalEmployerName: 'Uitzend BV' };
    await dossier.placed('2024-01-08', '2024-06-30', secondment);
    await dossier.place('2024-07-01');
    expect(await termsOn(dossier, 'uwv-2014')).toEqual([['2024-01-08', '2027-01-07']]);
  });

  it('take up the old term on a return to a former employer within 28 days, with a term for the job between', async () => {
    const dossier = await another(uwv);
    const between = await cast.employer('Kwekerij Zuid');
    await dossier.placed('2024-01-08', '2024-06-30');
    await dossier.placed('2024-07-01', '2024-07-28', { employerId: between });
    await dossier.place('2024-07-29');
    const { terms } = await clockOn(dossier, 'uwv-2014', '2024-09-01');
    expect(terms.map(({ startsOn, lastDay, employerIds }) => [startsOn, lastDay, employerIds])).toEqual([
      ['2024-01-08', '2027-01-07', [dossier.ids.employerId]],
      ['2024-07-01', '2027-06-30', [between]],
    ]);
  });

  it('that overlap are a term each for UWV and one term for a municipality', async () => {
    const dossier = await another(municipality);
    const second = await cast.employer('Kwekerij Noord');
    await dossier.place('2024-01-08');
    await dossier.place('2024-03-01', { employerId: second });
    expect(await termsOn(dossier, 'uwv-2014')).toEqual([
      ['2024-01-08', '2027-01-07'],
      ['2024-03-01', '2027-02-28'],
    ]);
    const { terms } = await clockOn(dossier, 'municipal-2y', '2025-01-01');
    expect(terms.map(({ startsOn, lastDay, employerIds }) => [startsOn, lastDay, employerIds])).toEqual([
      ['2024-01-08', '2026-01-07', [dossier.ids.employerId, second]],
    ]);
  });
});

describe('the hours of a term', () => {
  it('are 75, 37.5 and 30 in the years of an intensive regime at 500 hours a year', async () => {
    const dossier = await another(uwv, '2023-01-01');
    await dossier.place('2023-01-01', { hoursPerYear: 500 });
    const grantId = await dossier.grant('2023-01-01', '2025-12-31');
    const [term] = (await clockOn(dossier, 'uwv-2014', '2025-12-31')).terms;
    // 4500, 2250 and 1800 minutes, each over the days of its two half years and rounded down.
    expect(term?.periods.map(({ budgetMinutes }) => budgetMinutes)).toEqual([
      2231, 2268, 1118, 1131, 892, 907,
    ]);
    expect(new Set(term?.periods.map((period) => period.grantId))).toEqual(new Set([grantId]));
  });

  it('are what the grant states, and a group session uses the share of the candidate', async () => {
    const dossier = await another(uwv);
    await dossier.place('2024-01-08');
    await dossier.grant('2024-01-08', '2024-07-07', { hours: 37.5 });
    await dossier.session('2024-02-01', { minutes: 90 });
    await dossier.session('2024-02-02', { minutes: 100, groupSize: 3, form: 'group' });
    const withdrawn = await dossier.session('2024-02-03', { minutes: 600 });
    const reason = { reason: 'Dubbel ingevoerd.' };
    await dossier.as.coach.record(`${dossier.path}/sessions/${withdrawn}/withdrawals`, reason);
    await dossier.session('2024-01-05', { minutes: 30 });
    const [term] = (await clockOn(dossier, 'uwv-2014', '2024-06-01')).terms;
    expect(term?.periods[0]).toMatchObject({ budgetMinutes: 2_250, usedMinutes: 123 });
    expect(term?.periods[1]).toMatchObject({ budgetMinutes: null, usedMinutes: 0, grantId: null });
  });
});

describe('a grant beyond the limit', () => {
  it('extends the term with its motivation, to its last day', async () => {
    const dossier = await another(municipality, '2022-01-01');
    await dossier.place('2022-01-01');
    const motivated = { decidedOn: '2023-12-15', beyondLimitMotivation: 'De werkplek verandert.' };
    const grantId = await dossier.grant('2024-01-01', '2024-06-30', motivated);
    const termOn = async (on: string) => (await clockOn(dossier, 'municipal-2y', on)).terms[0];
    expect((await termOn('2023-12-14'))?.status).toBe('ends-soon');
    expect((await termOn('2023-12-15'))?.status).toBe('extended');
    expect(await termOn('2024-06-30')).toMatchObject({
      lastDay: '2023-12-31',
      status: 'extended',
      extensions: [{ grantId, startsOn: '2024-01-01', lastDay: '2024-06-30', motivated: true }],
    });
    expect((await termOn('2024-07-01'))?.status).toBe('reached');
  });
});

describe('what was recorded wrong and corrected', () => {
  it('gives the same limits as what was right at once', async () => {
    const right = await another(uwv);
    const rightJob = await right.placed('2024-02-29', '2025-03-31', { hoursPerWeek: 20 });
    const rightGrant = await right.grant('2024-03-01', '2024-08-31', { hours: 30 });
    await right.session('2024-04-10', { minutes: 45 });

    const wrong = await another(uwv);
    const elsewhere = await cast.employer('Verkeerde werkgever');
    const wrongJob = await wrong.placed('2024-01-15', '2024-05-31', {
      employerId: elsewhere,
      kind: 'secondment',
    });
    const wrongGrant = await wrong.grant('2024-02-01', '2024-07-31', { regime: 'light' });
    const sessionId = await wrong.session('2024-01-20', { minutes: 60 });
    const correct = (item: string, changes: object, by: 'coordinator' | 'case-director' = 'coordinator') =>
      wrong.as[by].record(`${wrong.path}/${item}/corrections`, {
        ...changes,
        reason: 'Verkeerd overgenomen.',
      });
    await correct(`placements/${wrongJob}`, {
      employerId: wrong.ids.employerId,
      kind: 'employment',
      startsOn: '2024-02-29',
      endedOn: '2025-03-31',
      hoursPerWeek: 20,
    });
    const grant = {
      decidedOn: '2024-03-01',
      from: '2024-03-01',
      to: '2024-08-31',
      regime: 'intensive',
      hours: 30,
    };
    await correct(`grants/${wrongGrant}`, grant, 'case-director');
    await correct(`sessions/${sessionId}`, { on: '2024-04-10', minutes: 45 });

    for (const on of ['2024-02-29', '2024-06-01', '2025-03-31', '2025-05-01', '2027-03-01']) {
      const [asRight, asCorrected] = [await limitsOn(right, on), await limitsOn(wrong, on)];
      const text = JSON.stringify(asCorrected)
        .replaceAll(wrongJob, rightJob)
        .replaceAll(wrongGrant, rightGrant);
      expect(JSON.parse(text)).toEqual(asRight);
    }
  });
});

describe('what was known on a day', () => {
  it('is nothing before it was recorded, and all of it today', async () => {
    const dossier = await another(uwv);
    await dossier.place('2024-03-01');
    const day = (offset: number) => amsterdamDate(new Date(Date.now() + offset * 86_400_000).toISOString());
    const { as, path } = dossier;
    expect((await as.coordinator.get(`${path}/limits?on=2025-01-01&knownOn=${day(-2)}`)).status).toBe(404);
    const known = await as.coordinator.read(`${path}/limits?on=2025-01-01&knownOn=${day(0)}`);
    expect(known).toEqual(await limitsOn(dossier, '2025-01-01'));
  });
});
