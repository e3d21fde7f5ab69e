import { Inject, Injectable } from '@nestjs/common';
import { type Erasable, erasableFrom } from '../../../domain/candidate/rights/erasable-from.js';
import { presetNamed } from '../../../domain/rule-sets/index.js';
import type { CalendarDate, CalendarPeriod } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { ruleSetReferenceOn } from '../../../domain/trajectory/state.js';
import { type FunderView, fundersById } from '../../../projections/funder/funder.query.js';
import { familiesOf } from '../../../projections/merges/merges.query.js';
import { holdsOf } from '../../../projections/rights/rights.query.js';
import { factsOfCandidates } from '../../../projections/trajectory/trajectory.query.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';

/** A person under every registration, and from which day the file may go. */
export interface PersonErasable extends Erasable {
  readonly candidateId: Id;
  readonly registrations: readonly Id[];
}

/** From which day files may be erased, by the rules that each trajectory is under on a day. */
@Injectable()
export class RetentionTerms {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  /** The people of these candidates, each once, under the registration that stays. A few queries, however many there are. */
  async of(candidateIds: readonly Id[], on: CalendarDate): Promise<readonly PersonErasable[]> {
    const db = this.readStore.reader;
    const families = [...new Set((await familiesOf(db, candidateIds)).values())];
    const all = families.flatMap(({ ids }) => ids);
    const facts = await factsOfCandidates(db, all);
    const funders = await fundersById(db, [...new Set(facts.map(({ funderId }) => funderId))]);
    const holds = await holdsOf(db, all);
    return families.map(({ survivorId, ids }) => {
      const theirs = facts.filter(({ candidateId }) => ids.includes(candidateId));
      const kept = theirs.map((one) => ({ facts: one, term: termOf(one, funders, on) }));
      const held = ids.flatMap((id) => holds.get(id) ?? []).sort();
      return { candidateId: survivorId, registrations: ids, ...erasableFrom(kept, held.at(-1), on) };
    });
  }
}

/** A rule set that was adopted before there were terms in them has that of the preset of its name. */
function termOf(
  facts: TrajectoryFacts,
  funders: readonly FunderView[],
  on: CalendarDate,
): CalendarPeriod | undefined {
  const { version } = ruleSetReferenceOn(facts, on);
  const versions = funders.find(({ id }) => id === facts.funderId)?.ruleSets;
  const ruleSet = versions?.find((adopted) => adopted.version === version)?.ruleSet;
  return ruleSet && (ruleSet.retention ?? presetNamed(ruleSet.name)?.retention);
}
