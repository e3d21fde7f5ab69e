import type { SignIn } from './sessions.js';

/** How a request finds its session. A part of the service without a store of sessions knows nobody's. */
export class SessionLookup {
  #find: (secret: string) => Promise<SignIn | undefined> = async () => undefined;

  /** Told by what keeps the sessions. */
  findBy(find: (secret: string) => Promise<SignIn | undefined>): void {
    this.#find = find;
  }

  find(secret: string): Promise<SignIn | undefined> {
    return this.#find(secret);
  }
}
