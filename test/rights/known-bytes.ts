import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every way in which a text could lie in a file. */
function writtenAs(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(utf8.toString('base64').replace(/=+$/, '')),
    Buffer.from(utf8.toString('base64url')),
    Buffer.from(utf8.toString('hex')),
  ];
}

/** The bytes of something that is no text, and what they look like written down. */
function bytesAs(bytes: Buffer): readonly Buffer[] {
  return [
    bytes,
    Buffer.from(bytes.toString('base64').replace(/=+$/, '')),
    Buffer.from(bytes.toString('base64url')),
    Buffer.from(bytes.toString('hex')),
  ];
}

/** Which of these texts and bytes lie in which file of some folders, whatever the file: `file: what`. */
export function foundIn(
  folders: readonly string[],
  known: Readonly<Record<string, string | Buffer>>,
): string[] {
  const needles = Object.entries(known).map(
    ([name, value]) => [name, typeof value === 'string' ? writtenAs(value) : bytesAs(value)] as const,
  );
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        return needles.flatMap(([name, forms]) =>
          forms.some((form) => bytes.includes(form)) ? [`${entry.name}: ${name}`] : [],
        );
      }),
  );
}
