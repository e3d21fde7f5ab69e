import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { HTML_DOCUMENT_POLICY, htmlOf } from '../../src/documents/html-document.js';
import { EXAMPLE } from './example.js';

const page = htmlOf(EXAMPLE);

describe('a document as a page', () => {
  it('says its language and its title, which is its one first heading', () => {
    expect(page).toMatch(/^<!doctype html><html lang="nl">/);
    expect(page).toContain(`<title>${EXAMPLE.title}</title>`);
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  it('shows what would be markup as it was written', () => {
    expect(page).toContain(
      'Er is &lt;b&gt;12 uur&lt;/b&gt; gebruikt.<br>Dat is &quot;minder&quot; dan toegekend.',
    );
    expect(page).toContain('Uren &amp; geld');
    expect(page).not.toContain('<b>');
  });

  it('names the columns and rows of a table, in a region that the keyboard reaches', () => {
    expect(page.match(/<th scope="col"/g)).toHaveLength(3);
    expect(page.match(/<th scope="row">/g)).toHaveLength(90);
    const [, labelled] = /role="region" tabindex="0" aria-labelledby="([^"]+)"/.exec(page) ?? [];
    expect(page).toContain(`<caption id="${labelled}">Coachsessies op volgorde van dag</caption>`);
  });

  it('runs nothing, loads nothing, and may use no style but its own', () => {
    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|\sstyle=|url\(/i);
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    expect(HTML_DOCUMENT_POLICY).toContain(`'sha256-${hash('sha256', style, 'base64')}'`);
    expect(HTML_DOCUMENT_POLICY).toMatch(/^default-src 'none';/);
  });
});
