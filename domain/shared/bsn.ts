const NINE_DIGITS = /(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g;
const YEAR_AND_NUMBER = /^(?:19|20)\d\d[ .-]\d{5}$/;

/** True when the nine digits pass the eleven-test of a BSN: 9·a + 8·b + … + 2·h − i is a multiple of eleven. */
function passesElevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weight = index === 8 ? -1 : 9 - index;
    return total + weight * Number(digit);
  }, 0);
  return sum !== 0 && sum % 11 === 0;
}

/**
 * True when `text` holds a BSN: nine digits, possibly with single spaces, dots or dashes between them, that pass the
 * eleven-test (domain.md section 5). A year with a serial number (`2024-00123`) is how files are numbered and no BSN.
 */
export function holdsBsn(text: string): boolean {
  return (text.match(NINE_DIGITS) ?? []).some(
    (found) => !YEAR_AND_NUMBER.test(found) && passesElevenTest(found.replace(/\D/g, '')),
  );
}
