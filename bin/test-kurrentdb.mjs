import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/*
 * Runs the suites of the log against the KurrentDB at KURRENTDB_URL, which may be in use: each test keeps to a namespace
 * of its own and deletes its streams. What needs a double to misbehave is not among them. Then all end-to-end tests, whose
 * services keep their events there, with a PostgreSQL of their own.
 */

const SUITES = [
  'test/contract/kurrentdb-event-store',
  'test/concurrency/event-store.spec',
  'test/concurrency/kurrentdb-instances',
  'test/faults/event-store-kill',
  'test/property/event-store',
];

const { KURRENTDB_URL } = process.env;
if (KURRENTDB_URL === undefined || KURRENTDB_URL.trim() === '') {
  process.stderr.write(
    'Set KURRENTDB_URL, for example KURRENTDB_URL="kurrentdb://admin:changeit@localhost:2113?tls=false".\n',
  );
  process.exitCode = 2;
} else {
  const runner = fileURLToPath(new URL('test.mjs', import.meta.url));
  for (const args of [SUITES, ['--distributed', 'test/e2e/']]) {
    const child = spawn(process.execPath, [runner, ...args], { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    if (code !== 0) process.exitCode = code ?? 1;
  }
}
