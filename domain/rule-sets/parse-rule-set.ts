import { FUNDER_KINDS, REGIMES, type Regime, TIE_KINDS } from '../shared/lists.js';
import {
  at,
  date,
  Faults,
  type Fields,
  flag,
  member,
  membersOf,
  numberBetween,
  objectOf,
  period,
  type Reader,
  recordOf,
  recordsOf,
  refuse,
  text,
  threeNumbers,
  wholeNumber,
} from './fields.js';
import { presetNamed } from './index.js';
import { faultAt } from './refusals.js';
import type {
  Clock,
  DeadlineTerms,
  FixedHoursPerYear,
  HoursModel,
  NoHours,
  PercentOfHoursWorked,
  RuleSet,
  Thresholds,
  ValueSource,
} from './rule-set.js';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;
/** The legal number of hours in a leap year: no budget or week holds more. */
const MOST_HOURS_A_YEAR = 8784;
const MOST_HOURS_A_WEEK = 168;
const MOST_PERIODS = 40;
const MOST_CENTS = 100_000;
const MINUTES_A_DAY = 1440;

/** Fields of which a document that is based on a preset may name just some. */
const MERGED_PER_FIELD = ['clock', 'trialPlacement', 'deadlines', 'thresholds'] as const;

/**
 * A rule set from a document that came from outside: every field known and in range, or an `InvalidRuleSet` with the
 * path and the code of every fault that it has. With `basedOn`, the name of a preset, a document needs only `name`,
 * `title` and what differs. A preset's name may only be used for exactly that preset.
 */
export function parseRuleSet(document: unknown): RuleSet {
  const given = recordOf(document, '');
  const ruleSet = ruleSetOf(given.basedOn === undefined ? given : onPreset(given), '');
  refuseContradictions(ruleSet);
  const preset = presetNamed(ruleSet.name);
  return preset === undefined || canonical(preset) === canonical(ruleSet) ? ruleSet : refuse('name');
}

function onPreset({ basedOn, ...given }: Fields): Fields {
  const preset = typeof basedOn === 'string' ? presetNamed(basedOn) : undefined;
  if (preset === undefined) return refuse('basedOn');
  const merged: Record<string, unknown> = { ...preset, ...given, name: given.name, title: given.title };
  for (const name of MERGED_PER_FIELD) {
    if (isRecord(given[name])) merged[name] = { ...preset[name], ...given[name] };
  }
  const sources = given.sources ?? {};
  merged.sources = isRecord(sources) ? { ...sourcesStillTrue(preset, merged), ...sources } : sources;
  return merged;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A preset's source speaks for its own value: it does not move to what a document put in its place. */
function sourcesStillTrue(preset: RuleSet, merged: Fields): Fields {
  return Object.fromEntries(
    Object.entries(preset.sources).filter(
      ([path]) => canonical(valueAt(preset, path)) === canonical(valueAt(merged, path)),
    ),
  );
}

function valueAt(document: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    return isRecord(part) && Object.hasOwn(part, name) ? part[name] : undefined;
  }, document);
}

/** What single fields allow and the whole does not: a rate's day without the rate, a source of what is not there. */
function refuseContradictions(ruleSet: RuleSet): void {
  const faults = new Faults();
  const { scope, newEmployer } = ruleSet.clock;
  // One term over all employers can only go on at a new one; terms per employer never do.
  if ((scope === 'person') !== (newEmployer === 'continues')) faults.add(faultAt('clock.newEmployer'));
  if (ruleSet.rateFrom !== undefined && ruleSet.rateCents === undefined) faults.add(faultAt('rateFrom'));
  for (const path of Object.keys(ruleSet.sources)) {
    if (valueAt(ruleSet, path) === undefined) faults.add(faultAt(at('sources', path)));
  }
  faults.throwAny();
}

const ruleSetName: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length <= LONGEST_NAME && NAME.test(value) ? value : refuse(path);

