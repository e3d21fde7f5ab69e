import { NATIONAL_TRAJECTORIES } from './assumptions.js';
import type { Tenth } from './measures.js';
import type { Need } from './need.js';
import { YARDSTICK } from './probe.js';
import type { TimeSpent } from './profile.js';
import type { YearResult } from './year.js';

/** Kinds of requests that were answered less often in a tenth say little about how it grows. */
const ENOUGH = 20;
const PARTS_SHOWN = 14;
const MIB = 1_024 * 1_024;

/** The simulated year as lines to read. */
export function yearLines(result: YearResult, need: Need): readonly string[] {
  return [
    ...loadLines(result, need),
    ...result.threads.flatMap(threadLines),
    'answers, first and last tenth of the year (ms, p50 and p95):',
    ...growthLines(result.tenths),
    'asked alone, before and after the year (CPU ms of the service, p50 ms; growth in yardsticks):',
    ...probeLines(result),
    ...storageLines(result, need),
    ...refusalLines(result),
  ];
}

function loadLines(
  { plan, from, events, trajectoryYears, tenths }: YearResult,
  need: Need,
): readonly string[] {
  const { sustained, cpuMs } = need;
  const cpu = tenths.map(({ cpuSeconds, writes }) => (cpuSeconds * 1_000) / writes);
  const inYardsticks = cpu.map((ms, tenth) => ms / (tenths[tenth]?.yardstickMs ?? Number.NaN));
  return [
    `${plan.trajectories} of ${NATIONAL_TRAJECTORIES} trajectories, ${plan.days} days from ${from}, ` +
      `${percent(plan.visits)} of the visits, ${plan.connections} connections`,
    `${events.inTheYear} events in the year, ${trajectoryYears.toFixed(0)} trajectory years: ` +
      `${need.eventsATrajectoryYear.toFixed(0)} events and ${need.readsATrajectoryYear.toFixed(0)} reads each`,
    `the whole country: ${millions(need.eventsAYear)} events and ${millions(need.readsAYear)} reads a year; ` +
      `in the busiest hour ${need.eventsASecond.toFixed(1)} events and ${need.readsASecond.toFixed(1)} reads a second`,
    `sustained: ${sustained.events.toFixed(0)} events and ${sustained.reads.toFixed(0)} reads a second, ` +
      `${(sustained.events / need.eventsASecond).toFixed(0)} times the events of that hour`,
    `CPU of the service: ${cpuMs.anEvent.toFixed(2)} ms an event, ${cpuMs.aRead.toFixed(2)} ms a read; ` +
      `the busiest hour keeps ${need.cores.toFixed(3)} cores busy`,
    `CPU ms for each event and the reads with it, by tenth of the year: ${listed(cpu)}`,
    `the same in yardsticks (${YARDSTICK}), which tell what the machine did: ${listed(inYardsticks)}`,
  ];
}

function threadLines({ thread, busySeconds, parts }: TimeSpent): readonly string[] {
  const shown = Object.entries(parts).slice(0, PARTS_SHOWN);
  const text = shown.map(([part, share]) => `${part} ${percent(share)}`).join(', ');
  return [`thread of ${thread}, ${busySeconds.toFixed(1)} s: ${text}`];
}

function growthLines(tenths: readonly Tenth[]): readonly string[] {
  const first = tenths[0]?.answers ?? {};
  const last = tenths.at(-1)?.answers ?? {};
  return Object.keys(first)
    .sort()
    .flatMap((kind) => {
      const [a, b] = [first[kind], last[kind]];
      if (a === undefined || b === undefined || a.count < ENOUGH || b.count < ENOUGH) return [];
      const pair = (x: number, y: number) => `${x.toFixed(1)} -> ${y.toFixed(1)}`;
      return [`  ${kind.padEnd(46)} ${pair(a.p50, b.p50)}, ${pair(a.p95, b.p95)} (${a.count}, ${b.count})`];
    });
}

function probeLines({ before, after }: YearResult): readonly string[] {
  const slower = (after[YARDSTICK]?.cpuMs ?? Number.NaN) / (before[YARDSTICK]?.cpuMs ?? Number.NaN);
  return Object.entries(before).flatMap(([kind, { cpuMs, p50 }]) => {
    const end = after[kind];
    if (end === undefined) return [];
    return [
      `  ${kind.padEnd(46)} ${cpuMs.toFixed(2)} -> ${end.cpuMs.toFixed(2)}, ${p50.toFixed(1)} -> ` +
        `${end.p50.toFixed(1)}; ${(end.cpuMs / cpuMs / slower).toFixed(2)} times`,
    ];
  });
}

function storageLines(result: YearResult, need: Need): readonly string[] {
  const { bytes, memoryBytes, backup, rebuild, events } = result;
  const files = Object.entries(bytes).map(
    ([name, size]) => `${name} ${mib(size)} (${(need.bytesAnEvent[name] ?? 0).toFixed(0)} bytes an event)`,
  );
  const rebuilt =
    rebuild === undefined
      ? 'not measured'
      : `${rebuild.seconds.toFixed(1)} s, ${(events.stored / rebuild.seconds).toFixed(0)} events/s; ` +
        `CPU ${((rebuild.cpuSeconds * 1e6) / events.stored).toFixed(0)} µs an event`;
  return [
    `disk, ${events.stored} events: ${files.join(', ')}`,
    `memory: ${mib(memoryBytes.atTheStart)} when the year began, ${mib(memoryBytes.atTheEnd)} at its end`,
    `backup while serving: ${backup.seconds.toFixed(1)} s, CPU ${backup.cpuSeconds.toFixed(1)} s, ${mib(backup.bytes)}`,
    `rebuild of all read models: ${rebuilt}`,
  ];
}

function refusalLines({ refusals }: YearResult): readonly string[] {
  return Object.entries(refusals).map(([what, times]) => `refused ${times} times: ${what}`);
}

function listed(numbers: readonly number[]): string {
  return numbers.map((number) => number.toFixed(2)).join(' ');
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}

function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(1)} million`;
}
