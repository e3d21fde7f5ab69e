import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { RuleSet } from '../../../../domain/rule-sets/rule-set.js';
import { addDays, type CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { FunderKind } from '../../../../domain/shared/lists.js';
import { type FunderView, funderById, fundersPage } from '../../../../projections/funder/funder.query.js';
import type { IdPage } from '../../../../projections/shared/id-page.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** A funder with the rules in force today. */
export interface FunderNow {
  readonly id: Id;
  readonly name: string;
  readonly kind: FunderKind;
  readonly ruleSet: { readonly name: string; readonly version: number };
}

/** A version of a funder's rules with the days on which it holds; `lastDay` null for the last version. */
export interface RuleSetValidity {
  readonly version: number;
  readonly effectiveOn: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly ruleSet: RuleSet;
}

/** Which funders are there? By id. */
export class Funders extends Query<readonly FunderNow[]> {
  constructor(readonly page: IdPage) {
    super();
  }
}

/** One funder, and the revision of its stream; refuses with `funder.not-found`. */
export class FunderOfId extends Query<{ readonly funder: FunderNow; readonly revision: number }> {
  constructor(readonly funderId: Id) {
    super();
  }
}

/** Every version of a funder's rules, in order; refuses with `funder.not-found`. */
export class RuleSetVersions extends Query<readonly RuleSetValidity[]> {
  constructor(readonly funderId: Id) {
    super();
  }
}

@QueryHandler(Funders)
export class FundersHandler implements IQueryHandler<Funders> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ page }: Funders): Promise<readonly FunderNow[]> {
    const today = this.clock.today();
    return (await fundersPage(this.readStore.reader, page)).map((funder) => funderNow(funder, today));
  }
}

@QueryHandler(FunderOfId)
export class FunderOfIdHandler implements IQueryHandler<FunderOfId> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ funderId }: FunderOfId) {
    const funder = await funderById(this.readStore.reader, funderId);
    if (funder === undefined) return refuseAccess('funder.not-found');
    return { funder: funderNow(funder, this.clock.today()), revision: funder.revision };
  }
}

@QueryHandler(RuleSetVersions)
export class RuleSetVersionsHandler implements IQueryHandler<RuleSetVersions> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ funderId }: RuleSetVersions): Promise<readonly RuleSetValidity[]> {
    const funder = await funderById(this.readStore.reader, funderId);
    if (funder === undefined) return refuseAccess('funder.not-found');
    const { ruleSets } = funder;
    return ruleSets.map((version, index) => {
      const next = ruleSets[index + 1]?.effectiveOn ?? null;
      return { ...version, lastDay: next === null ? null : addDays(next, -1) };
    });
  }
}

function funderNow({ id, name, kind, ruleSets }: FunderView, today: CalendarDate): FunderNow {
  const now = ruleSets.findLast(({ effectiveOn }) => effectiveOn === null || effectiveOn <= today);
  if (now === undefined) throw new Error(`funder ${id} has no rules that hold from the beginning`);
  return { id, name, kind, ruleSet: { name: now.ruleSet.name, version: now.version } };
}
