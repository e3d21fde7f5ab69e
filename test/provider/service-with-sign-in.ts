import type { GrantedRole } from '../../src/accounts/account.js';
import { Accounts } from '../../src/accounts/accounts.js';
import { OneTimeLinks } from '../../src/accounts/one-time-links.js';
import { appModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

// Jest runs tests in a realm of their own, and Node's clones are of another one: the library takes them for no plain objects.
globalThis.structuredClone = (value) => JSON.parse(JSON.stringify(value));

const HOUR_MS = 3_600_000;

/** The whole service as it is without any configuration, on a free port. */
export async function serviceWithSignIn() {
  const folder = temporaryFolder();
  const log: string[] = [];
  const start = async () => {
    const config = readConfig({ DOORLOPEND_DATA: folder.path, PORT: '0' });
    const app = await createHttpApp(appModule(config), config, {
      logDestination: { write: (line: string) => void log.push(line) },
    });
    await app.listen(0, '127.0.0.1');
    return { app, url: new URL(await app.getUrl()).origin };
  };
  let running = await start();
  const ahead = () => new Date(Date.now() + HOUR_MS).toISOString();
  return {
    log,
    get url() {
      return running.url;
    },
    /** Ends it and starts it again on another port. */
    move: async () => {
      await running.app.close();
      running = await start();
    },
    /** The path of the page at which somebody with this address and role is let in for the first time. */
    invite: async (email: string, role: GrantedRole): Promise<string> => {
      const id = await running.app
        .get(Accounts, { strict: false })
        .create({ name: 'Anna de Wit', email }, 'test');
      const links = running.app.get(OneTimeLinks, { strict: false });
      return `/uitnodiging/${(await links.invite(id, { role }, ahead(), 'test')).token}`;
    },
    stop: async () => {
      await running.app.close();
      folder.remove();
    },
  };
}
