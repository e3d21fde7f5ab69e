import type { RuleSet } from './rule-set.js';

/** A rule set as one funder adopted it; a published preset that is only shown beside has no version of its own. */
export interface AdoptedRuleSet {
  readonly ruleSet: RuleSet;
  readonly version: number | null;
}

/** Which rule made a figure: whose rules, in which version, the value's path in them, and where that value comes from. */
export interface RuleReference {
  /** The name of the rule set: `municipal-2y`, or a funder's own. */
  readonly ruleSet: string;
  /** The funder's version of it; null for a preset that is shown beside, whose name says which one it is. */
  readonly version: number | null;
  /** The path of the value: `clock.maximum`. */
  readonly path: string;
  /** The published rule; null where the funder named none for a value of its own. */
  readonly source: string | null;
  /** True when no published source says so. */
  readonly inference: boolean;
}

/** The rule at `path`, with the source of that very value or else of the nearest part around it. */
export function ruleAt({ ruleSet, version }: AdoptedRuleSet, path: string): RuleReference {
  const names = path.split('.');
  const around = names.map((_, index) => names.slice(0, names.length - index).join('.'));
  const cited = around.find((part) => Object.hasOwn(ruleSet.sources, part));
  const found = cited === undefined ? undefined : ruleSet.sources[cited];
  return {
    ruleSet: ruleSet.name,
    version,
    path,
    source: found?.source ?? null,
    inference: found?.inference === true,
  };
}
