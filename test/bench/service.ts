import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config/read-config.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { type Server, startServer } from './server.js';
import { type CoachedTrajectory, FIRST_DAY } from './session-requests.js';

const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'doorlopend.mjs');

/** The real service, as `doorlopend serve` starts it, with trajectories to record sessions on. */
export interface ServiceUnderLoad extends Server {
  readonly trajectories: readonly CoachedTrajectory[];
  /** Resolves when the read models have applied all that is in the log. */
  caughtUp(position: string): Promise<void>;
}

/** Starts the service on new data in `folder` and registers over HTTP so many trajectories, each with its own coach. */
export async function startService(folder: string, trajectories: number): Promise<ServiceUnderLoad> {
  const data = join(folder, 'service');
  const env = {
    DOORLOPEND_DATA: data,
    PORT: '0',
    HOST: '127.0.0.1',
    DOORLOPEND_REQUESTS_PER_SECOND: '99999',
  };
  const server = await startServer([LAUNCHER, 'serve'], env, join(folder, 'service.log'));
  const key = SigningKeys.open(readConfig(env).signingKeyFile);
  const registrar = new Registrar(server.address, key);
  const registered = await registrar.register(trajectories);
  return {
    ...server,
    trajectories: registered,
    caughtUp: async (position) => {
      const { id, token } = registered[0] as CoachedTrajectory;
      const path = `${server.address}/v1/trajectories/${id}?position=${position}`;
      for (;;) {
        const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
        await answer.arrayBuffer();
        if (answer.status === 200) return;
        // A 503 says that the read models are still behind: that is what is waited for.
        if (answer.status !== 503) throw new Error(`${path} answered ${answer.status}`);
        await sleep(10);
      }
    },
  };
}

/** Registers what a session needs to be recorded. */
class Registrar {
  constructor(
    private readonly address: string,
    private readonly key: SigningKeys,
  ) {}

  async register(count: number): Promise<readonly CoachedTrajectory[]> {
    const administrator = await this.token({ role: 'administrator' });
    const funderId = await this.post('/v1/funders', administrator, {
      name: 'Gemeente Meetstad',
      kind: 'municipality',
      ruleSet: 'municipal-2y',
    });
    const organisationId = await this.post('/v1/organisations', administrator, { name: 'Meet en Werk' });
    const coordinator = await this.token({ role: 'coordinator', organisation: organisationId });
    const parties = { funderId, organisationId };
    return Promise.all(
      Array.from({ length: count }, (_, index) => this.trajectory(index, parties, coordinator)),
    );
  }

  private async trajectory(
    index: number,
    parties: { readonly funderId: string; readonly organisationId: string },
    coordinator: string,
  ): Promise<CoachedTrajectory> {
    const { organisationId } = parties;
    const name = `Jobcoach ${index}`;
    const coachId = await this.post('/v1/coaches', coordinator, { name, organisationId });
    const candidateId = await this.post('/v1/candidates', coordinator, {
      name: `Kandidaat ${index}`,
      reference: `M-${index}`,
    });
    const opening = { ...parties, candidateId, openedOn: FIRST_DAY };
    const id = await this.post('/v1/trajectories', coordinator, opening);
    const assignment = { coachId, from: FIRST_DAY, chosenBy: 'candidate' };
    await this.post(`/v1/trajectories/${id}/coach-assignments`, coordinator, assignment);
    return { id, coachId, token: await this.token({ role: 'coach', coach: coachId }) };
  }

  private token(claims: TokenClaims): Promise<string> {
    return issueToken(this.key, claims);
  }

  private async post(path: string, token: string, body: object): Promise<string> {
    const answer = await fetch(this.address + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${text}`);
    const { id }: { id: string } = JSON.parse(text);
    return id;
  }
}
