/** Deeper values are left to the library, which does not recurse. */
const DEEPEST = 50;

/**
 * The RFC 8785 text of a value that is plain JSON all through, in one pass without a look back; undefined for anything
 * else, which is the library's to serialise or to refuse.
 */
export function plainCanonicalText(value: unknown): string | undefined {
  const text = textOf(value, 0);
  // JSON.stringify escapes half a character, which has no canonical form; whoever wrote `\ud` out is looked at as well.
  return text?.includes('\\ud') ? undefined : text;
}

function textOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === DEEPEST) return undefined;
      return Array.isArray(value) ? listText(value, depth + 1) : objectText(value, depth + 1);
    default:
      return undefined;
  }
}

function listText(list: readonly unknown[], depth: number): string | undefined {
  let text = '';
  for (const item of list) {
    const itemText = textOf(item, depth);
    if (itemText === undefined) return undefined;
    text += text === '' ? itemText : `,${itemText}`;
  }
  return `[${text}]`;
}

function objectText(object: object, depth: number): string | undefined {
  if ('toJSON' in object || Object.getPrototypeOf(object) !== Object.prototype) return undefined;
  const members = object as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of `sort` is by UTF-16 code unit, as RFC 8785 wants it.
  for (const name of Object.keys(object).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    const memberText = textOf(member, depth);
    if (memberText === undefined) return undefined;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${memberText}`;
  }
  return `{${text}}`;
}
