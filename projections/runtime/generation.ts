import type { Kysely } from 'kysely';
import type { TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import { ProjectionFailed } from './errors.js';
import { type BlindIndex, ModelRows } from './model-rows.js';
import type { Projection, Table } from './projection.js';
import { StoredTable } from './stored-table.js';
import { TableRows } from './table-rows.js';

/** What a generation's rows need besides their tables. */
export interface GenerationParts {
  readonly db: Kysely<Bookkeeping>;
  readonly dialect: RowDialect;
  readonly blindIndex: BlindIndex;
  /** Rows of one table that are remembered across batches. */
  readonly cachedRows: number;
}

/** Where a generation stands, as its row in the books says. */
export interface GenerationState {
  served: boolean;
  indexed: boolean;
  position: string | undefined;
  events: number;
}

/** One build of one read model at its present version: its rows, and how far they are. */
export class Generation {
  readonly rows: ModelRows;
  readonly #handles: ReadonlySet<string>;

  constructor(
    readonly number: number,
    readonly projection: Projection,
    readonly state: GenerationState,
    parts: GenerationParts,
  ) {
    this.#handles = new Set(projection.handles);
    const empty = state.position === undefined;
    const tables = projection.tables.map((table): [string, TableRows] => {
      const stored = new StoredTable(table, physicalName(table, number));
      return [table.name, new TableRows(stored, parts.cachedRows, empty)];
    });
    this.rows = new ModelRows(parts.db, new Map(tables), parts.blindIndex);
  }

  /** Derives what is left to derive of at most `most` things; true when there are others. */
  async settle(most: number): Promise<boolean> {
    return (await this.projection.settle?.(this.rows, most)) ?? false;
  }

  handles(type: string): boolean {
    return this.#handles.has(type);
  }

  /** What a batch changed, to be stored. Throws `ProjectionFailed` when a row does not fit its table. */
  handOver(): readonly TableChanges[] {
    try {
      return this.rows.handOver(this.projection.name);
    } catch (cause) {
      throw new ProjectionFailed(this.projection.name, undefined, { cause });
    }
  }

  /** The oldest of the batches that were handed over is stored. */
  committed(position: string, passed: number): void {
    this.rows.committed();
    this.state.position = position;
    this.state.events += passed;
  }

  /** Nothing remembered is believed any more; what was committed stays. */
  discard(): void {
    this.rows.discard(this.state.position === undefined);
  }
}

/** The name of the real table behind the view. */
export function physicalName(table: Table, generation: number): string {
  return `${table.name}__${generation}`;
}
