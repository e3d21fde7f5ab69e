import { readdirSync, readFileSync } from 'node:fs';

/** A document of the repository: its path from the root, and its text. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Every document that people read: those in the root and everything under docs/. */
export function documents(): readonly Document[] {
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
  return [...readdirSync('.'), ...below]
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Where the links and pictures of a document lead, those in code left out. */
export function linksOf({ text }: Document): readonly string[] {
  const prose = text.replace(/```[\s\S]*?```|^ {4}.*$|`[^`\n]*`/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors that a document's headings have, as the common renderers of Markdown make them. */
export function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
