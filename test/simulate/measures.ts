/** How a kind of request was answered in a part of the year. */
export interface Answers {
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A tenth of the simulated year. */
export interface Tenth {
  readonly writes: number;
  readonly reads: number;
  readonly seconds: number;
  /** Of the service's process, read models and log included. */
  readonly cpuSeconds: number;
  /** CPU time of the service for the simplest request when the tenth ended, in milliseconds. */
  readonly yardstickMs: number;
  readonly answers: { readonly [kind: string]: Answers };
}

/** Gathers how long answers took, by kind, until a tenth is closed. */
export class Measures {
  readonly tenths: Tenth[] = [];
  readonly refusals = new Map<string, number>();
  #taken = new Map<string, number[]>();
  #writes = 0;
  #reads = 0;
  #startedAt = performance.now();
  #cpuAtStart = 0;

  /** Begins anew: what was gathered is left out. `cpuSeconds` is what the process has used so far. */
  begin(cpuSeconds: number): void {
    this.#taken = new Map();
    this.#writes = 0;
    this.#reads = 0;
    this.#startedAt = performance.now();
    this.#cpuAtStart = cpuSeconds;
  }

  took(kind: string, isWrite: boolean, milliseconds: number): void {
    if (isWrite) this.#writes += 1;
    else this.#reads += 1;
    const taken = this.#taken.get(kind);
    if (taken === undefined) this.#taken.set(kind, [milliseconds]);
    else taken.push(milliseconds);
  }

  refused(kind: string, code: string): void {
    const key = `${kind} ${code}`;
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
  }

  closeTenth(cpuSeconds: number, yardstickMs: number): void {
    this.tenths.push({
      writes: this.#writes,
      reads: this.#reads,
      seconds: (performance.now() - this.#startedAt) / 1_000,
      cpuSeconds: cpuSeconds - this.#cpuAtStart,
      yardstickMs,
      answers: Object.fromEntries([...this.#taken].map(([kind, taken]) => [kind, answersOf(taken)])),
    });
  }
}

/** Percentiles of some times. */
export function answersOf(taken: readonly number[]): Answers {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
