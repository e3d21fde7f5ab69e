/** The value of a `json` column as its projection wrote it. */
export function parsed<T>(text: string): T {
  return JSON.parse(text);
}

/** The same, for a column that may be empty. */
export function parsedOrNull<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text);
}
