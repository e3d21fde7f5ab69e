import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ScalarTag } from 'yaml';

export const ROOT = join(import.meta.dirname, '..', '..');

export const COMPOSE_FILES = [
  'docker-compose.yml',
  'docker-compose.distributed.yml',
  'docker-compose.cluster.yml',
] as const;
export type ComposeFile = (typeof COMPOSE_FILES)[number];

/** A service as far as the tests look at it. */
export interface ComposeService {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

export interface Compose {
  readonly services: Readonly<Record<string, ComposeService | null>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** `!reset null` takes what another file said away. */
const reset: ScalarTag = { tag: '!reset', resolve: () => null };

/** A compose file as Docker reads it, anchors and merges resolved. */
export function composeFile(name: ComposeFile): Compose {
  const text = readFileSync(join(ROOT, name), 'utf8');
  return parse(text, { merge: true, customTags: [reset] }) as Compose;
}
