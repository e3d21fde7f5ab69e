import { once } from 'node:events';
import { readConfig } from '../config/read-config.js';
import { startService } from '../main.js';

/** Serves until the process is asked to end (SIGINT or SIGTERM), then finishes what is under way. */
export async function serve(): Promise<void> {
  const service = await startService({
    ...readConfig(process.env),
    buildsReadModels: 'in-own-thread',
    commitsEvents: 'in-own-thread',
  });
  process.stdout.write(`Doorlopend luistert op ${service.address}\n`);
  const link = await service.firstSetUpLink();
  if (link !== undefined) {
    process.stdout.write(
      `Nog niemand kan zich aanmelden. Stel de eerste beheerder in (24 uur, één keer): ${link}\n`,
    );
  }
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await service.stop();
}
