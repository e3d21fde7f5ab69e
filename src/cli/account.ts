import { isId } from '../../domain/shared/ids.js';
import type { Account } from '../accounts/account.js';
import { Accounts } from '../accounts/accounts.js';
import { FirstAdministrator } from '../accounts/first-administrator.js';
import { readConfig } from '../config/read-config.js';
import { withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

/** Which account is meant. */
export interface AccountOptions {
  readonly id?: string;
  readonly email?: string;
  readonly administrator?: boolean;
  readonly json?: boolean;
}

const BY = 'operator';

/**
 * Prints a link by which somebody sets up how they sign in: to the account that is named, or to a new administrator's.
 * For the machine's operator, who holds the keys of everything anyway.
 */
export async function printAccountLink(options: AccountOptions): Promise<void> {
  if ([options.id, options.email, options.administrator].filter(Boolean).length !== 1) {
    throw new WrongUsage('Noem één van deze: --id, --email of --administrator.');
  }
  const { signIn, host, port } = readConfig(process.env);
  await withService(async (service) => {
    const administrators = service.get(FirstAdministrator, { strict: false });
    const { token, expiresAt } = options.administrator
      ? await administrators.newLink(BY)
      : await administrators.setUpLink(
          (await named(service.get(Accounts, { strict: false }), options)).id,
          BY,
        );
    const link = `${signIn.publicUrl ?? `http://${host}:${port}`}/uitnodiging/${token}`;
    process.stdout.write(`${options.json ? JSON.stringify({ link, expiresAt }) : link}\n`);
  });
}

/** Closes an account, which ends its sessions at once, or opens it again. */
export async function closeAccount(options: AccountOptions, closed: boolean): Promise<void> {
  if ([options.id, options.email].filter(Boolean).length !== 1) {
    throw new WrongUsage('Noem het account met --id of met --email.');
  }
  await withService(async (service) => {
    const accounts = service.get(Accounts, { strict: false });
    const { id } = await named(accounts, options);
    await (closed ? accounts.disable(id, BY) : accounts.enable(id, BY));
    const text = closed ? 'Het account is afgesloten.' : 'Het account is weer open.';
    process.stdout.write(`${options.json ? JSON.stringify({ accountId: id, closed }) : text}\n`);
  });
}

async function named(accounts: Accounts, { id, email }: AccountOptions): Promise<Account> {
  if (id !== undefined && !isId(id)) throw new WrongUsage('--id is geen geldig nummer van een account.');
  const account = id === undefined ? await accounts.byEmail(email ?? '') : await accounts.byId(id);
  if (account === undefined) throw new Error('Dit account is er niet. Controleer het nummer of het adres.');
  return account;
}
