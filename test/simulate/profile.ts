import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the time of the service's threads went: samples of V8's own profiler, as parts of one. */
export interface TimeSpent {
  /** `requests`, `read models`, `commits`: what the thread is for. */
  readonly thread: string;
  /** Seconds in which it did something, or waited for the disk in the middle of it. */
  readonly busySeconds: number;
  /** Parts of the busy time, the largest first; each is a part of the program, libraries counted where they were called. */
  readonly parts: { readonly [part: string]: number };
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const IDLE = '(idle)';

/** What a file of the build is part of, by its folder; the first that fits. */
const PARTS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/\/projections\/runtime\//, () => 'project: rows and books'],
  [/\/projections\/([\w-]+)\/[\w-]+\.query\./, ([, name]) => `read: ${name}`],
  [/\/projections\/([\w-]+)\//, ([, name]) => `project: ${name}`],
  [/\/src\/event-store\//, () => 'log'],
  [/\/src\/privacy\//, () => 'seal and open'],
  [/\/src\/recording\//, () => 'record'],
  [/\/src\/trajectories\/circumstances\//, () => 'circumstances'],
  [/\/domain\/([\w-]+)\//, ([, name]) => `domain: ${name}`],
  [/\/src\/dossiers\/queries\/([\w-]+)\//, ([, name]) => `answer: ${name}`],
  [/\/src\/dossiers\//, () => 'answer: dossiers'],
  [/\/src\/read-store\//, () => 'read store'],
  [/\/src\/identity\//, () => 'tokens'],
  [/\/src\/http\/idempotency\//, () => 'idempotency'],
  [/\/src\/(http|health|main)/, () => 'HTTP and its libraries'],
  [/\/(?:src\/cli|bin)\//, () => 'starting'],
  [/\/src\/([\w-]+)\//, ([, name]) => `src/${name}`],
  [/node_modules\/(?:@[\w-]+\/)?(?:kysely|better-sqlite3)\//, () => 'read store'],
  [/node_modules\/(?:pino|thread-stream|sonic-boom|nestjs-pino)/, () => 'log lines'],
  [/node_modules\/jose\//, () => 'tokens'],
  [/node_modules\//, () => 'HTTP and its libraries'],
];

/** Reads the profiles that a process left in a folder, one for each of its threads. */
export function timeSpent(folder: string): readonly TimeSpent[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => spentIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter(({ busySeconds }) => busySeconds > 0.05)
    .sort((a, b) => b.busySeconds - a.busySeconds);
}

function spentIn({ nodes, samples, timeDeltas }: Profile): TimeSpent {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partOfNode = new Map<number, string>();
  const [root] = nodes;
  const pending: (readonly [number, string])[] = root === undefined ? [] : [[root.id, 'node itself']];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const [id, caller] = one;
    const node = byId.get(id);
    if (node === undefined) continue;
    const part = partOf(node) ?? caller;
    partOfNode.set(id, part);
    for (const child of node.children ?? []) pending.push([child, part]);
  }
  const micros = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const part = partOfNode.get(id) ?? 'node itself';
    if (part === IDLE) continue;
    const delta = Math.max(0, timeDeltas[index] ?? 0);
    busy += delta;
    micros.set(part, (micros.get(part) ?? 0) + delta);
  }
  const parts = [...micros].map(([part, spent]) => [part, spent / busy] as const).sort((a, b) => b[1] - a[1]);
  return { thread: threadOf(nodes), busySeconds: busy / 1e6, parts: Object.fromEntries(parts) };
}

/** Nothing for a frame that belongs to whatever called it: Node's own code. */
function partOf({ callFrame: { functionName, url } }: Node): string | undefined {
  if (functionName === IDLE) return IDLE;
  if (functionName === '(garbage collector)') return 'garbage collection';
  for (const [pattern, name] of PARTS) {
    const found = pattern.exec(url);
    if (found !== null) return name(found);
  }
  return undefined;
}

function threadOf(nodes: readonly Node[]): string {
  const has = (pattern: RegExp) => nodes.some(({ callFrame }) => pattern.test(callFrame.url));
  if (has(/committing\.worker/)) return 'commits';
  if (has(/projecting\.worker/)) return 'read models';
  return has(/\/src\/main|\/src\/http\//) ? 'requests' : 'log lines';
}
