import { isSealed } from '../../domain/shared/protected.js';
import type { Forgotten } from '../privacy/forgotten.js';
import type { Sealer } from '../privacy/sealer.js';

/** Opens what people wrote, for who was let in. */
export type Texts = Pick<Sealer, 'openAll' | 'openRows'>;

/** What a person is known by, and what is read in its place. */
export interface Alias {
  readonly words: readonly string[];
  readonly pseudonym: string;
}

/** A shorter word stands for too much else. */
const SHORTEST_WORD = 3;

/**
 * Opens texts for who sees a pseudonym: where a text names the person as they are registered (name, number, how they are
 * reached, who represents them) the pseudonym stands in its place. Another way of naming somebody it cannot know. What is
 * not sealed holds no names, and stays as it is.
 */
export class PseudonymousTexts implements Texts {
  #replaced: Promise<(text: string) => string> | undefined;

  constructor(
    private readonly sealer: Texts,
    private readonly alias: () => Promise<Alias>,
  ) {}

  async openAll<Value>(values: Parameters<Texts['openAll']>[0]): Promise<readonly (Value | Forgotten)[]> {
    const opened = await this.sealer.openAll<Value>(values as never);
    const replaced = await this.replaced();
    return opened.map((value, index) =>
      isSealed(values[index]) ? (inDepth(value, replaced) as Value | Forgotten) : value,
    );
  }

  async openRows<Row extends object>(rows: readonly Row[]) {
    const opened = await this.sealer.openRows(rows);
    const replaced = await this.replaced();
    return opened.map((row, index) => {
      const sealed = rows[index] as Readonly<Record<string, unknown>>;
      const fields = Object.entries(row).map(([field, value]) => [
        field,
        isSealed(sealed[field]) ? inDepth(value, replaced) : value,
      ]);
      return Object.fromEntries(fields) as typeof row;
    });
  }

  private replaced(): Promise<(text: string) => string> {
    this.#replaced ??= this.alias().then(replacing);
    return this.#replaced;
  }
}

function replacing({ words, pseudonym }: Alias): (text: string) => string {
  const named = words.map((word) => word.trim()).filter(({ length }) => length >= SHORTEST_WORD);
  if (named.length === 0) return (text) => text;
  const longestFirst = named.sort((a, b) => b.length - a.length).map(patternOf);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.normalize('NFC').replace(pattern, pseudonym);
}

/** However the words are spaced. */
function patternOf(word: string): string {
  return word
    .normalize('NFC')
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
}

/** The value with every text in it replaced. */
function inDepth(value: unknown, replaced: (text: string) => string): unknown {
  if (typeof value === 'string') return replaced(value);
  if (Array.isArray(value)) return value.map((one) => inDepth(one, replaced));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, inDepth(one, replaced)]));
}
