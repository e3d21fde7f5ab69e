import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { GatheredLines } from '../../src/http/gathered-lines.js';
import { createLogger } from '../../src/http/logging.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** A logger whose lines are gathered, and what was written, write by write. */
function gathering() {
  const written: (readonly string[])[] = [];
  const lines = new GatheredLines({
    write: (text: string) => {
      const messages = text.trimEnd().split('\n');
      written.push(messages.map((line) => (JSON.parse(line) as { msg: string }).msg));
    },
  });
  return { logger: createLogger('info', lines), written };
}

it('the lines of one turn are written together, in their order', async () => {
  const { logger, written } = gathering();
  for (const message of ['one', 'two', 'three']) logger.info(message);
  expect(written).toEqual([]);
  await endOfTurn();
  expect(written).toEqual([['one', 'two', 'three']]);
  logger.info('four');
  await endOfTurn();
  expect(written).toEqual([['one', 'two', 'three'], ['four']]);
});

it('a warning is out at once, with what came before it, and nothing is written twice', async () => {
  const { logger, written } = gathering();
  logger.info('before');
  logger.warn('trouble');
  expect(written).toEqual([['before', 'trouble']]);
  logger.error('more');
  expect(written).toEqual([['before', 'trouble'], ['more']]);
  await endOfTurn();
  expect(written).toHaveLength(2);
});

it('what waits when the process ends is written first', () => {
  const logging = pathToFileURL(join(ROOT, 'src', 'http', 'logging.ts')).href;
  const program = `import { createLogger } from '${logging}'; createLogger('info').info('last'); process.exit();`;
  const hooks = pathToFileURL(join(ROOT, 'test', 'spec', 'typescript-hooks.mjs')).href;
  const args = ['--import', hooks, '--input-type=module', '--eval', program];
  const { stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(JSON.parse(stderr)).toMatchObject({ msg: 'last' });
});
