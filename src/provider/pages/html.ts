import { escapeHtml } from '../../documents/escape-html.js';

/** A piece of HTML in which every text was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a piece of HTML: a text is escaped, and what is false or undefined is left out. */
type Part = Html | string | number | false | undefined | readonly Part[];

/** Writes HTML: `` html`<p>${name}</p>` `` escapes the name. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = pieces.map((piece, place) => piece + (place < parts.length ? textOf(parts[place]) : ''));
  return new Html(written.join(''));
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escapeHtml(String(part));
}
