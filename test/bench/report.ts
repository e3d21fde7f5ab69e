import type { Aim, Metric } from './metrics.js';
import type { RebuildResult } from './rebuild.js';
import type { Rate, SessionsResult } from './sessions.js';

/** The sessions as lines to read: requests per second, CPU time and latency, and the ratio to the bare handler. */
export function sessionLines(results: readonly SessionsResult[]): readonly string[] {
  return results.flatMap(({ connections, trajectories, ratio, service, grouped, single }) => [
    `POST /v1/trajectories/{id}/sessions, ${connections} connection(s), ${trajectories} trajectory(ies): ` +
      `ratio ${ratio.toFixed(2)}, CPU ratio ${cpuRatio(service, grouped).toFixed(1)}`,
    `  service                            ${rateText(service)}`,
    `  bare Fastify, group commit         ${rateText(grouped)}`,
    `  bare Fastify, a commit per request ${rateText(single)}`,
  ]);
}

/** The rebuilds as lines to read. */
export function rebuildLines(results: readonly RebuildResult[]): readonly string[] {
  return results.map(
    ({ readModel, events, ratio, rebuild, read }) =>
      `rebuild of ${readModel}, ${events} events: ratio ${ratio.toFixed(2)} ` +
      `(${rebuild.seconds.toFixed(2)} s against ${read.seconds.toFixed(2)} s of reading; ` +
      `CPU ${rebuild.cpuMicrosPerEvent.toFixed(1)} µs against ${read.cpuMicrosPerEvent.toFixed(1)} µs an event)`,
  );
}

/** Whether each aim is met. */
export function aimLines(metrics: readonly (Metric & { readonly aim: Aim })[]): readonly string[] {
  return metrics.map(({ name, ratio, aim }) => {
    const met = 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
    const wanted = 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
    return `aim ${met ? 'met' : 'MISSED'}: ${name} ${ratio.toFixed(2)}, ${wanted}`;
  });
}

function cpuRatio(service: Rate, bare: Rate): number {
  return service.cpuMicrosPerRequest / bare.cpuMicrosPerRequest;
}

function rateText({ perSecond, cpuMicrosPerRequest, p50, p99 }: Rate): string {
  return `${Math.round(perSecond)}/s, ${Math.round(cpuMicrosPerRequest)} µs CPU a request, p50 ${p50} ms, p99 ${p99} ms`;
}
