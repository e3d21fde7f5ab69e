import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PRELOAD = join(import.meta.dirname, '..', 'spec', 'shifted-clock.mjs');

/** The clock of one instance's machine, which the test sets. */
export class ShiftableClock {
  readonly #file: string;

  constructor(folder: string, name: string) {
    this.#file = join(folder, `${name}.clock`);
    this.shift(0);
  }

  /** From now on the machine believes that it is so many milliseconds later, or earlier when it is below zero. */
  shift(ms: number): void {
    writeFileSync(this.#file, String(ms));
  }

  /** What an instance is started with, so that this is its clock. */
  get env(): Readonly<Record<string, string>> {
    return { DOORLOPEND_TEST_CLOCK: this.#file, NODE_OPTIONS: `--import=${pathToFileURL(PRELOAD)}` };
  }
}
