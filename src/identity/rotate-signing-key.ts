import { readFileSync } from 'node:fs';
import { replaceDurably } from '../shared/exclusive-file.js';
import { keyTextsIn, newKeyText, SigningKeys } from './signing-keys.js';
import { CLI_TOKEN_SECONDS } from './token.js';

/** A line above a key that does not sign: since when, as an instant, or that it is yet to. */
const RETIRED = '# retired ';
const ANNOUNCED = '# announced';

/**
 * `announce` publishes a next key and goes on signing with the present one · `replace` signs with the announced key, or a
 * new one, and keeps the others while their tokens may live · `revoke` is `replace` that keeps none: for a key that leaked.
 */
export type Rotation = 'announce' | 'replace' | 'revoke';

interface Entry {
  readonly pem: string;
  /** An instant; undefined for the key that signs and one that is announced. */
  readonly retiredAt?: string;
  readonly announced?: true;
}

/**
 * Rotates the keys in `file` and gives the names of those that it then holds, the one that signs first. The file is
 * replaced at once, so that whoever reads it sees the old or the new one. Throws when it cannot be read or written.
 */
export function rotateSigningKey(file: string, rotation: Rotation, now: Date): readonly string[] {
  const entries = entriesIn(readFileSync(file, 'utf8'));
  replaceDurably(file, textOf(rotated(entries, rotation, now)));
  return SigningKeys.open(file).all.map(({ kid }) => kid);
}

function rotated([present, ...others]: readonly Entry[], rotation: Rotation, now: Date): readonly Entry[] {
  const announced = others.find((entry) => entry.announced);
  const retired = others.filter((entry) => !entry.announced && livesOn(entry, now));
  if (present === undefined) throw new Error('a file of signing keys holds one at least');
  if (rotation === 'announce') {
    return [present, announced ?? { pem: newKeyText(), announced: true }, ...retired];
  }
  const next: Entry = { pem: announced?.pem ?? newKeyText() };
  if (rotation === 'revoke') return [next];
  return [next, { pem: present.pem, retiredAt: now.toISOString() }, ...retired];
}

/** A key that no longer signs is kept as long as the longest token of it can live, and a day. */
function livesOn({ retiredAt }: Entry, now: Date): boolean {
  const longest = (CLI_TOKEN_SECONDS + 24 * 60 * 60) * 1000;
  return retiredAt === undefined || now.getTime() - Date.parse(retiredAt) < longest;
}

/** What stands between two keys in a PEM file is for whoever reads it (RFC 7468, section 2); ours says how a key stands. */
function entriesIn(text: string): readonly Entry[] {
  let from = 0;
  return keyTextsIn(text).map((pem) => {
    const at = text.indexOf(pem, from);
    const above = text.slice(from, at).split('\n');
    from = at + pem.length;
    const retiredAt = above.find((line) => line.startsWith(RETIRED))?.slice(RETIRED.length);
    const announced = above.includes(ANNOUNCED);
    return { pem, ...(retiredAt && { retiredAt }), ...(announced && { announced }) };
  });
}

function textOf(entries: readonly Entry[]): string {
  return entries
    .map(({ pem, retiredAt, announced }) => {
      const above =
        retiredAt === undefined ? (announced ? `${ANNOUNCED}\n` : '') : `${RETIRED}${retiredAt}\n`;
      return `${above}${pem.trimEnd()}\n`;
    })
    .join('');
}
