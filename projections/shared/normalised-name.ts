/** A name as parties are matched by it: the same letters in one form, without spaces around. */
export function normalisedName(name: string): string {
  return name.normalize('NFC').trim();
}
