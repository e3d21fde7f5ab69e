import { hash } from 'node:crypto';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Block, Document, Section, TableBlock } from './document.js';
import { escapeHtml as text } from './escape-html.js';

/*
 * One page that needs nothing from elsewhere, so that it can be kept, mailed and printed. It is read at 320 px, in the
 * dark, in forced colours and on paper.
 */
const STYLE = `
:root{color-scheme:light dark;--ink:#0b2540;--soft:#44566c;--line:#8696a7;--paper:#fff;--shade:#eef2f6}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef5;--soft:#b8c4d1;--line:#7d8da0;--paper:#10181f;--shade:#1b2630}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem;border-bottom:2px solid var(--line);padding-bottom:.25rem}
p,dd,li,td,th{overflow-wrap:break-word;hyphens:auto}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1.5rem;margin:.5rem 0 1rem}
dt{color:var(--soft)}
dd{margin:0}
.table{overflow-x:auto;margin:.5rem 0 1rem}
.table:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:8.5rem}
thead th{background:var(--shade)}
tbody th{font-weight:600}
.number{min-width:5rem;text-align:right;font-variant-numeric:tabular-nums}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{:root{--ink:#000;--soft:#333;--line:#666;--paper:#fff;--shade:#eee}main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.table{overflow:visible}}
`;

/** What the page may load: nothing but the style that it holds itself. */
export const HTML_DOCUMENT_POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The document as one HTML page in UTF-8 that runs nothing and loads nothing. */
export function htmlOf(document: Document): string {
  const { title, language, author, introduction, sections } = document;
  const body = [
    `<h1>${text(title)}</h1>`,
    ...introduction.map((block, index) => blockOf(block, `i${index}`)),
    ...sections.map(sectionOf),
  ];
  return [
    `<!doctype html><html lang="${text(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="author" content="${text(author)}"><title>${text(title)}</title>`,
    `<style>${STYLE}</style></head><body><main>${body.join('\n')}</main></body></html>\n`,
  ].join('\n');
}

function sectionOf({ heading, blocks }: Section, index: number): string {
  const id = `s${index}`;
  const inside = blocks.map((block, place) => blockOf(block, `${id}-${place}`)).join('\n');
  return `<section aria-labelledby="${id}"><h2 id="${id}">${text(heading)}</h2>\n${inside}</section>`;
}

function blockOf(block: Block, id: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(({ term, value }) => `<dt>${text(term)}</dt><dd>${lines(value)}</dd>`).join('')}</dl>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableOf(block, id);
    default:
      return unknownMember(block);
  }
}

/** A wide table scrolls in a region of its own, which the keyboard reaches too. */
function tableOf({ caption, columns, rows }: TableBlock, id: string): string {
  const number = (place: number) => (columns[place]?.numeric ? ' class="number"' : '');
  const head = columns.map(({ heading }, place) => `<th scope="col"${number(place)}>${text(heading)}</th>`);
  const body = rows.map((cells) => {
    const written = cells.map((cell, place) =>
      place === 0 ? `<th scope="row">${lines(cell)}</th>` : `<td${number(place)}>${lines(cell)}</td>`,
    );
    return `<tr>${written.join('')}</tr>`;
  });
  return [
    `<div class="table" role="region" tabindex="0" aria-labelledby="${id}"><table>`,
    `<caption id="${id}">${text(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
  ].join('');
}

function lines(content: string): string {
  return text(content).replace(/\r?\n/g, '<br>');
}
