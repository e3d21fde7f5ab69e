import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainedLimits } from '../../../domain/limits/explained-limits.js';
import { limitsOf } from '../../../domain/limits/limits-of.js';
import { PRESET_NAMES, PRESETS } from '../../../domain/rule-sets/index.js';
import { parseRuleSet } from '../../../domain/rule-sets/parse-rule-set.js';
import { ruleAt } from '../../../domain/rule-sets/rule-reference.js';
import { careers, daysAround } from '../../property/careers.js';
import { grant, job, trajectory, trial } from './facts-of.js';

const OWN = parseRuleSet({
  basedOn: 'municipal-2y',
  name: 'voorbeeldstad',
  title: 'Voorbeeldstad',
  clock: { maximum: 'P30M' },
  deadlines: { evaluation: 'P3M' },
  sources: { deadlines: { source: 'Beleidsregels Voorbeeldstad 2026' } },
});

describe('the rule behind a figure', () => {
  it('is named with the version and the source of that very value', () => {
    expect(ruleAt({ ruleSet: PRESETS['uwv-2014'], version: 3 }, 'clock.maximum')).toEqual({
      ruleSet: 'uwv-2014',
      version: 3,
      path: 'clock.maximum',
      source: 'UWV 2014 A.4.1, A.4.2 (S3): zes halfjaren in dezelfde dienstbetrekking',
      inference: false,
    });
    const adopted = { ruleSet: PRESETS['municipal-2y'], version: 1 };
    expect(ruleAt(adopted, 'clock.newEmployer').inference).toBe(true);
  });

  it('has the source of the part around it, or none, where the funder named none for the value itself', () => {
    const adopted = { ruleSet: OWN, version: 2 };
    expect(ruleAt(adopted, 'deadlines.evaluation').source).toBe('Beleidsregels Voorbeeldstad 2026');
    expect(ruleAt(adopted, 'deadlines.decisionAtTheLatest').source).toBe('Awb 4:13 (S8): acht weken');
    expect(ruleAt(adopted, 'clock.maximum')).toMatchObject({ source: null, inference: false });
  });
});

describe('explained limits', () => {
  const facts = trajectory({
    placements: [job('a', 'bakery', '2024-01-08'), trial('b', 'garage', '2024-01-08', '2024-02-07')],
    grants: [
      grant('g', '2024-01-08', '2024-07-07'),
      grant('h', '2024-07-08', '2025-01-07', { minutes: 600 }),
    ],
  });
  const input = { on: '2024-09-01', trajectory: facts, continued: [], ruleSet: OWN } as const;
  const { clocks, deadlines } = explainedLimits(limitsOf(input), { ruleSet: OWN, version: 2 }, [facts]);

  it('cite the funder for the binding clock and the presets for those beside it', () => {
    expect(clocks.map(({ clock, rule }) => [clock, rule.ruleSet, rule.version, rule.path])).toEqual([
      ['voorbeeldstad', 'voorbeeldstad', 2, 'clock.maximum'],
      ['municipal-2y', 'municipal-2y', null, 'clock.maximum'],
      ['uwv-2014', 'uwv-2014', null, 'clock.maximum'],
    ]);
    expect(clocks[2]?.rules.map(({ path }) => path)).toContain('clock.announceExtensionAtEndOf');
    for (const { rules } of clocks.slice(1)) for (const { source } of rules) expect(source).toMatch(/./);
  });

  it('say of hours that they follow from the regime, and of no others', () => {
    const [first, second, third] = clocks[0]?.terms[0]?.periods ?? [];
    expect(first?.budgetRule).toMatchObject({ ruleSet: 'voorbeeldstad', version: 2, path: 'hours' });
    expect([second?.budgetMinutes, second?.budgetRule]).toEqual([600, null]);
    expect([third?.budgetMinutes, third?.budgetRule]).toEqual([null, null]);
  });

  it('say of each deadline which term of the funder it is', () => {
    const rules = new Map(deadlines.map(({ kind, rule }) => [kind, rule]));
    expect(rules.get('evaluation')).toMatchObject({ path: 'deadlines.evaluation', version: 2 });
    expect(rules.get('extension-announcement')?.path).toBe('clock.announceExtensionAtEndOf');
  });

  it('change no figure, whatever the career', () => {
    const onADay = careers().chain((one) => daysAround(one).map((on) => ({ ...one, on })));
    fc.assert(
      fc.property(onADay, fc.constantFrom(...PRESET_NAMES), (one, preset) => {
        const limits = limitsOf({ ...one, ruleSet: PRESETS[preset] });
        const adopted = { ruleSet: PRESETS[preset], version: 1 };
        expect(explainedLimits(limits, adopted, [one.trajectory, ...one.continued])).toMatchObject(limits);
      }),
      { numRuns: 50 },
    );
  });
});
