import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { escapeHtml } from '../../documents/escape-html.js';

/** Read at 320 px, in the dark, in forced colours, and at 200%; what is pressed is at least 44 px high. */
const STYLE = `
:root{color-scheme:light dark;--ink:#0b2540;--soft:#44566c;--line:#5f7186;--paper:#fff;--act:#0b5cad;--on-act:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef5;--soft:#b8c4d1;--line:#8fa0b3;--paper:#10181f;--act:#8cc4ff;--on-act:#10181f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}
p,li{overflow-wrap:break-word}
ul{list-style:none;margin:1rem 0;padding:0}
li{margin:0 0 .75rem}
form{margin:0 0 .75rem}
.soft{color:var(--soft)}
.act{display:block;width:100%;min-height:2.75rem;padding:.6rem 1rem;border:2px solid var(--act);border-radius:.25rem;background:var(--act);color:var(--on-act);font:inherit;text-align:left;text-decoration:none;cursor:pointer}
.other{background:var(--paper);color:var(--act)}
.act:hover{text-decoration:underline}
a:focus-visible,button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
`;

const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;

/** A page in plain Dutch. */
export interface Page {
  readonly title: string;
  /** HTML: whatever comes from elsewhere in it is escaped. */
  readonly body: string;
  readonly status?: number;
  /** Where the browser goes on to by itself; the page links to it too. */
  readonly onward?: URL;
}

/** Answers with the page. It runs nothing, loads nothing, and works without JavaScript. */
export function sendPage(reply: FastifyReply, { title, body, status = 200, onward }: Page): FastifyReply {
  const refresh =
    onward === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escapeHtml(onward.href)}">`;
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      // Under `no-referrer` browsers send a form with `Origin: null`.
      .header('referrer-policy', 'same-origin')
      .send(
        `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escapeHtml(title)} - Doorlopend</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>\n`,
      )
  );
}

/** A link that looks like what it does. */
export function action(href: string, words: string, kind: 'act' | 'act other' = 'act'): string {
  return `<a class="${kind}" href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
}

/** A form of one button. */
export function button(
  path: string,
  words: string,
  { fields, kind = 'act' }: { readonly fields: Readonly<Record<string, string>>; readonly kind?: string },
): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(path)}">${hidden.join('')}<button class="${kind}" type="submit">${escapeHtml(words)}</button></form>`;
}
