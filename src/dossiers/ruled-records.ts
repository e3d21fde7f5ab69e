import { Inject, Injectable } from '@nestjs/common';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { ruleSetReferenceOn } from '../../domain/trajectory/state.js';
import { fundersById } from '../../projections/funder/funder.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';

/** A trajectory with the rule set that it is under on the day asked about. */
export interface RuledRecord extends TrajectoryRecord {
  readonly ruleSet: RuleSet;
  /** The version of the funder's rules that it is. */
  readonly ruleSetVersion: number;
}

/** Finds the rule sets of trajectories, all at once. */
@Injectable()
export class RuledRecords {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /** Each record with its rule set on a day, in the same order. */
  async underRules(records: readonly TrajectoryRecord[], on: CalendarDate): Promise<readonly RuledRecord[]> {
    const ids = [...new Set(records.map(({ facts }) => facts.funderId))];
    const funders = await fundersById(this.readStore.reader, ids);
    return records.map((record) => {
      const { funderId } = record.facts;
      const { version } = ruleSetReferenceOn(record.facts, on);
      const versions = funders.find(({ id }) => id === funderId)?.ruleSets;
      const rules = versions?.find((adopted) => adopted.version === version)?.ruleSet;
      if (rules === undefined) {
        throw new Error(`funder ${funderId} has no rule set of version ${version}`);
      }
      return { ...record, ruleSet: rules, ruleSetVersion: version };
    });
  }
}
