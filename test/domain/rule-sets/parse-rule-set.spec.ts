import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PRESET_NAMES, PRESETS } from '../../../domain/rule-sets/index.js';
import { parseRuleSet } from '../../../domain/rule-sets/parse-rule-set.js';
import { InvalidRuleSet } from '../../../domain/rule-sets/refusals.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import { Refusal } from '../../../domain/shared/refusal.js';

const OWN: RuleSet = { ...PRESETS['municipal-2y'], name: 'assen', title: 'Assen' };

function refusedField(document: unknown): string | undefined {
  try {
    parseRuleSet(document);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('rule-set.invalid');
    expect(error.kind).toBe('invalid');
    return error.field;
  }
  throw new Error('the document was accepted');
}

function faultsOf(document: unknown): readonly string[] {
  try {
    parseRuleSet(document);
  } catch (error) {
    if (!(error instanceof InvalidRuleSet)) throw error;
    for (const { detail } of error.faults) expect(detail).toMatch(/^[A-Z][^.]+\. [A-Z]/);
    return error.faults.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
}

describe('a whole rule-set document', () => {
  it.each(PRESET_NAMES)('is taken as it is: %s, also after a journey through JSON', (name) => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(PRESETS[name])))).toEqual(PRESETS[name]);
  });

  it('may describe other hours: fixed per year, or none', () => {
    const fixed = {
      model: 'fixed-hours-per-year',
      hoursPerYear: { light: [36, 18, 18] },
      fullFromHoursPerWeek: 24,
    };
    expect(parseRuleSet({ ...OWN, hours: fixed }).hours).toEqual(fixed);
    expect(parseRuleSet({ ...OWN, hours: { model: 'none' } }).hours).toEqual({ model: 'none' });
  });

  it('may state a rate in whole cents', () => {
    expect(parseRuleSet({ ...OWN, rateCents: 8490 }).rateCents).toBe(8490);
  });

  it.each<[string, unknown]>([
    ['ruleSet', null],
    ['ruleSet', 'uwv-2014'],
    ['ruleSet', []],
    ['name', { ...OWN, name: 'Assen 2 jaar' }],
    ['name', { ...OWN, name: undefined }],
    ['title', { ...OWN, title: '  ' }],
    ['kind', { ...OWN, kind: 'gemeente' }],
    ['colour', { ...OWN, colour: 'red' }],
    ['clock', { ...OWN, clock: undefined }],
    ['clock.maximum', { ...OWN, clock: { ...OWN.clock, maximum: '2 jaar' } }],
    ['clock.maximum', { ...OWN, clock: { ...OWN.clock, maximum: 'P0Y' } }],
    ['clock.scope', { ...OWN, clock: { ...OWN.clock, scope: 'people' } }],
    ['clock.newEmployer', { ...OWN, clock: { ...OWN.clock, newEmployer: 'restarts' } }],
    ['clock.pause', { ...OWN, clock: { ...OWN.clock, pause: 'P4W' } }],
    ['clock.announceExtensionAtEndOf', { ...OWN, clock: { ...OWN.clock, announceExtensionAtEndOf: 0 } }],
    ['trialPlacement.maximum', { ...OWN, trialPlacement: { extendedMaximum: 'P6M' } }],
    ['hours.model', { ...OWN, hours: { model: 'guess' } }],
    ['hours.percentages', { ...OWN, hours: { model: 'none', percentages: {} } }],
    ['hours.percentages', { ...OWN, hours: { model: 'percent-of-hours-worked', percentages: {} } }],
    [
      'hours.percentages.medium[1]',
      { ...OWN, hours: { model: 'percent-of-hours-worked', percentages: { medium: [10, 101, 3] } } },
    ],
    [
      'hours.percentages.medium',
      { ...OWN, hours: { model: 'percent-of-hours-worked', percentages: { medium: [10, 5] } } },
    ],
    [
      'hours.fullFromHoursPerWeek',
      {
        ...OWN,
        hours: { model: 'fixed-hours-per-year', hoursPerYear: { light: [1, 1, 1] }, fullFromHoursPerWeek: 0 },
      },
    ],
    ['defaultRegime', { ...OWN, defaultRegime: 'midden' }],
    ['sessionOutsidePlacementDeclarable', { ...OWN, sessionOutsidePlacementDeclarable: 'no' }],
    ['deadlines.contact', { ...OWN, deadlines: { ...OWN.deadlines, contact: 'weekly' } }],
    ['deadlines.decision', { ...OWN, deadlines: { ...OWN.deadlines, decision: 42 } }],
    ['bindingTies[0]', { ...OWN, bindingTies: ['friend'] }],
    ['bindingTies', { ...OWN, bindingTies: ['family', 'family'] }],
    ['withoutRecognition', { ...OWN, withoutRecognition: 'ignore' }],
    ['rateCents', { ...OWN, rateCents: 84.9 }],
    ['sources.clock.source', { ...OWN, sources: { clock: { source: '' } } }],
    ['sources.clock.inference', { ...OWN, sources: { clock: { source: 'S3', inference: false } } }],
  ])('is refused with the path of the field at fault: %s', (field, document) => {
    expect(refusedField(document)).toBe(field);
  });

  it.each<[string, unknown]>([
    ['thresholds', { ...OWN, thresholds: undefined }],
    ['thresholds.endsSoon', { ...OWN, thresholds: { ...OWN.thresholds, endsSoon: '13 weken' } }],
    ['thresholds.lowAssessment', { ...OWN, thresholds: { ...OWN.thresholds, lowAssessment: 11 } }],
    ['thresholds.coachDayMinutes', { ...OWN, thresholds: { ...OWN.thresholds, coachDayMinutes: 1441 } }],
    ['rateFrom', { ...OWN, rateCents: 8490, rateFrom: '2023-02-29' }],
    ['rateFrom', { ...OWN, rateFrom: '2023-01-01' }],
    ['sources.clok.maximum', { ...OWN, sources: { 'clok.maximum': { source: 'S3' } } }],
    ['sources.rateCents', { ...OWN, sources: { rateCents: { source: 'Tarieven 2023' } } }],
    ['sources.toString', { ...OWN, sources: { toString: { source: 'S3' } } }],
  ])('is refused with the path of the field at fault: %s', (field, document) => {
    expect(refusedField(document)).toBe(field);
  });

  it('states since when its rate holds', () => {
    const { rateCents, rateFrom } = parseRuleSet({ ...OWN, rateCents: 8490, rateFrom: '2023-01-01' });
    expect([rateCents, rateFrom]).toEqual([8490, '2023-01-01']);
  });

  it('is told every fault at once, each with its path and its code', () => {
    expect(
      faultsOf({
        ...OWN,
        title: undefined,
        kind: 'gemeente',
        colour: 'red',
        clock: { ...OWN.clock, maximum: '2 jaar', basis: undefined, pause: 'P4W' },
        hours: {
          model: 'fixed-hours-per-year',
          hoursPerYear: { light: [36, 18], medium: [60, -1, 9999] },
          fullFromHoursPerWeek: 0,
        },
        bindingTies: ['family', 'friend', 'neighbour'],
        sources: { hours: { source: '', inference: false } },
      }),
    ).toEqual([
      'title rule-set.field-required',
      'kind rule-set.invalid',
      'clock.maximum rule-set.invalid',
      'clock.basis rule-set.field-required',
      'clock.pause rule-set.field-unknown',
      'hours.hoursPerYear.light rule-set.invalid',
      'hours.hoursPerYear.medium[1] rule-set.invalid',
      'hours.hoursPerYear.medium[2] rule-set.invalid',
      'hours.fullFromHoursPerWeek rule-set.invalid',
      'bindingTies[1] rule-set.invalid',
      'bindingTies[2] rule-set.invalid',
      'sources.hours.source rule-set.invalid',
      'sources.hours.inference rule-set.invalid',
      'colour rule-set.field-unknown',
    ]);
    const contradictory = { ...OWN.clock, newEmployer: 'restarts' };
    expect(faultsOf({ ...OWN, clock: contradictory, rateFrom: '2023-01-01' })).toEqual([
      'clock.newEmployer rule-set.invalid',
      'rateFrom rule-set.invalid',
    ]);
  });

  it('may not take the name of a preset for something else', () => {
    expect(refusedField({ ...OWN, name: 'municipal-2y' })).toBe('name');
  });

  it('is taken or refused, whatever it is, and never an error', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(OWN)), (value, name) => {
        try {
          parseRuleSet({ ...OWN, [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a document that is based on a preset', () => {
  it('needs only a name, a title and what differs', () => {
    const ruleSet = parseRuleSet({
      basedOn: 'municipal-2y',
      name: 'kompas',
      title: 'ISD Kompas',
      clock: { toleratedGap: 'P6W' },
      deadlines: { decision: 'P4W' },
    });
    const {
      'clock.toleratedGap': _gap,
      'deadlines.decision': _decision,
      ...sources
    } = PRESETS['municipal-2y'].sources;
    expect(ruleSet).toEqual({
      ...PRESETS['municipal-2y'],
      sources,
      name: 'kompas',
      title: 'ISD Kompas',
      clock: { ...PRESETS['municipal-2y'].clock, toleratedGap: 'P6W' },
      deadlines: { ...PRESETS['municipal-2y'].deadlines, decision: 'P4W' },
    });
  });

  it('cites no published source for a value of its own, unless it brings one', () => {
    const own = { basedOn: 'uwv-2014', name: 'eigen', title: 'Eigen', defaultRegime: 'light' };
    expect(parseRuleSet(own).sources).not.toHaveProperty('defaultRegime');
    const source = { source: 'Besluit van de raad 2026' };
    expect(parseRuleSet({ ...own, sources: { defaultRegime: source } }).sources.defaultRegime).toEqual(
      source,
    );
  });

  it.each<[string, unknown]>([
    ['name', { basedOn: 'uwv-2014', title: 'Eigen' }],
    ['title', { basedOn: 'uwv-2014', name: 'eigen' }],
    ['basedOn', { basedOn: 'uwv-2016', name: 'eigen', title: 'Eigen' }],
    ['clock', { basedOn: 'uwv-2014', name: 'eigen', title: 'Eigen', clock: 'P2Y' }],
    ['clock.pause', { basedOn: 'uwv-2014', name: 'eigen', title: 'Eigen', clock: { pause: true } }],
    ['name', { basedOn: 'uwv-2014', name: 'uwv-2014', title: 'Eigen' }],
  ])('is refused with the path of the field at fault: %s', (field, document) => {
    expect(refusedField(document)).toBe(field);
  });
});
