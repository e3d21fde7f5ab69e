/** A number as an exact fraction. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMALS = new Map<number, Fraction>();

/** The decimal number as it is written: 7.5 is 75/10. */
export function decimal(value: number): Fraction {
  const known = DECIMALS.get(value);
  if (known) return known;
  const [whole = '0', behind = ''] = String(value).split('.');
  if (!/^\d+$/.test(whole + behind)) throw new RangeError(`not a plain decimal: ${value}`);
  const fraction = { numerator: BigInt(whole + behind), denominator: 10n ** BigInt(behind.length) };
  DECIMALS.set(value, fraction);
  return fraction;
}

/** The product of the fractions. */
export function product(...fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (a, b) => ({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }),
    { numerator: 1n, denominator: 1n },
  );
}

/** A sum that stays exact until it is asked for, and is rounded down once (reading 21). */
export class ExactSum {
  readonly #numerators = new Map<bigint, bigint>();

  add(part: Fraction): void {
    this.#numerators.set(part.denominator, (this.#numerators.get(part.denominator) ?? 0n) + part.numerator);
  }

  roundedDown(): number {
    let numerator = 0n;
    let denominator = 1n;
    for (const [d, n] of this.#numerators) {
      numerator = numerator * d + n * denominator;
      denominator *= d;
    }
    return Number(numerator / denominator);
  }
}
