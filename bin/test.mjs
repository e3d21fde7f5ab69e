import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onDistributedServers } from './distributed.mjs';
import { onPinnedNode, ROOT } from './pinned-node.mjs';

/**
 * A suite: what it is called, what it needs, and how it runs. `needs` gives undefined when this machine can run it,
 * else the reason why not. A suite that `.ci/run` makes possible is `requiredInCi`: there it may not be left out.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, requiredInCi: boolean, needs: () => string | undefined, run: () => Promise<Counts> }} Suite
 */

/** The tests that start a PostgreSQL server of their own. */
const POSTGRES_TESTS = '/test/postgres/';
/** The end-to-end tests; those that are run here on the distributed profile too, because they tell the most of it. */
const END_TO_END = 'test/e2e';
const ALSO_DISTRIBUTED = ['accounts', 'limits', 'plan', 'stopping', 'writing'];
/** The tests that look at pages in a browser. */
const BROWSER_TESTS = '/test/browser/';
const BROWSER_MISSING = 'Chromium is not installed (Debian: apt-get install chromium)';
/** Where the tests look for it too (test/browser/sign-in.spec.ts). */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const POSTGRES_MISSING = 'PostgreSQL is not installed (Debian: apt-get install postgresql)';

/** @type {readonly Suite[]} */
const SUITES = [
  check('types', 'typescript', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']),
  check('format and lint', '@biomejs/biome', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  check('layers', 'dependency-cruiser', ['test/architecture/check-layers.mjs']),
  check('dead code', 'knip', ['node_modules/knip/bin/knip.js']),
  {
    name: 'unit, contract, property and end-to-end tests',
    requiredInCi: true,
    needs: installed('jest'),
    run: () => jest(['--testPathIgnorePatterns', POSTGRES_TESTS, BROWSER_TESTS]),
  },
  {
    name: 'tests on PostgreSQL',
    requiredInCi: true,
    needs: () => installed('jest')() ?? (hasPostgres() ? undefined : POSTGRES_MISSING),
    run: () => jest([POSTGRES_TESTS]),
  },
  {
    name: `end-to-end tests on the distributed profile (${ALSO_DISTRIBUTED.join(', ')})`,
    requiredInCi: true,
    needs: () => installed('jest')() ?? (hasPostgres() ? undefined : POSTGRES_MISSING),
    run: () => onDistributed(ALSO_DISTRIBUTED.map((name) => `${END_TO_END}/${name}\\.e2e`)),
  },
  {
    name: 'the other end-to-end tests on the distributed profile',
    requiredInCi: false,
    needs: () => `${others().join(', ')}; all of them: node bin/test.mjs --distributed ${END_TO_END}`,
    run: () => onDistributed(others().map((name) => `${END_TO_END}/${name}\\.e2e`)),
  },
  {
    name: 'pages in a browser',
    requiredInCi: true,
    needs: () => installed('jest')() ?? (BROWSERS.some(existsSync) ? undefined : BROWSER_MISSING),
    run: () => jest([BROWSER_TESTS]),
  },
];

if (onPinnedNode(fileURLToPath(import.meta.url), process.argv.slice(2))) await main(process.argv.slice(2));

/**
 * Runs every suite, or with `patterns` only jest on the test files that they name; after `--distributed` their services
 * keep everything in KurrentDB and PostgreSQL.
 */
async function main([first, ...rest]) {
  if (first !== undefined) {
    const counts = first === '--distributed' ? await onDistributed(rest) : await jest([first, ...rest]);
    process.exitCode = counts.failed > 0 ? 1 : 0;
    return;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  const notes = [];
  for (const suite of SUITES) {
    const counts = await runSuite(suite, notes);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
  process.stdout.write(`\n${notes.map((note) => `${note}\n`).join('')}`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {Suite} suite @param {string[]} notes */
async function runSuite(suite, notes) {
  const reason = suite.needs();
  if (reason === undefined) {
    process.stdout.write(`\n▶ ${suite.name}\n`);
    const counts = await suite.run();
    notes.push(`${counts.failed > 0 ? 'failed' : 'passed'}: ${suite.name}`);
    return counts;
  }
  if (process.env.CI === 'true' && suite.requiredInCi) {
    notes.push(`failed: ${suite.name}: has to run in CI, but ${reason}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  notes.push(`not run: ${suite.name}: ${reason}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

/** The end-to-end tests that are not run here on the distributed profile, by name. */
function others() {
  const names = readdirSync(join(ROOT, END_TO_END)).map((file) => file.replace('.e2e.spec.ts', ''));
  return names.filter((name) => !name.endsWith('.ts') && !ALSO_DISTRIBUTED.includes(name));
}

/** @param {readonly string[]} patterns @returns {Promise<Counts>} */
function onDistributed(patterns) {
  return onDistributedServers((env) => jest(patterns, env));
}

/** A tool that passes or fails as a whole. @returns {Suite} */
function check(name, tool, args) {
  const run = async () =>
    (await node(args)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  return { name, requiredInCi: true, needs: installed(tool), run };
}

/** Where the tests look for the server too (test/postgres/test-postgres.ts). */
function hasPostgres() {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin')) : [];
  return [...(asked ? [asked] : []), ...versions].some((folder) => existsSync(join(folder, 'initdb')));
}

function installed(tool) {
  return () =>
    existsSync(join(ROOT, 'node_modules', tool))
      ? undefined
      : `${tool} is not installed (npm install, with development packages)`;
}

/** @param {readonly string[]} patterns @returns {Promise<Counts>} jest's own counts; a file that fails to load is a failure too */
async function jest(patterns, env = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'doorlopend-test-'));
  const outputFile = join(folder, 'jest.json');
  try {
    const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
    const code = await node(
      [...flags, 'node_modules/jest/bin/jest.js', ...patterns, '--json', `--outputFile=${outputFile}`],
      env,
    );
    return countsOf(existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : {}, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function countsOf(result, code) {
  const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
  return {
    passed: result.numPassedTests ?? 0,
    failed: Math.max(failed, code === 0 ? 0 : 1),
    skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
  };
}

/** Runs this Node on `args` in the package's folder, and gives the exit code. @returns {Promise<number>} */
function node(args, env = {}) {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: path },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
