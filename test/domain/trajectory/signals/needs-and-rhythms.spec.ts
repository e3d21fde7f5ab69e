import { describe, it } from '@jest/globals';
import { closeIt, id, onRunning } from '../examples.js';
import { correctNeed, correctRhythm, NEED, RHYTHM, rhythmIt, signalIt } from './examples.js';

const reason = 'typefout';

describe('a support need', () => {
  it('is signalled with its life domain and who can help', () => {
    const { type: _, today: __, ...data } = signalIt;
    onRunning()
      .when(signalIt)
      .thenRecords([{ type: 'SupportNeedSignalled', data }]);
    onRunning(signalIt).when(signalIt).thenNothing();
  });

  it('is of a day that has come while the trajectory was open', () => {
    onRunning()
      .when({ ...signalIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning()
      .when({ ...signalIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(closeIt)
      .when({ ...signalIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is corrected by what changes', () => {
    onRunning(signalIt)
      .when(correctNeed({ on: '2024-04-16', referredTo: 'Het wijkteam' }))
      .thenRecords([
        {
          type: 'SupportNeedCorrected',
          data: { needId: NEED, reason, on: '2024-04-16', referredTo: 'Het wijkteam' },
        },
      ]);
    onRunning(signalIt, correctNeed({ on: '2024-04-16' }))
      .when(correctNeed({ on: '2024-04-16' }))
      .thenNothing();
    onRunning(signalIt)
      .when(correctNeed({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
  });
});

describe('a contact rhythm', () => {
  it('is agreed from a day on, also one to come', () => {
    const { type: _, today: __, ...data } = rhythmIt;
    onRunning()
      .when(rhythmIt)
      .thenRecords([{ type: 'ContactRhythmAgreed', data }]);
    onRunning()
      .when({ ...rhythmIt, from: '2025-01-01' })
      .thenRecords([{ type: 'ContactRhythmAgreed', data: { ...data, from: '2025-01-01' } }]);
    onRunning(rhythmIt).when(rhythmIt).thenNothing();
  });

  it('is of 1 to 92 whole days', () => {
    for (const everyDays of [0, 93, 1.5, Number.NaN]) {
      onRunning()
        .when({ ...rhythmIt, everyDays })
        .thenRefuses('contact-rhythm.interval-invalid', 'everyDays');
    }
    for (const everyDays of [1, 92]) {
      onRunning()
        .when({ ...rhythmIt, everyDays })
        .thenRecords([
          { type: 'ContactRhythmAgreed', data: { rhythmId: RHYTHM, everyDays, from: '2024-02-01' } },
        ]);
    }
  });

  it('begins while the trajectory is open, and on a day that no other has', () => {
    onRunning()
      .when({ ...rhythmIt, from: '2024-01-09' })
      .thenRefuses('date.before-opening', 'from');
    onRunning(closeIt)
      .when({ ...rhythmIt, from: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'from');
    onRunning(rhythmIt)
      .when({ ...rhythmIt, rhythmId: id(191), everyDays: 7 })
      .thenRefuses('contact-rhythm.same-first-day', 'from');
  });

  it('is corrected by what changes, within the same bounds', () => {
    const next = { ...rhythmIt, rhythmId: id(191), from: '2024-06-01' } as const;
    onRunning(rhythmIt)
      .when(correctRhythm({ everyDays: 21, from: '2024-02-05' }))
      .thenRecords([
        {
          type: 'ContactRhythmCorrected',
          data: { rhythmId: RHYTHM, reason, everyDays: 21, from: '2024-02-05' },
        },
      ]);
    onRunning(rhythmIt)
      .when(correctRhythm({ everyDays: 14 }))
      .thenNothing();
    onRunning(rhythmIt)
      .when(correctRhythm({ everyDays: 93 }))
      .thenRefuses('contact-rhythm.interval-invalid');
    onRunning(rhythmIt, next)
      .when(correctRhythm({ from: '2024-06-01' }))
      .thenRefuses('contact-rhythm.same-first-day');
  });
});
