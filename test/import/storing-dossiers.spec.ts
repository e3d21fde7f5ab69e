import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UWV_2014 } from '../../domain/rule-sets/uwv-2014.js';
import { partyIdFor } from '../../src/import/import-ids.js';
import { coachLine, dossierRow, ImportService, placementLine } from './import-service.js';

jest.setTimeout(30_000);

let service: ImportService;

beforeEach(async () => {
  service = await ImportService.start();
});

afterEach(() => service.stop());

/** The codes in the file of refused rows, by line. */
function refusedIn(file: string | null): readonly (readonly [number, string])[] {
  const [, ...lines] = readFileSync(file ?? '', 'utf8')
    .trimEnd()
    .split('\r\n');
  return lines.map((line) => {
    const [, number, code] = /;(\d+);([a-z-]+(?:\.[a-z-0-9]+)+);/.exec(line) ?? [];
    return [Number(number), code ?? ''] as const;
  });
}

describe('the rules of a funder', () => {
  it('are those that its first row names; a row with others is refused and the rest goes on', async () => {
    const result = await service.import({
      dossiers: [
        dossierRow(coachLine('J. Smit')),
        dossierRow(coachLine('J. Smit'), { reference: 'A2', rules: 'gemeente-2-jaar' }),
        dossierRow(coachLine('J. Smit'), { reference: 'A3' }),
        dossierRow(coachLine('J. Smit'), { reference: 'A4', funder: 'Elders', rules: 'eigen regels' }),
      ],
    });
    expect(result.dossiers).toEqual({
      rows: 4,
      accepted: 2,
      repeated: 0,
      refused: { 'rule-set.not-of-funder': 1, 'rule-set.unknown': 1 },
    });
    expect(refusedIn(result.refusedFile)).toEqual([
      [3, 'rule-set.not-of-funder'],
      [5, 'rule-set.unknown'],
    ]);
    // A refused row leaves no party behind.
    expect(await service.events('CandidateRegistered')).toHaveLength(2);
    expect((await service.events('FunderRegistered')).map(({ data }) => data)).toEqual([
      { name: 'UWV', kind: 'uwv' },
    ]);
  });

  it('may be a rule set of its own, known by its name', async () => {
    const ruleSet = { ...UWV_2014, name: 'Eigen Regels' };
    const register = { type: 'RegisterFunder', name: 'Elders', kind: 'municipality', ruleSet } as const;
    const id = partyIdFor('test', 'funder');
    const { position } = await service.recorders.funders.record(id, () => register, service.recording);
    await service.caughtUp(position);
    const { dossiers } = await service.import({
      dossiers: [dossierRow(coachLine('J. Smit'), { funder: 'Elders', rules: 'eigen  regels' })],
    });
    expect(dossiers).toMatchObject({ accepted: 1, refused: {} });
    const [opened] = await service.events('TrajectoryOpened');
    expect(opened?.data).toMatchObject({ funderId: id, ruleSet: { name: 'Eigen Regels', version: 1 } });
  });
});

describe('the parties of a row', () => {
  it('are found by their name in another form, also when somebody else registered them', async () => {
    const employer = partyIdFor('test', 'employer');
    const register = { type: 'RegisterEmployer', name: 'Café Zoë'.normalize('NFC') } as const;
    const { position } = await service.recorders.employers.record(
      employer,
      () => register,
      service.recording,
    );
    await service.caughtUp(position);
    await service.import({
      dossiers: [
        dossierRow(placementLine('  Café Zoë '.normalize('NFD'), '01-01-2024')),
        dossierRow(coachLine('Ö. Çelik'.normalize('NFC'), '01-01-2024', '30-06-2024')),
        dossierRow(coachLine(' Ö. Çelik'.normalize('NFD'), '01-07-2024')),
      ],
    });
    expect(await service.events('EmployerRegistered')).toHaveLength(1);
    expect(await service.events('CoachRegistered')).toHaveLength(1);
    const [placed] = await service.events('PlacementStarted');
    expect(placed?.data.employerId).toBe(employer);
  });

  it('are one employer over all organisations, and a coach and a candidate of each', async () => {
    await service.import({
      dossiers: ['Rond', 'Recht'].flatMap((organisation) => [
        dossierRow(placementLine('Bakkerij', '01-01-2024'), { organisation }),
        dossierRow(coachLine('J. Smit'), { organisation }),
      ]),
    });
    expect(await service.events('EmployerRegistered')).toHaveLength(1);
    expect(await service.events('CoachRegistered')).toHaveLength(2);
    expect(await service.events('CandidateRegistered')).toHaveLength(2);
  });
});

describe('a fact in a dossier', () => {
  it('is refused with the code of the API, and costs no other row', async () => {
    const bsn = '111222333';
    const result = await service.import({
      dossiers: [
        dossierRow(placementLine('Bakkerij', '01-01-2024', '31-12-2024')),
        dossierRow(placementLine('Bakkerij', '01-06-2024')),
        dossierRow(placementLine('Slagerij', '01-01-2025', '01-06-2025', 'proefplaatsing')),
        dossierRow(placementLine('Kwekerij', '02-01-2025', '01-01-2025')),
        dossierRow('TOEKENNING;01-01-2024;31-12-2027;;;;;licht;60'),
        dossierRow('AFWEZIG;31-12-2023;;;;;;;'),
        dossierRow(coachLine('J. Smit'), { reference: bsn }),
        dossierRow(coachLine('J. Smit')),
      ],
    });
    expect(refusedIn(result.refusedFile)).toEqual([
      [3, 'placement.overlaps-same-kind'],
      [4, 'trial-placement.too-long'],
      [5, 'period.invalid'],
      [6, 'grant.beyond-limit-without-motivation'],
      [7, 'date.before-opening'],
      [8, 'bsn.not-allowed'],
    ]);
    expect(result.dossiers.accepted).toBe(2);
  });

  it('is repeated, and no second fact, after it was corrected', async () => {
    const dossiers = [
      dossierRow(placementLine('Bakkerij', '01-01-2024', '31-12-2024')),
      dossierRow(coachLine('J. Smit')),
      dossierRow('AFWEZIG;01-03-2024;31-03-2024;;;;;;'),
    ];
    await service.import({ dossiers });
    const [placed] = await service.events('PlacementStarted');
    const [opened] = await service.events('TrajectoryOpened');
    await service.act(String(opened?.data.trajectoryId), {
      type: 'CorrectPlacement',
      placementId: String(placed?.data.placementId),
      changes: { startsOn: '2024-01-08', endedOn: null },
      reason: 'De overeenkomst begon een week later.',
    });
    const stored = (await service.events()).length;
    expect((await service.import({ dossiers })).dossiers).toMatchObject({ accepted: 0, repeated: 3 });
    expect(await service.events()).toHaveLength(stored);
  });
});
