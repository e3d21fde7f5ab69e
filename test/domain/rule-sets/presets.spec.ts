import { describe, expect, it } from '@jest/globals';
import { PRESET_NAMES, PRESETS, presetNamed } from '../../../domain/rule-sets/index.js';
import { addPeriod } from '../../../domain/shared/calendar.js';

/** The paths of all values, down to lists and hours models, which have one source each. */
function valuePaths(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const here = path ? `${path}.${name}` : name;
    if (here === 'name' || here === 'title' || here === 'kind' || here === 'sources') return [];
    return typeof part === 'object' && !Array.isArray(part) && here !== 'hours'
      ? valuePaths(part, here)
      : [here];
  });
}

describe.each(PRESET_NAMES)('the preset %s', (name) => {
  const preset = PRESETS[name];

  it('has exactly one source for each of its values', () => {
    expect(Object.keys(preset.sources).sort()).toEqual(valuePaths(preset).sort());
    for (const { source } of Object.values(preset.sources)) expect(source).not.toBe('');
  });

  it('is known by its own name', () => {
    expect(preset.name).toBe(name);
    expect(presetNamed(name)).toBe(preset);
  });

  it('announces an extension at the end of the last period but one', () => {
    const { maximum, period, announceExtensionAtEndOf } = preset.clock;
    const start = '2024-03-01';
    expect(addPeriod(start, period, announceExtensionAtEndOf + 1)).toBe(addPeriod(start, maximum));
  });

  it('knows no rate and asks for no BSN', () => {
    expect(preset.rateCents).toBeUndefined();
    expect(preset.asksForBsn).toBe(false);
  });
});

describe('the presets', () => {
  it('say of the municipal clocks that a new employer and a trial are inference (domain-facts 1.4, reading 3)', () => {
    for (const preset of [PRESETS['municipal-2y'], PRESETS['municipal-3y']]) {
      expect(preset.sources['clock.newEmployer']?.inference).toBe(true);
      expect(preset.sources['clock.trialPlacementCounts']?.inference).toBe(true);
    }
  });

  it('take the municipal percentages from uwv-2014, as inference (reading 22a)', () => {
    expect(PRESETS['municipal-2y'].hours).toEqual(PRESETS['uwv-2014'].hours);
    expect(PRESETS['municipal-2y'].sources.hours?.inference).toBe(true);
  });

  it('stay under the legal ceiling of 15, 7.5 and 6 percent (Reïntegratiebesluit art. 12 lid 2)', () => {
    for (const { hours } of Object.values(PRESETS)) {
      if (hours.model !== 'percent-of-hours-worked') throw new Error('every preset counts in percentages');
      for (const years of Object.values(hours.percentages)) {
        expect(years[0]).toBeLessThanOrEqual(15);
        expect(years[1]).toBeLessThanOrEqual(7.5);
        expect(years[2]).toBeLessThanOrEqual(6);
      }
    }
  });

  it('announce in period 2 of 3 for the internal coach, as inference (reading 59), without a very light regime', () => {
    const { clock, hours, sources } = PRESETS['uwv-internal-2015'];
    expect(clock.announceExtensionAtEndOf).toBe(2);
    expect(sources['clock.announceExtensionAtEndOf']?.inference).toBe(true);
    expect(hours).not.toHaveProperty('percentages.very-light');
  });

  it('are not found by a name that is none, nor by what every object has', () => {
    expect(presetNamed('uwv-2016')).toBeUndefined();
    expect(presetNamed('toString')).toBeUndefined();
  });
});
