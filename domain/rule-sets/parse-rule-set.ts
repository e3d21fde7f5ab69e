import { FUNDER_KINDS, REGIMES, type Regime, TIE_KINDS } from '../shared/lists.js';
import {
  at,
  type Fields,
  fieldsOf,
  flag,
  member,
  membersOf,
  numberBetween,
  period,
  type Reader,
  recordOf,
  refuse,
  text,
  wholeNumber,
} from './fields.js';
import { presetNamed } from './index.js';
import type { Clock, DeadlineTerms, HoursModel, RuleSet, ValueSource } from './rule-set.js';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;
/** The legal number of hours in a leap year: no budget or week holds more. */
const MOST_HOURS_A_YEAR = 8784;
const MOST_HOURS_A_WEEK = 168;
const MOST_PERIODS = 40;
const MOST_CENTS = 100_000;

const CLOCK_FIELDS = [
  'maximum',
  'scope',
  'newEmployer',
  'toleratedGap',
  'trialPlacementCounts',
  'period',
  'announceExtensionAtEndOf',
  'basis',
] as const;

const DEADLINE_FIELDS = [
  'firstApplication',
  'followOnApplication',
  'grantReachesBack',
  'decision',
  'decisionAtTheLatest',
  'endOfJobReport',
  'declaration',
  'sessionRegistration',
  'contact',
  'evaluation',
  'planAgreement',
] as const;

const RULE_SET_FIELDS = [
  'name',
  'title',
  'kind',
  'clock',
  'trialPlacement',
  'hours',
  'defaultRegime',
  'sessionOutsidePlacementDeclarable',
  'deadlines',
  'bindingTies',
  'withoutRecognition',
  'asksForBsn',
  'rateCents',
  'sources',
] as const;

/** Fields of which a document that is based on a preset may name just some. */
const MERGED_PER_FIELD = ['clock', 'trialPlacement', 'deadlines'] as const;

/**
 * A rule set from a document that came from outside: every field known and in range, or a Refusal `rule-set.invalid`
 * whose `field` is the path at fault. With `basedOn`, the name of a preset, a document needs only `name`, `title` and
 * what differs. A preset's name may only be used for exactly that preset.
 */
export function parseRuleSet(document: unknown): RuleSet {
  const given = fieldsOf(document, '', [...RULE_SET_FIELDS, 'basedOn']);
  const ruleSet = ruleSetOf(given.basedOn === undefined ? given : onPreset(given));
  const preset = presetNamed(ruleSet.name);
  return preset === undefined || canonical(preset) === canonical(ruleSet) ? ruleSet : refuse('name');
}

function onPreset({ basedOn, ...given }: Fields): Fields {
  const preset = typeof basedOn === 'string' ? presetNamed(basedOn) : undefined;
  if (preset === undefined) return refuse('basedOn');
  const merged: Record<string, unknown> = { ...preset, ...given, name: given.name, title: given.title };
  for (const name of MERGED_PER_FIELD) {
    if (given[name] !== undefined) merged[name] = { ...preset[name], ...recordOf(given[name], name) };
  }
  merged.sources = { ...sourcesStillTrue(preset, merged), ...recordOf(given.sources ?? {}, 'sources') };
  return merged;
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
  return path.split('.').reduce<unknown>((part, name) => (part as Fields | undefined)?.[name], document);
}

function ruleSetOf(fields: Fields): RuleSet {
  return {
    name: nameOf(fields.name, 'name'),
    title: text(fields.title, 'title'),
    kind: member(FUNDER_KINDS)(fields.kind, 'kind'),
    clock: clockOf(fields.clock, 'clock'),
    trialPlacement: trialPlacementOf(fields.trialPlacement, 'trialPlacement'),
    hours: hoursOf(fields.hours, 'hours'),
    defaultRegime: member(REGIMES)(fields.defaultRegime, 'defaultRegime'),
    sessionOutsidePlacementDeclarable: flag(
      fields.sessionOutsidePlacementDeclarable,
      'sessionOutsidePlacementDeclarable',
    ),
    deadlines: deadlinesOf(fields.deadlines, 'deadlines'),
    bindingTies: membersOf(TIE_KINDS)(fields.bindingTies, 'bindingTies'),
    withoutRecognition: member(['finding', 'refusal'])(fields.withoutRecognition, 'withoutRecognition'),
    asksForBsn: flag(fields.asksForBsn, 'asksForBsn'),
    ...(fields.rateCents === undefined
      ? {}
      : { rateCents: wholeNumber(1, MOST_CENTS)(fields.rateCents, 'rateCents') }),
    sources: sourcesOf(fields.sources, 'sources'),
  };
}

const nameOf: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length <= LONGEST_NAME && NAME.test(value) ? value : refuse(path);

