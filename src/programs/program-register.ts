import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Selectable } from 'kysely';
import type { Id } from '../../domain/shared/ids.js';
import type { TokenScope } from '../identity/scopes.js';
import type { StoreTables } from '../service-store/migrations.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import type { Program, ProgramRole } from './program.js';

/** Statements that have expired and are removed when one comes in. */
const PURGED_AT_ONCE = 100;

/** Whose programs are looked at; nothing named: everybody's. */
export interface OwnedBy {
  readonly organisationId?: Id | undefined;
  readonly funderId?: Id | undefined;
}

/** The programs that may ask for tokens, in the service store, the same for every instance. */
@Injectable()
export class ProgramRegister {
  readonly #db: ServiceStore['db'];

  constructor(@Inject(SERVICE_STORE) store: ServiceStore) {
    this.#db = store.db;
  }

  /** Adds a program. The same id a second time changes nothing, so that a request can be repeated. */
  async add(program: Program, registeredBy: string): Promise<void> {
    await this.#db
      .insertInto('program')
      .values({
        program_id: program.id,
        name: program.name,
        role: program.role,
        organisation_id: program.organisationId ?? null,
        funder_id: program.funderId ?? null,
        scopes: JSON.stringify(program.scopes),
        keys: JSON.stringify(program.keys),
        registered_by: registeredBy,
        registered_at: program.registeredAt,
        ended_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async byId(id: Id): Promise<Program | undefined> {
    const row = await this.#db
      .selectFrom('program')
      .selectAll()
      .where('program_id', '=', id)
      .executeTakeFirst();
    return row && toProgram(row);
  }

  /** Programs by id, those after `after`; `limit` of them at the most. */
  async page(
    { organisationId, funderId }: OwnedBy,
    { after, limit }: { readonly after?: Id | undefined; readonly limit: number },
  ): Promise<readonly Program[]> {
    let query = this.#db.selectFrom('program').selectAll().orderBy('program_id').limit(limit);
    if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId);
    if (funderId !== undefined) query = query.where('funder_id', '=', funderId);
    if (after !== undefined) query = query.where('program_id', '>', after);
    return (await query.execute()).map(toProgram);
  }

  /** Puts other keys in the place of the ones that are there. */
  async replaceKeys(id: Id, keys: readonly JWK[]): Promise<void> {
    await this.#db
      .updateTable('program')
      .set({ keys: JSON.stringify(keys) })
      .where('program_id', '=', id)
      .execute();
  }

  /** From now on it gets no tokens; one that ended before stays as it was. */
  async end(id: Id, endedAt: string): Promise<void> {
    await this.#db
      .updateTable('program')
      .set({ ended_at: endedAt })
      .where('program_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
  }

  /** True the first time that this program uses this `jti`. `expiresAt` and `now` in milliseconds since 1970. */
  async useOnce(id: Id, jti: string, expiresAt: number, now: number): Promise<boolean> {
    await this.#db
      .deleteFrom('used_assertion')
      .where('assertion', 'in', (eb) =>
        eb
          .selectFrom('used_assertion')
          .select('assertion')
          .where('expires_at', '<', now)
          .orderBy('expires_at')
          .limit(PURGED_AT_ONCE),
      )
      .execute();
    const used = await this.#db
      .insertInto('used_assertion')
      .values({ assertion: hash('sha256', JSON.stringify([id, jti])), expires_at: expiresAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('assertion')
      .executeTakeFirst();
    return used !== undefined;
  }
}

function toProgram(row: Selectable<StoreTables['program']>): Program {
  return {
    id: row.program_id,
    name: row.name,
    role: row.role as ProgramRole,
    ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
    ...(row.funder_id !== null && { funderId: row.funder_id }),
    scopes: JSON.parse(row.scopes) as TokenScope[],
    keys: JSON.parse(row.keys) as JWK[],
    registeredAt: row.registered_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}
