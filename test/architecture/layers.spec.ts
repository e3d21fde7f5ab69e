import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const FIXTURE = 'test/architecture/fixture';

interface Outcome {
  readonly code: number;
  readonly violations: readonly string[];
}

async function checkLayers(...folders: string[]): Promise<Outcome> {
  const run = promisify(execFile)(process.execPath, ['test/architecture/check-layers.mjs', ...folders]);
  const { code, stdout } = await run.then(
    (done) => ({ code: 0, stdout: done.stdout }),
    (error: { code: number; stdout: string }) => error,
  );
  return { code, violations: stdout.split('\n').filter((line) => line.includes(' → ')) };
}

function ruleNames(): string[] {
  const load = createRequire(`${process.cwd()}/test/architecture/layers.spec.ts`);
  const { forbidden }: { forbidden: { name: string }[] } = load('../../.dependency-cruiser.cjs');
  return forbidden.map(({ name }) => name).sort();
}

describe('the check on layers', () => {
  it('refuses the fixture, by every rule that there is', async () => {
    const { code, violations } = await checkLayers(FIXTURE);
    expect(code).toBe(1);
    expect([...new Set(violations.map((line) => line.split(':')[0]))].sort()).toEqual(ruleNames());
  });

  it('refuses a domain that imports a framework or a read model, also for a type only', async () => {
    const { violations } = await checkLayers(`${FIXTURE}/domain`);
    expect(violations).toContainEqual(
      expect.stringMatching(/^domain-is-pure: .*imports-a-framework\.ts → .*@nestjs/),
    );
    expect(violations).toContainEqual(
      expect.stringMatching(/^domain-is-pure: .*imports-a-read-model\.ts → .*projections/),
    );
  });

  it('fails when it looks at nothing', async () => {
    expect(await checkLayers('no-such-folder')).toEqual({ code: 1, violations: [] });
  });
});
