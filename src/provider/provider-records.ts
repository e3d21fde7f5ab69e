import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { decrypt, encrypt } from '../privacy/aes-gcm.js';
import type { StoreTables } from '../service-store/migrations.js';
import type { Clock } from '../shared/clock.js';
import type { ProviderSecrets } from './provider-secrets.js';

/**
 * What `oidc-provider` remembers, in the service store, so that every instance goes on where another one began. Ids are
 * what a browser or a client proves itself with: only their SHA-256 is stored (they hold more than 120 random bits), and
 * the rest is encrypted.
 */
export class ProviderRecords {
  constructor(
    private readonly db: Kysely<StoreTables>,
    private readonly secrets: ProviderSecrets,
    private readonly clock: Clock,
  ) {}

  /** The adapter of one of the provider's models. */
  of(model: string): Adapter {
    const { db } = this;
    return {
      upsert: (id, payload, expiresIn) => this.#upsert(model, id, payload, expiresIn),
      find: (id) => this.#find(model, 'id_hash', id),
      findByUid: (uid) => this.#find(model, 'uid_hash', uid),
      findByUserCode: (userCode) => this.#find(model, 'user_code_hash', userCode),
      consume: (id) => this.#consume(model, id),
      destroy: async (id) => {
        await db
          .deleteFrom('provider_record')
          .where('model', '=', model)
          .where('id_hash', '=', hashOf(id))
          .execute();
      },
      revokeByGrantId: async (grantId) => {
        await db.deleteFrom('provider_record').where('grant_hash', '=', hashOf(grantId)).execute();
      },
    };
  }

  /** Removes what has expired, of every model. */
  async removeExpired(): Promise<void> {
    await this.db.deleteFrom('provider_record').where('expires_at', '<=', this.#now()).execute();
  }

  async #upsert(model: string, id: string, payload: AdapterPayload, expiresIn = 0): Promise<void> {
    if (!(expiresIn > 0)) throw new TypeError(`a record of ${model} has no end`);
    const idHash = hashOf(id);
    const columns = {
      payload: this.#sealed(payload, boundTo(model, idHash)),
      expires_at: this.#now() + expiresIn * 1000,
      grant_hash: hashOrNull(payload.grantId),
      uid_hash: hashOrNull(payload.uid),
      user_code_hash: hashOrNull(payload.userCode),
    };
    await this.db
      .insertInto('provider_record')
      .values({ model, id_hash: idHash, consumed_at: null, ...columns })
      .onConflict((conflict) => conflict.columns(['model', 'id_hash']).doUpdateSet(columns))
      .execute();
  }

  async #find(
    model: string,
    column: 'id_hash' | 'uid_hash' | 'user_code_hash',
    value: string,
  ): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom('provider_record')
      .selectAll()
      .where('model', '=', model)
      .where(column, '=', hashOf(value))
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    const payload = row && this.#opened(row.payload, boundTo(model, row.id_hash));
    if (payload === undefined || row?.consumed_at == null) return payload;
    return { ...payload, consumed: Math.floor(row.consumed_at / 1000) };
  }

  /** Of two requests that use the same code at the same moment, one is refused. */
  async #consume(model: string, id: string): Promise<void> {
    const { numUpdatedRows } = await this.db
      .updateTable('provider_record')
      .set({ consumed_at: this.#now() })
      .where('model', '=', model)
      .where('id_hash', '=', hashOf(id))
      .where('consumed_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new errors.InvalidGrant('it was used before');
  }

  #sealed(payload: AdapterPayload, bound: string): string {
    const period = this.secrets.periodAt(this.#now());
    const box = encrypt(this.secrets.storeKey(period), Buffer.from(JSON.stringify(payload)), bound);
    return `${period}.${box.toString('base64url')}`;
  }

  /** Undefined when it was not sealed here with this secret: then it is as good as gone. */
  #opened(sealed: string, bound: string): AdapterPayload | undefined {
    const [period = '', box = ''] = sealed.split('.');
    const key = this.secrets.storeKey(Number(period));
    const plain = decrypt(key, Buffer.from(box, 'base64url'), bound);
    return plain && (JSON.parse(plain.toString()) as AdapterPayload);
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}

function boundTo(model: string, idHash: string): string {
  return `${model}/${idHash}`;
}

function hashOf(id: string): string {
  return hash('sha256', id, 'base64url');
}

function hashOrNull(id: string | undefined): string | null {
  return id === undefined ? null : hashOf(id);
}
