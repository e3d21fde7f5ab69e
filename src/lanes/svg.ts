const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold in any form: such a character would make the whole picture unreadable. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The colour of text. */
export const INK = '#0b2540';

/** Attributes that keep a text readable where lines run behind it. */
export const HALO = {
  stroke: '#ffffff',
  'stroke-width': 4,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
} as const;

/** `content` as XML text, with what would be markup escaped and what XML does not know left out. */
export function text(content: string): string {
  return content.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

/**
 * The room that a text takes at a font size, in a wide letter such as DejaVu Sans, because nobody knows which font
 * will draw it.
 */
export function textWidth(content: string, fontSize: number, weight: 'regular' | 'bold' = 'regular'): number {
  return [...content].length * fontSize * (weight === 'bold' ? 0.62 : 0.56);
}

/** One SVG element; attribute values are escaped, the content is taken as markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(String(value))}"`);
  return content ? `<${name}${written.join('')}>${content}</${name}>` : `<${name}${written.join('')}/>`;
}
