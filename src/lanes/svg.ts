const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `content` as XML text, with what would be markup escaped. */
export function text(content: string): string {
  return content.replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
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
