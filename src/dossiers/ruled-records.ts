import { Inject, Injectable } from '@nestjs/common';
import type { RuleSet } from '../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryRecord } from '../../domain/trajectory/facts.js';
import { employersIn, recordWithOneEmployer } from '../../domain/trajectory/merged-employers.js';
import { ruleSetReferenceOn } from '../../domain/trajectory/state.js';
import { fundersById } from '../../projections/funder/funder.query.js';
import { survivorsAmong } from '../../projections/merges/merges.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';

/** A trajectory with the rule set that it is under on the day asked about. */
export interface RuledRecord extends TrajectoryRecord {
  readonly ruleSet: RuleSet;
  /** The version of the funder's rules that it is. */
  readonly ruleSetVersion: number;
}

/** Makes records ready to be computed from: the rules that they are under, and each employer once. */
@Injectable()
export class RuledRecords {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /**
   * Each record with its rule set on a day, in the same order, and with every employer under the id of the one that
   * stays after merges: those known on `knownOn`, else all that stand.
   */
  async underRules(
    records: readonly TrajectoryRecord[],
    { on, knownOn }: { readonly on: CalendarDate; readonly knownOn?: CalendarDate | undefined },
  ): Promise<readonly RuledRecord[]> {
    const ids = [...new Set(records.map(({ facts }) => facts.funderId))];
    const funders = await fundersById(this.readStore.reader, ids);
    const employerIds = records.flatMap(({ facts, employerContacts }) => [
      ...employersIn(facts),
      ...employerContacts.map(({ employerId }) => employerId),
    ]);
    const survivors = await survivorsAmong(this.readStore.reader, employerIds, knownOn);
    return records.map((recorded) => {
      const record = recordWithOneEmployer(recorded, survivors);
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
