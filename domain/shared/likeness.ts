/** What a company's name ends in when it says what it is and not who: `B.V.`, `NV`, `VOF`. */
const LEGAL_FORM = /\s(?:bv|nv|vof|cv|stichting|vereniging)$/;

/**
 * One text for names that may well be the same one: without case, accents, punctuation, spacing and legal form.
 * `Bakkerij De Halm B.V.` and `bakkerij de halm` are alike. Empty when nothing of the name is left.
 */
export function likenessOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(LEGAL_FORM, '').replace(/ /g, '');
}
