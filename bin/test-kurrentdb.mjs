import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/*
 * Runs the suites of the log against the KurrentDB at KURRENTDB_URL, which may be in use: each test keeps to a namespace
 * of its own and deletes its streams. What needs a double to misbehave is not among them.
 */

const SUITES = [
  'test/contract/kurrentdb-event-store',
  'test/concurrency/event-store.spec',
  'test/concurrency/kurrentdb-instances',
  'test/faults/event-store-kill',
  'test/property/event-store',
];

/** A server may be far away, and tidying up after a test reads all that it wrote. */
const PATIENCE = '--testTimeout=60000';

const { KURRENTDB_URL } = process.env;
if (KURRENTDB_URL === undefined || KURRENTDB_URL.trim() === '') {
  process.stderr.write(
    'Set KURRENTDB_URL, for example KURRENTDB_URL="kurrentdb://admin:changeit@localhost:2113?tls=false".\n',
  );
  process.exitCode = 2;
} else {
  const runner = fileURLToPath(new URL('test.mjs', import.meta.url));
  const child = spawn(process.execPath, [runner, ...SUITES, PATIENCE], { stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
