import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  parseDecimal,
  parseDutchDate,
  parseHoursAsMinutes,
  parseMinutes,
  parseTimeOfDay,
} from '../../src/import/cells.js';
import { firstFault } from '../../src/import/faults.js';
import {
  activityWords,
  formWords,
  funderKindFor,
  placementWords,
  regimeWords,
  ruleSetNameFor,
} from '../../src/import/words.js';

describe('a duration', () => {
  it.each([
    ['1,25 uur', 75],
    ['75', 75],
    ['0,5 uur', 30],
    ['24,00 uur', 1440],
    ['1.5 UUR', 90],
    ['2 uur', 120],
    ['0,05 uur', 3],
    ['45 min', 45],
    ['60,0', 60],
  ])('of ‘%s’ is %i minutes', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes);
  });

  it.each([
    '0',
    '-30',
    '1441',
    '24,01 uur',
    '1,33 uur',
    '75,5',
    '',
    'uur',
    'een uur',
    '1:15',
    '1e2',
    '1,2,3',
    '1.000.000',
  ])('of ‘%s’ is none', (text) => {
    expect(parseMinutes(text)).toBeUndefined();
  });

  it('in hours with two decimals is taken exactly when it comes to whole minutes (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2400 }), (hundredths) => {
        const text = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')} uur`;
        const minutes = (hundredths * 60) / 100;
        expect(parseMinutes(text)).toBe((hundredths * 60) % 100 === 0 ? minutes : undefined);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['29-02-2024', '2024-02-29'],
    ['1-7-2025', '2025-07-01'],
  ])('‘%s’ is %s', (text, date) => {
    expect(parseDutchDate(text)).toBe(date);
  });

  it.each([
    '29-02-2025',
    '31-06-2025',
    '00-01-2025',
    '01-13-2025',
    '01-01-25',
    '2025-01-01',
    '01/01/2025',
    'gisteren',
    '',
    '01-01-0000',
  ])('‘%s’ is none', (text) => {
    expect(parseDutchDate(text)).toBeUndefined();
  });
});

describe('other cells', () => {
  it('hold times of day', () => {
    expect([parseTimeOfDay('9:05'), parseTimeOfDay('23.59')]).toEqual(['09:05', '23:59']);
    expect([parseTimeOfDay('24:00'), parseTimeOfDay('12:60'), parseTimeOfDay('noon')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('hold numbers with a comma or a point', () => {
    expect(['32', '32,0', '37.5', '0'].map(parseDecimal)).toEqual([32, 32, 37.5, 0]);
    expect(['', '-1', '1,', '1e3', '1 000'].map(parseDecimal)).toEqual(Array(5).fill(undefined));
  });

  it('hold granted hours that come to whole minutes', () => {
    expect(['40', '37,5', '0,1', '0,01'].map(parseHoursAsMinutes)).toEqual([2400, 2250, 6, undefined]);
  });
});

describe('the words', () => {
  it('of api.md stand for the terms of domain.md', () => {
    expect(activityWords.words.split(', ').map((word) => activityWords.termFor(word))).toEqual([
      'introduction',
      'structuring-work',
      'training',
      'solving-disturbance',
      'guidance-at-work',
      'home-situation',
      'guiding-manager',
      'evaluation-and-coordination',
    ]);
    expect(
      ['werkplek', 'elders', 'telefoon', 'beeldbellen', 'groep'].map((word) => formWords.termFor(word)),
    ).toEqual(['workplace', 'elsewhere', 'phone', 'video', 'group']);
    expect(['zeer licht', 'licht', 'midden', 'intensief'].map((word) => regimeWords.termFor(word))).toEqual([
      'very-light',
      'light',
      'medium',
      'intensive',
    ]);
    expect(placementWords.termFor('Beschut  Werk')).toBe('sheltered');
  });

  it('are known in any case and any Unicode form', () => {
    expect(activityWords.termFor('  EVALUATIE en coo\u0308rdinatie')).toBe('evaluation-and-coordination');
    expect(activityWords.termFor('reistijd')).toBeUndefined();
  });

  it('name the rule sets (reading 55) and the kind of a funder', () => {
    expect(
      ['gemeente-2-jaar', 'Gemeente-3-jaar', 'uwv-2014', 'uwv-internal-2015'].map(ruleSetNameFor),
    ).toEqual(['municipal-2y', 'municipal-3y', 'uwv-2014', 'uwv-internal-2015']);
    expect(['UWV', 'uwv ', 'Gemeente UWVeen'].map(funderKindFor)).toEqual(['uwv', 'uwv', 'municipality']);
  });
});

describe('the fault that gives the code', () => {
  it('is the first in the order of reading 60, and of equal ones the first found', () => {
    const fault = (code: 'minutes.invalid' | 'row.unreadable', field: string) => ({
      code,
      field,
      sentence: '',
    });
    expect(firstFault([])).toBeUndefined();
    expect(
      firstFault([
        fault('minutes.invalid', 'Duur'),
        fault('row.unreadable', 'Vorm'),
        fault('row.unreadable', 'Begintijd'),
      ]),
    ).toEqual(fault('row.unreadable', 'Vorm'));
  });
});
