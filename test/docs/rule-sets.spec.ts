import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../domain/rule-sets/index.js';
import { parseRuleSet } from '../../domain/rule-sets/parse-rule-set.js';
import { grant, job, limits, onlyTerm } from '../domain/limits/facts-of.js';

const document = readFileSync('docs/rule-sets.md', 'utf8');
const [first, next] = [...document.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
  JSON.parse(json),
);

describe('the rule sets of docs/rule-sets.md', () => {
  it('are taken as they stand there: a municipality with fixed hours per year, and its next version', () => {
    const versions = [parseRuleSet(first), parseRuleSet(next)];
    expect(versions.map(({ name, hours }) => [name, hours.model])).toEqual([
      ['voorbeeldstad', 'fixed-hours-per-year'],
      ['voorbeeldstad', 'fixed-hours-per-year'],
    ]);
    expect(versions.map(({ rateCents, rateFrom }) => [rateCents, rateFrom])).toEqual([
      [8490, '2023-01-01'],
      [9150, '2027-01-01'],
    ]);
  });

  it('hold every field that a rule set has, in the whole document and in the table', () => {
    const fields = Object.keys({ ...PRESETS['uwv-2014'], rateCents: 0, rateFrom: '' }).sort();
    expect(Object.keys(first).sort()).toEqual(fields);
    const missing = fields.filter((field) => !new RegExp(`^\\|.*\`${field}\\b`, 'm').test(document));
    expect(missing).toEqual([]);
  });

  // Rotterdam's model (domain-facts 2.2): medium 60, 36 and 18 hours a year, pro rata under 24 hours of work a week.
  it.each([
    [24, [30, 30, 18, 18, 9, 9]],
    [36, [30, 30, 18, 18, 9, 9]],
    [12, [15, 15, 9, 9, 4.5, 4.5]],
  ])('give at %s hours of work a week these hours of coaching each half year', (hoursPerWeek, hours) => {
    const facts = {
      placements: [job('a', 'X', '2026-01-01', undefined, { hoursPerWeek })],
      grants: [grant('g', '2026-01-01', '2028-12-31', { regime: 'medium' })],
    };
    const { periods } = onlyTerm(
      limits(facts, { on: '2026-02-01', ruleSet: parseRuleSet(first) }),
      'voorbeeldstad',
    );
    // A half year is 181 to 184 days of 365 or 366, and is rounded down to the minute.
    periods.forEach(({ budgetMinutes }, index) => {
      expect(Math.abs((budgetMinutes ?? 0) / 60 - (hours[index] ?? 0))).toBeLessThan(0.6);
    });
    const years = [0, 2, 4].map((index) =>
      [0, 1].reduce((sum, half) => sum + (periods[index + half]?.budgetMinutes ?? 0), 0),
    );
    years.forEach((minutes, year) => {
      const whole = 120 * (hours[2 * year] ?? 0);
      expect(minutes).toBeGreaterThanOrEqual(whole - 2);
      expect(minutes).toBeLessThanOrEqual(whole);
    });
  });
});
