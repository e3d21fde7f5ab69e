import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const catalogue = readFileSync('publiccode.yml', 'utf8');
const { version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;

/** What the standard demands of every catalogue entry, with the indent at which each key stands. */
const REQUIRED = [
  'publiccodeYmlVersion',
  'name',
  'url',
  'platforms',
  'developmentStatus',
  'softwareType',
  'description',
  '    shortDescription',
  '    longDescription',
  '    features',
  'legal',
  '  license',
  'maintenance',
  '  type',
  '  contacts',
  'localisation',
  '  localisationReady',
  '  availableLanguages',
];

/** A folded text, as one line. */
function folded(key: string): string {
  const [, text = ''] = new RegExp(`^    ${key}: >-\\n((?: {6}.*\\n)+)`, 'm').exec(catalogue) ?? [];
  return text.trim().replace(/\s+/g, ' ');
}

describe('publiccode.yml', () => {
  it.each(REQUIRED)('has the key %p', (key) => {
    expect(catalogue).toMatch(new RegExp(`^${key}:`, 'm'));
  });

  it('says the version and the licence that the package has', () => {
    expect(catalogue).toContain(`softwareVersion: "${version}"`);
    expect(catalogue).toContain(`license: ${license}`);
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/i);
  });

  it('describes it in as many letters as a catalogue takes', () => {
    expect(folded('shortDescription').length).toBeGreaterThan(0);
    expect(folded('shortDescription').length).toBeLessThanOrEqual(150);
    expect(folded('longDescription').length).toBeGreaterThanOrEqual(150);
  });
});
