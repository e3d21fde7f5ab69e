import type { Account } from '../accounts/account.js';
import type { Accounts } from '../accounts/accounts.js';
import type { LeastAssurance } from '../identity/assurance.js';
import type { Credentials } from './credentials.js';
import type { SignInStep } from './sign-in-step.js';
import type { SignInTries, SignInTry } from './sign-in-tries.js';

/** What a try came to. */
export type Outcome =
  | { readonly kind: 'right'; readonly step: SignInStep }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** From where somebody tries. */
export type Place = Omit<SignInTry, 'account'>;

const LONGEST_EMAIL = 254;

/** What proves who somebody is, one thing after the other, each try counted. */
export class SigningIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    readonly tries: SignInTries,
    private readonly least: LeastAssurance,
  ) {}

  /** Tries an address with a password. Rejects with `TooManyPasswords`. */
  async byPassword(email: string, password: string, place: Place): Promise<Outcome> {
    const account = email.length > LONGEST_EMAIL ? undefined : await this.accounts.byEmail(email);
    const signInTry = { account: account?.id ?? `address ${email.toLowerCase()}`, ...place };
    const begun = await this.tries.begin(signInTry);
    if (begun.waitMs > 0) return waiting(begun.waitMs);
    const open = isOpen(account) ? account : undefined;
    if (!(await this.credentials.isPasswordOf(open?.id, password)) || open === undefined) {
      if (account !== undefined) await this.credentials.logRefused(account.id, 'password.wrong');
      return { kind: 'wrong' };
    }
    await this.tries.succeeded(begun);
    return { kind: 'right', step: { accountId: open.id, secondFactor: 'none' } };
  }

  /** Tries a code of the authenticator, or a recovery code, after the password. */
  async bySecondFactor(
    { accountId }: SignInStep,
    secondFactor: 'code' | 'recovery-code',
    typed: string,
  ): Promise<Outcome> {
    return this.counted(accountId, secondFactor, () =>
      secondFactor === 'code'
        ? this.credentials.useCode(accountId, typed)
        : this.credentials.useRecoveryCode(accountId, typed),
    );
  }

  /** Confirms a second factor with its first code; gives the recovery codes with it. */
  async confirming(
    { accountId }: SignInStep,
    typed: string,
  ): Promise<Outcome & { readonly recoveryCodes?: readonly string[] | undefined }> {
    let recoveryCodes: readonly string[] | undefined;
    const outcome = await this.counted(accountId, 'code', async () => {
      recoveryCodes = await this.credentials.confirmSecondFactor(accountId, typed);
      return recoveryCodes !== undefined;
    });
    return { ...outcome, recoveryCodes };
  }

  /** What is still to be proved after `step`; undefined when nothing is. */
  async missing(step: SignInStep, asked: boolean): Promise<'code' | 'set-up' | undefined> {
    if (step.secondFactor !== 'none') return undefined;
    if (await this.credentials.hasSecondFactor(step.accountId)) return 'code';
    return asked || (await this.demands(step.accountId)) ? 'set-up' : undefined;
  }

  /** The account, while somebody may sign in to it. */
  async openAccount(id: string): Promise<Account | undefined> {
    const account = await this.accounts.byId(id);
    return isOpen(account) ? account : undefined;
  }

  /** True when a role of the account needs a second factor. */
  private async demands(accountId: string): Promise<boolean> {
    const roles = await this.accounts.roles(accountId);
    return roles.some(({ role }) => this.least[role] !== 'low');
  }

  private async counted(
    accountId: string,
    secondFactor: 'code' | 'recovery-code',
    isRight: () => Promise<boolean>,
  ): Promise<Outcome> {
    const begun = await this.tries.beginSecondFactor(accountId);
    if (begun.waitMs > 0) return waiting(begun.waitMs);
    if (!(await isRight())) {
      await this.credentials.logRefused(accountId, 'second-factor.wrong');
      return { kind: 'wrong' };
    }
    await this.tries.succeeded(begun);
    return { kind: 'right', step: { accountId, secondFactor } };
  }
}

function isOpen(account: Account | undefined): account is Account {
  return account !== undefined && account.disabledAt === null;
}

function waiting(waitMs: number): Outcome {
  return { kind: 'wait', seconds: Math.ceil(waitMs / 1000) };
}
