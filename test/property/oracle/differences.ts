/**
 * Where two answers differ, one line each: the path, what the oracle says, and what the code says. Empty when they
 * are equal. Both are plain data; a field that is undefined equals one that is absent.
 */
export function differences(oracle: unknown, actual: unknown, path = ''): string[] {
  if (typeof oracle !== 'object' || typeof actual !== 'object' || oracle === null || actual === null) {
    return Object.is(oracle, actual)
      ? []
      : [`${path}: oracle ${JSON.stringify(oracle)}, code ${JSON.stringify(actual)}`];
  }
  if (Array.isArray(oracle) && Array.isArray(actual) && oracle.length !== actual.length) {
    return [`${path}: oracle ${JSON.stringify(oracle)}, code ${JSON.stringify(actual)}`];
  }
  const left = new Map<string, unknown>(Object.entries(oracle));
  const right = new Map<string, unknown>(Object.entries(actual));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`),
  );
}
