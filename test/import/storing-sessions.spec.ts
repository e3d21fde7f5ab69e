import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isSealed } from '../../domain/shared/protected.js';
import { newId } from '../../src/shared/ids.js';
import { coachLine, dossierRow, ImportService, sessionRow } from './import-service.js';

jest.setTimeout(30_000);

const DOSSIER = dossierRow(coachLine('J. Smit'));

let service: ImportService;

beforeEach(async () => {
  service = await ImportService.start();
});

afterEach(() => service.stop());

async function opened(value: unknown): Promise<unknown> {
  return isSealed(value) ? service.sealer.open(value) : value;
}

describe('a row of the sessions', () => {
  it('becomes a session with everything that it says', async () => {
    await service.import({
      dossiers: [DOSSIER],
      sessions: [
        sessionRow('05-02-2024', { minutes: '1,25 uur', rest: '09:30;3;reizen;Slaapt slecht.;20-02-2024' }),
      ],
    });
    const [session] = await service.events('SessionRecorded');
    const data = session?.data ?? {};
    expect(data).toMatchObject({
      on: '2024-02-05',
      minutes: 75,
      startsAt: '09:30',
      groupSize: 3,
      activity: 'introduction',
      form: 'workplace',
      registeredOn: '2024-02-20',
    });
    expect(await opened(data.summary)).toBe('Kennisgemaakt.');
    expect(await opened(data.goals)).toEqual(['reizen']);
    expect(await opened(data.confidentialNote)).toBe('Slaapt slecht.');
    expect(session?.metadata.actor).toMatchObject({ role: 'operator', via: 'import' });
  });

  it('is repeated, and no second session, after it was withdrawn or corrected', async () => {
    const rows = { dossiers: [DOSSIER], sessions: [sessionRow('05-02-2024'), sessionRow('06-02-2024')] };
    await service.import(rows);
    const [one, two] = await service.events('SessionRecorded');
    const [opening] = await service.events('TrajectoryOpened');
    const trajectoryId = String(opening?.data.trajectoryId);
    const reason = 'Dubbel genoteerd.';
    await service.act(trajectoryId, {
      type: 'WithdrawSession',
      sessionId: String(one?.data.sessionId),
      reason,
    });
    await service.act(trajectoryId, {
      type: 'CorrectSession',
      sessionId: String(two?.data.sessionId),
      changes: { on: '2024-02-07', minutes: 30 },
      reason,
    });
    const stored = (await service.events()).length;
    expect((await service.import(rows)).sessions).toEqual({ rows: 2, accepted: 0, repeated: 2, refused: {} });
    expect(await service.events()).toHaveLength(stored);
  });

  it('counts on its coach’s day together with what was recorded otherwise', async () => {
    await service.import({ dossiers: [DOSSIER, dossierRow(coachLine('J. Smit'), { reference: 'A2' })] });
    const [opening] = await service.events('TrajectoryOpened');
    const [coach] = await service.events('CoachAssigned');
    await service.act(String(opening?.data.trajectoryId), {
      type: 'RecordSession',
      sessionId: newId(),
      coachId: String(coach?.data.coachId),
      on: '2024-02-05',
      minutes: 1_380,
      activity: 'introduction',
      form: 'workplace',
      summary: 'Een lange dag.',
    });
    const { sessions } = await service.import({
      dossiers: [DOSSIER],
      sessions: [
        sessionRow('05-02-2024', { reference: 'A2', minutes: '61' }),
        sessionRow('05-02-2024', { reference: 'A2', minutes: '60' }),
        sessionRow('05-02-2024', { reference: 'A2', minutes: '1' }),
      ],
    });
    expect(sessions).toMatchObject({ accepted: 1, refused: { 'coach-day.over-24-hours': 2 } });
  });

  it('is of the candidate where its coach works when two organisations use one reference', async () => {
    const { sessions } = await service.import({
      dossiers: [
        dossierRow(coachLine('J. Smit'), { organisation: 'Rond' }),
        dossierRow(coachLine('K. Bos'), { organisation: 'Recht' }),
      ],
      sessions: [
        sessionRow('05-02-2024', { coach: 'K. Bos' }),
        sessionRow('05-02-2024'),
        sessionRow('05-02-2024', { coach: 'L. Vos' }),
      ],
    });
    expect(sessions).toMatchObject({ accepted: 2, refused: { 'coach.not-assigned': 1 } });
    const coaches = new Map(
      (await service.events('CoachAssigned')).map(({ stream, data }) => [stream, data.coachId]),
    );
    const recorded = await service.events('SessionRecorded');
    expect(new Set(recorded.map(({ stream }) => stream)).size).toBe(2);
    for (const { stream, data } of recorded) expect(data.coachId).toBe(coaches.get(stream));
  });

  it('is known again when a later dossier of the candidate was opened in between', async () => {
    const sessions = [sessionRow('05-02-2025'), sessionRow('05-02-2024')];
    await service.import({ dossiers: [DOSSIER], sessions });
    const later = dossierRow(coachLine('J. Smit', '01-01-2025'), { openedOn: '01-01-2025' });
    const again = await service.import({
      dossiers: [DOSSIER, later],
      sessions: [...sessions, sessionRow('06-02-2025'), sessionRow('06-02-2024')],
    });
    expect(again.sessions).toEqual({ rows: 4, accepted: 2, repeated: 2, refused: {} });
    const recorded = await service.events('SessionRecorded');
    const streamOf = (on: string): string | undefined => recorded.find(({ data }) => data.on === on)?.stream;
    expect(streamOf('2025-02-06')).not.toBe(streamOf('2024-02-06'));
    expect(streamOf('2025-02-05')).toBe(streamOf('2024-02-05'));
  });

  it('is refused when the candidate is of an organisation that the dossiers do not name', async () => {
    await service.import({
      dossiers: [dossierRow(coachLine('J. Smit'), { reference: 'B1', organisation: 'Recht' })],
    });
    const { sessions } = await service.import({
      dossiers: [DOSSIER],
      sessions: [sessionRow('05-02-2024', { reference: 'B1' })],
    });
    expect(sessions.refused).toEqual({ 'candidate.unknown': 1 });
  });
});