const clockOf = objectOf<Clock>({
  maximum: period,
  scope: member<Clock['scope']>(['employment', 'person']),
  newEmployer: member<Clock['newEmployer']>(['restarts', 'deducts-same-work', 'continues']),
  toleratedGap: period,
  trialPlacementCounts: flag,
  period,
  announceExtensionAtEndOf: wholeNumber(1, MOST_PERIODS),
  basis: text,
});

const deadlinesOf = objectOf<DeadlineTerms>({
  firstApplication: period,
  followOnApplication: period,
  grantReachesBack: period,
  decision: period,
  decisionAtTheLatest: period,
  endOfJobReport: period,
  declaration: period,
  sessionRegistration: period,
  contact: member<DeadlineTerms['contact']>(['each-calendar-month', 'none']),
  evaluation: period,
  planAgreement: period,
});

const thresholdsOf = objectOf<Thresholds>({
  endsSoon: period,
  lowAssessment: numberBetween(1, 10),
  coachDayMinutes: wholeNumber(1, MINUTES_A_DAY),
  absence: period,
});

type PerRegime = { readonly [R in Regime]?: readonly [number, number, number] };

/** Three figures (year 1, year 2, year 3 and later) for each regime that there is, at least one. */
function perRegime(most: number): Reader<PerRegime> {
  const figures = threeNumbers(0, most);
  const readers = { 'very-light': figures, light: figures, medium: figures, intensive: figures };
  const read = objectOf<PerRegime>(readers, REGIMES);
  return (value, path) =>
    Object.keys(recordOf(value, path)).length === 0 ? refuse(path) : read(value, path);
}

const percentOfHoursWorked = objectOf<PercentOfHoursWorked>({
  model: member<'percent-of-hours-worked'>(['percent-of-hours-worked']),
  percentages: perRegime(100),
});

const fixedHoursPerYear = objectOf<FixedHoursPerYear>({
  model: member<'fixed-hours-per-year'>(['fixed-hours-per-year']),
  hoursPerYear: perRegime(MOST_HOURS_A_YEAR),
  fullFromHoursPerWeek: numberBetween(0.01, MOST_HOURS_A_WEEK),
});

const noHours = objectOf<NoHours>({ model: member<'none'>(['none']) });

const hoursOf: Reader<HoursModel> = (value, path) => {
  const { model } = recordOf(value, path);
  switch (model) {
    case 'percent-of-hours-worked':
      return percentOfHoursWorked(value, path);
    case 'fixed-hours-per-year':
      return fixedHoursPerYear(value, path);
    case 'none':
      return noHours(value, path);
    default:
      return refuse(at(path, 'model'));
  }
};

/** Sources by the path of a value of the rule set; a document need not name any. */
const sourcesOf = recordsOf(
  objectOf<ValueSource>({ source: text, inference: member<true>([true]) }, ['inference']),
);

const readRuleSet = objectOf<RuleSet>(
  {
    name: ruleSetName,
    title: text,
    kind: member(FUNDER_KINDS),
    clock: clockOf,
    trialPlacement: objectOf<RuleSet['trialPlacement']>({ maximum: period, extendedMaximum: period }),
    hours: hoursOf,
    defaultRegime: member(REGIMES),
    sessionOutsidePlacementDeclarable: flag,
    deadlines: deadlinesOf,
    thresholds: thresholdsOf,
    bindingTies: membersOf(TIE_KINDS),
    withoutRecognition: member<RuleSet['withoutRecognition']>(['finding', 'refusal']),
    asksForBsn: flag,
    retention: period,
    rateCents: wholeNumber(1, MOST_CENTS),
    rateFrom: date,
    sources: sourcesOf,
  },
  ['retention', 'rateCents', 'rateFrom'],
);

const ruleSetOf: Reader<RuleSet> = (value, path) =>
  readRuleSet({ sources: {}, ...recordOf(value, path) }, path);

/** The same text for the same content, whatever the order of the fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
