import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Html, html } from './html.js';

/** The style of every page of the provider. */
export const STYLE = readFileSync(new URL('sign-in.css', import.meta.url), 'utf8');
/** Where it lies: another style has another address, so a browser may keep it for ever. */
export const STYLE_PATH = `/oidc/assets/${hash('sha256', STYLE, 'hex').slice(0, 16)}.css`;

/** What a page may load: its style, from here; and where its forms may go: here. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A page of the provider. */
export interface Page {
  /** Its only heading of the first level, and its title. */
  readonly heading: string;
  readonly body: Html;
  /** What is wrong with what was sent, by the field; shown on top and at the field. */
  readonly faults?: Faults;
}

/** The Dutch sentences that say what is wrong, by the name of the field. */
export type Faults = Readonly<Record<string, string>>;

/** The page as HTML. It works without JavaScript, and has none. */
export function written({ heading, body, faults = {} }: Page): string {
  const found = Object.entries(faults);
  const title = `${found.length > 0 ? 'Fout: ' : ''}${heading} - Doorlopend`;
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#inhoud">Direct naar de inhoud</a>
<header><p>Doorlopend</p></header>
<main id="inhoud" tabindex="-1">
${found.length > 0 && summary(found)}
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`.text;
}

/** It takes the focus when the page opens, so that whoever does not see it hears it. */
function summary(faults: readonly (readonly [string, string])[]): Html {
  return html`<div class="summary" role="alert" aria-labelledby="wat-is-er-mis" tabindex="-1" autofocus>
<h2 id="wat-is-er-mis">Dit ging niet goed</h2>
<ul>${faults.map(([field, sentence]) => html`<li><a href="#${field}">${sentence}</a></li>`)}</ul>
</div>`;
}

/** A field of a form. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly hint?: string;
  readonly value?: string;
  readonly fault?: string;
  readonly readonly?: boolean;
  /** A code is typed on the keypad of a telephone, or is at least no word to be corrected. */
  readonly code?: 'numeric' | 'text';
}

/** A label, its field, what helps to fill it in, and what is wrong with what was filled in. */
export function field(options: FieldOptions): Html {
  const { name, label, autocomplete, type = 'text', hint, value, fault, code } = options;
  const described = [hint !== undefined && `${name}-uitleg`, fault !== undefined && `${name}-fout`];
  const ids = described.filter((id) => id !== false).join(' ');
  return html`<div class="field${fault !== undefined && ' invalid'}">
<label for="${name}">${label}</label>
${hint !== undefined && html`<p class="hint" id="${name}-uitleg">${hint}</p>`}
${fault !== undefined && html`<p class="error" id="${name}-fout"><span>Fout:</span> ${fault}</p>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${
    value !== undefined && html` value="${value}"`
  }${ids !== '' && html` aria-describedby="${ids}"`}${fault !== undefined && html` aria-invalid="true"`}${
    options.readonly === true && html` readonly`
  }${code !== undefined && html` class="code" inputmode="${code}"`}${
    (code !== undefined || type !== 'text') && html` autocapitalize="none" spellcheck="false"`
  }>
</div>`;
}

/** A form that goes to `action` with one button. */
export function form(action: string, button: string, ...fields: readonly Html[]): Html {
  return html`<form method="post" action="${action}" novalidate>
${fields}
<p><button type="submit">${button}</button></p>
</form>`;
}
