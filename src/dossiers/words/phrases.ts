/** What was recorded on somebody else's behalf, from what they signed (domain.md section 5). */
export function onPaper({ evidence }: { readonly evidence?: unknown }): string {
  return evidence === undefined ? '' : ' (op papier)';
}

/** A number as it is written in Dutch, with at most two decimals. */
export function dutchNumber(value: number): string {
  return value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });
}
