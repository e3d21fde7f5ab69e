import { availableParallelism } from 'node:os';

const onServers =
  process.env.DOORLOPEND_TEST_SERVERS !== undefined || process.env.KURRENTDB_URL !== undefined;

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  roots: ['<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  setupFiles: ['reflect-metadata', '<rootDir>/test/spec/fixed-seed.ts'],
  coverageProvider: 'v8',
  // No test asserts how fast something is; a machine that does much else at once may take its time.
  // Servers may be far away, and tidying up after a test reads all that it wrote.
  testTimeout: onServers ? 120_000 : 30_000,
  // Many tests wait for a disk or a process: the second worker uses the core that the first leaves idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
