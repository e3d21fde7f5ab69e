/** Deeper values are left to the library, which does not recurse. */
const DEEPEST = 50;

/** An object lists such a name before its other ones, wherever it was put. */
const INDEX = /^(?:0|[1-9]\d*)$/;

/** Stands for what is not plain JSON. */
const OTHER = Symbol('not plain JSON');

/**
 * The RFC 8785 text of a value that is plain JSON all through; undefined for anything else, which is the library's to
 * serialise or to refuse. `JSON.stringify` writes strings and numbers as RFC 8785 wants them (it says so), so what is left
 * is the order of names, and one call over a sorted copy costs half of a call for each string.
 */
export function plainCanonicalText(value: unknown): string | undefined {
  const sorted = sortedCopy(value, 0);
  if (sorted === OTHER) return undefined;
  const text = JSON.stringify(sorted);
  // JSON.stringify escapes half a character, which has no canonical form; whoever wrote `\ud` out is looked at as well.
  return text.includes('\\ud') ? undefined : text;
}

function sortedCopy(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : OTHER;
    case 'object':
      if (value === null) return null;
      if (depth === DEEPEST || 'toJSON' in value) return OTHER;
      return Array.isArray(value) ? sortedList(value, depth + 1) : sortedObject(value, depth + 1);
    default:
      return OTHER;
  }
}

function sortedList(list: readonly unknown[], depth: number): unknown {
  const copy: unknown[] = [];
  for (const item of list) {
    const itemCopy = sortedCopy(item, depth);
    if (itemCopy === OTHER) return OTHER;
    copy.push(itemCopy);
  }
  return copy;
}

function sortedObject(object: object, depth: number): unknown {
  if (Object.getPrototypeOf(object) !== Object.prototype) return OTHER;
  const members = object as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  // The default order of `sort` is by UTF-16 code unit, as RFC 8785 wants it.
  for (const name of Object.keys(object).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    const memberCopy = sortedCopy(member, depth);
    if (memberCopy === OTHER || name === '__proto__' || INDEX.test(name)) return OTHER;
    copy[name] = memberCopy;
  }
  return copy;
}