const clockOf: Reader<Clock> = (value, path) => {
  const fields = fieldsOf(value, path, CLOCK_FIELDS);
  const scope = member(['employment', 'person'])(fields.scope, at(path, 'scope'));
  const newEmployer = member(['restarts', 'deducts-same-work', 'continues'])(
    fields.newEmployer,
    at(path, 'newEmployer'),
  );
  // One term over all employers can only go on at a new one; terms per employer never do.
  if ((scope === 'person') !== (newEmployer === 'continues')) refuse(at(path, 'newEmployer'));
  return {
    maximum: period(fields.maximum, at(path, 'maximum')),
    scope,
    newEmployer,
    toleratedGap: period(fields.toleratedGap, at(path, 'toleratedGap')),
    trialPlacementCounts: flag(fields.trialPlacementCounts, at(path, 'trialPlacementCounts')),
    period: period(fields.period, at(path, 'period')),
    announceExtensionAtEndOf: wholeNumber(1, MOST_PERIODS)(
      fields.announceExtensionAtEndOf,
      at(path, 'announceExtensionAtEndOf'),
    ),
    basis: text(fields.basis, at(path, 'basis')),
  };
};

const trialPlacementOf: Reader<RuleSet['trialPlacement']> = (value, path) => {
  const fields = fieldsOf(value, path, ['maximum', 'extendedMaximum']);
  return {
    maximum: period(fields.maximum, at(path, 'maximum')),
    extendedMaximum: period(fields.extendedMaximum, at(path, 'extendedMaximum')),
  };
};

const hoursOf: Reader<HoursModel> = (value, path) => {
  const { model } = recordOf(value, path);
  const known = member(['percent-of-hours-worked', 'fixed-hours-per-year', 'none'])(model, at(path, 'model'));
  if (known === 'none') {
    fieldsOf(value, path, ['model']);
    return { model: known };
  }
  if (known === 'percent-of-hours-worked') {
    const fields = fieldsOf(value, path, ['model', 'percentages']);
    return { model: known, percentages: perRegime(fields.percentages, at(path, 'percentages'), 100) };
  }
  const fields = fieldsOf(value, path, ['model', 'hoursPerYear', 'fullFromHoursPerWeek']);
  const fullPath = at(path, 'fullFromHoursPerWeek');
  return {
    model: known,
    hoursPerYear: perRegime(fields.hoursPerYear, at(path, 'hoursPerYear'), MOST_HOURS_A_YEAR),
    fullFromHoursPerWeek: numberBetween(0.01, MOST_HOURS_A_WEEK)(fields.fullFromHoursPerWeek, fullPath),
  };
};

type PerYear = readonly [number, number, number];

function perRegime(value: unknown, path: string, most: number): { readonly [R in Regime]?: PerYear } {
  const fields = fieldsOf(value, path, REGIMES);
  const named = REGIMES.filter((regime) => fields[regime] !== undefined);
  if (named.length === 0) refuse(path);
  return Object.fromEntries(named.map((regime) => [regime, perYear(fields[regime], at(path, regime), most)]));
}

/** Three figures: year 1, year 2, year 3 and later. */
function perYear(value: unknown, path: string, most: number): PerYear {
  if (!Array.isArray(value) || value.length !== 3) return refuse(path);
  const figure = (index: number) => numberBetween(0, most)(value[index], `${path}[${index}]`);
  return [figure(0), figure(1), figure(2)];
}

const deadlinesOf: Reader<DeadlineTerms> = (value, path) => {
  const fields = fieldsOf(value, path, DEADLINE_FIELDS);
  const periodAt = (name: Exclude<(typeof DEADLINE_FIELDS)[number], 'contact'>) =>
    period(fields[name], at(path, name));
  return {
    firstApplication: periodAt('firstApplication'),
    followOnApplication: periodAt('followOnApplication'),
    grantReachesBack: periodAt('grantReachesBack'),
    decision: periodAt('decision'),
    decisionAtTheLatest: periodAt('decisionAtTheLatest'),
    endOfJobReport: periodAt('endOfJobReport'),
    declaration: periodAt('declaration'),
    sessionRegistration: periodAt('sessionRegistration'),
    contact: member(['each-calendar-month', 'none'])(fields.contact, at(path, 'contact')),
    evaluation: periodAt('evaluation'),
    planAgreement: periodAt('planAgreement'),
  };
};

/** Sources by the path of a value of the rule set; a document need not name any. */
const sourcesOf: Reader<RuleSet['sources']> = (value, path) => {
  const sources: Record<string, ValueSource> = {};
  for (const [of, source] of Object.entries(recordOf(value ?? {}, path))) {
    const fields = fieldsOf(source, at(path, of), ['source', 'inference']);
    if (fields.inference !== undefined && fields.inference !== true) refuse(at(at(path, of), 'inference'));
    sources[of] = {
      source: text(fields.source, at(at(path, of), 'source')),
      ...(fields.inference === true ? { inference: true } : {}),
    };
  }
  return sources;
};

/** The same text for the same content, whatever the order of the fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
