import { beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdfOf } from '../../src/documents/pdf-document.js';
import { EXAMPLE } from './example.js';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

let file: Buffer;
let pdf: PDFDocumentProxy;

beforeAll(async () => {
  file = await pdfOf(EXAMPLE);
  pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
});

/** The text of a page, as a reader that knows nothing of its looks has it. */
async function textOf(page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

function roles({ role, children = [] }: Node): readonly string[] {
  return [...(role === undefined ? [] : [role]), ...children.flatMap(roles)];
}

describe('a document as a PDF', () => {
  it('holds all that it says, letters from outside Western Europe included', async () => {
    const texts = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(index + 1)));
    const whole = texts.join(' ').replace(/\s+/g, ' ');
    for (const said of ['Jikke Łukasz-Özgür', 'Uren & geld', '<b>12 uur</b>', 'Tweede doel', 'dag 90']) {
      expect(whole).toContain(said);
    }
  });

  it('names its title, its language and its author', async () => {
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: EXAMPLE.title, Author: EXAMPLE.author, Language: 'nl' });
  });

  it('is tagged, so that a screen reader knows headings and tables', async () => {
    expect(file.toString('latin1')).toMatch(/\/Marked true/);
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Node;
    const found = roles(tree);
    expect(found).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']));
    expect(found.filter((role) => role === 'H1')).toHaveLength(1);
  });

  it('numbers its pages', async () => {
    expect(pdf.numPages).toBeGreaterThan(2);
    expect(await textOf(2)).toContain(`Pagina 2 van ${pdf.numPages}`);
  });

  it('is the same file each time that it is written', async () => {
    expect((await pdfOf(EXAMPLE)).equals(file)).toBe(true);
  });
});
