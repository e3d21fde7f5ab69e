import { describe, expect, it } from '@jest/globals';
import { job, jobChange, jobChanges } from './candidate.js';

const LATER = '2026-01-01';
const pairs = (placements: Parameters<typeof jobChanges>[0]['placements'], on = LATER as '2026-01-01') =>
  jobChanges({ placements: placements ?? [] }, on).map(({ from, to, gapDays }) => ({ from, to, gapDays }));

describe('a stay (reading 24)', () => {
  it('runs through a gap of 28 days at one employer and not through one of 29', () => {
    const first = job('1', 'A', '2024-01-01', '2024-01-31');
    expect(pairs([first, job('2', 'A', '2024-02-29')])).toEqual([]);
    expect(pairs([first, job('2', 'A', '2024-03-01')])).toEqual([{ from: 'A', to: 'A', gapDays: 29 }]);
  });

  it('takes placements of every kind at the employer together', () => {
    const trial = job('1', 'A', '2024-01-01', '2024-02-29', 'trial-placement');
    expect(pairs([trial, job('2', 'A', '2024-03-01')])).toEqual([]);
  });

  it('is broken by a start elsewhere inside the gap, and not by one on its edges', () => {
    const placements = [job('1', 'A', '2024-01-01', '2024-01-31'), job('2', 'A', '2024-02-10')];
    expect(pairs([...placements, job('3', 'B', '2024-02-05', '2024-02-08')])).toEqual([
      { from: 'A', to: 'B', gapDays: 4 },
      { from: 'B', to: 'A', gapDays: 1 },
    ]);
    expect(pairs([...placements, job('3', 'B', '2024-01-31', '2024-02-08')])).toEqual([]);
  });

  it('measures the gap from the latest last day of the placements before it', () => {
    const long = job('1', 'A', '2024-01-01', '2024-06-30');
    const inside = job('2', 'A', '2024-02-01', '2024-02-29', 'trial-placement');
    expect(pairs([long, inside, job('3', 'A', '2024-07-28')])).toEqual([]);
  });
});

describe('a job change (reading 25)', () => {
  it('names the employers, both days and the days strictly between', () => {
    const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-05')];
    expect(jobChange({ placements }, LATER)).toMatchObject({
      from: 'A',
      to: 'B',
      endedOn: '2024-03-31',
      startedOn: '2024-04-05',
      gapDays: 4,
    });
  });

  it('may begin up to 28 days before the old last day, with no days between, and not earlier', () => {
    const old = job('1', 'A', '2024-01-01', '2024-03-31');
    expect(pairs([old, job('2', 'B', '2024-03-03')])).toEqual([{ from: 'A', to: 'B', gapDays: 0 }]);
    expect(pairs([old, job('2', 'B', '2024-03-02')])).toEqual([]);
  });

  it('has no longest gap', () => {
    const old = job('1', 'A', '2022-01-01', '2022-03-31');
    expect(pairs([old, job('2', 'B', '2024-04-01')])).toEqual([{ from: 'A', to: 'B', gapDays: 731 }]);
  });

  it('is not a second job beside a running one, nor its end', () => {
    const running = job('1', 'A', '2024-01-01');
    expect(pairs([running, job('2', 'B', '2024-03-01', '2024-05-31')])).toEqual([]);
    expect(pairs([running, job('2', 'B', '2024-03-01', '2024-05-31'), job('3', 'C', '2024-09-01')])).toEqual(
      [],
    );
  });

  it('leads from the job that ended last, when a second job had ended before it', () => {
    const placements = [
      job('1', 'A', '2024-01-01', '2024-06-30'),
      job('2', 'B', '2024-03-01', '2024-05-31'),
      job('3', 'C', '2024-07-01'),
    ];
    expect(pairs(placements)).toEqual([{ from: 'A', to: 'C', gapDays: 0 }]);
  });

  it('leads from the one that began last, of two that ended on one day', () => {
    const placements = [
      job('1', 'A', '2024-01-01', '2024-06-30'),
      job('2', 'B', '2024-03-01', '2024-06-30'),
      job('3', 'C', '2024-07-01'),
    ];
    expect(pairs(placements)).toEqual([{ from: 'B', to: 'C', gapDays: 0 }]);
  });

  it('goes on from a successor that was over before the old job was', () => {
    const placements = [
      job('1', 'A', '2024-01-01', '2024-03-31'),
      job('2', 'B', '2024-03-10', '2024-03-25', 'trial-placement'),
      job('3', 'C', '2024-04-08'),
    ];
    expect(pairs(placements)).toEqual([
      { from: 'A', to: 'B', gapDays: 0 },
      { from: 'B', to: 'C', gapDays: 13 },
    ]);
  });

  it('goes, of two jobs that begin on one day, to the one with the smaller id (reading 54)', () => {
    const old = job('1', 'A', '2024-01-01', '2024-03-31');
    const [b, c] = [job('3', 'B', '2024-04-01'), job('2', 'C', '2024-04-01')];
    expect(pairs([old, b, c])).toEqual([{ from: 'A', to: 'C', gapDays: 0 }]);
  });

  it('goes by the material employer and leads back to a former one (reading 7)', () => {
    const placements = [
      job('1', 'A', '2024-01-01', '2024-01-31'),
      job('2', 'B', '2024-02-01', '2024-02-29', 'secondment'),
      job('3', 'A', '2024-03-01'),
    ];
    expect(pairs(placements).map(({ from, to }) => from + to)).toEqual(['AB', 'BA']);
  });
});

describe('the calendar (reading 6)', () => {
  const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-05')];

  it('knows the job change on the new first day and not on the day before', () => {
    expect(jobChanges({ placements }, '2024-04-04')).toEqual([]);
    expect(jobChanges({ placements }, '2024-04-05')).toHaveLength(1);
  });

  it('lets the old job run until its last day has come', () => {
    const early = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-03-20')];
    expect(jobChanges({ placements: early }, '2024-03-30')).toEqual([]);
    expect(jobChanges({ placements: early }, '2024-03-31')).toHaveLength(1);
  });
});
