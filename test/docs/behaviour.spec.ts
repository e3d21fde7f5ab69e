import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { anchorsOf, documents, linksOf } from './documents.js';

const CLAIM = /^\| (.+?) \| `([^`]+)` \| `([^`]+)` “(.+)” \|$/;

/** The rows of docs/behaviour.md that claim something. */
function claims(): readonly { claim: string; where: string; file: string; name: string }[] {
  return readFileSync('docs/behaviour.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| claim |'))
    .map((line) => {
      const [, claim, where, file, name] = CLAIM.exec(line) ?? [];
      if (!claim || !where || !file || !name) throw new Error(`no claim with its test: ${line}`);
      return { claim, where, file, name };
    });
}

/** The names of the tests in a file, as they are written. */
function testNames(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const names = /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g;
  return [...source.matchAll(names)].map(([, , name = '']) => name);
}

describe('docs/behaviour.md', () => {
  it('claims nothing without a place and a test', () => {
    expect(claims().length).toBeGreaterThan(40);
  });

  it.each(claims())('$claim', ({ where, file, name }) => {
    expect(existsSync(where)).toBe(true);
    expect(existsSync(file)).toBe(true);
    expect(testNames(file)).toContain(name);
  });
});

describe.each(documents())('$path', (document) => {
  it('has links that lead somewhere', () => {
    const broken = linksOf(document).filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document.path : normalize(join(dirname(document.path), path));
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names no file or folder that is not there', () => {
    const named = [...document.text.matchAll(/\b(?:domain|projections|src|test|bin|docs)\/[\w./-]*[\w]/g)];
    const missing = named.map(([path]) => path).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });
});
