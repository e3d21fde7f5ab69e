import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const STATUS: Readonly<Record<string, number>> = { invalid: 400, forbidden: 403, hidden: 404, rule: 409 };
const REFUSAL = /'([a-z0-9-]+\.[a-z0-9-]+)': \{\s*kind: '(\w+)',\s*sentence:\s*'([^']*)'/g;

/** Every file of a folder whose name ends so, with its text. */
function sources(folder: string, ending: string): readonly { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const refusals = [...sources('domain', 'refusals.ts'), ...sources('src', '-refusals.ts')].flatMap(
  ({ path, text }) =>
    [...text.matchAll(REFUSAL)].map(([, code = '', kind = '', sentence = '']) => ({
      path,
      code,
      row: `| \`${code}\` | ${STATUS[kind]} | ${sentence} |`,
    })),
);

const document = readFileSync('docs/api.md', 'utf8');
const lines: readonly string[] = document.slice(document.indexOf('### Refusals')).match(/^\| `.*$/gm) ?? [];
/** Each row without its last cell, and what that says it rests on. */
const rows = lines.map((line) => /^(\| `.* \|) ([^|]+) \|$/.exec(line) ?? [line, line, '']);
const documented: readonly string[] = rows.map(([, row = '']) => row);

describe('docs/api.md', () => {
  it('is compared with every table of refusals that there is', () => {
    const stated = [...sources('domain', 'refusals.ts'), ...sources('src', '-refusals.ts')].flatMap(
      ({ text }) => text.match(/\bsentence:\s/g) ?? [],
    );
    expect(stated.length).toBeGreaterThan(70);
    expect(refusals).toHaveLength(stated.length);
  });

  it('names every code that a command can be refused with, its status and its sentence', () => {
    const documentedCodes = refusals.flatMap(({ code, row }) => (documented.includes(row) ? [code] : []));
    const missing = refusals.filter(({ code }) => !documentedCodes.includes(code)).map(({ row }) => row);
    expect(missing).toEqual([]);
  });

  it('names no code that is none, and none twice', () => {
    const known = refusals.map(({ row }) => row);
    expect(documented.filter((row) => !known.includes(row))).toEqual([]);
    expect(new Set(documented.map((row) => row.split('`')[1])).size).toBe(documented.length);
  });

  it('says of every refusal what it rests on', () => {
    const without = rows.filter(([, , restsOn = '']) => restsOn.trim() === '').map(([line]) => line);
    expect(without).toEqual([]);
    expect(rows.length).toBeGreaterThan(150);
  });

  it('names every code that a request can be answered with before any command', () => {
    const answered = /(?:new Problem\(\d{3}, |\bcode: |\bcode = |\['|: \[)'?([a-z-]+\.[a-z-]+)'/g;
    const codes = sources('src/http', '.ts').flatMap(({ text }) =>
      [...text.matchAll(answered)].map(([, code = '']) => code),
    );
    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !document.includes(`\`${code}\``))).toEqual([]);
  });
});
