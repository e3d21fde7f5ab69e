import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { MoveRefused } from './move-refused.js';

/** The text of an export in portions, and at the end what it comes to. */
type ExportText<End> = AsyncGenerator<string, End, undefined>;

/**
 * Writes an export to a file that is not there yet (mode 0600). It has its name only once it is whole and on disk.
 * Rejects with `MoveRefused` when the file is there.
 */
export async function writeExport<End>(path: string, text: ExportText<End>): Promise<End> {
  if (existsSync(path)) {
    throw new MoveRefused(
      'file.exists',
      `${path} bestaat al. Kies een andere naam; er wordt niets overschreven.`,
    );
  }
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    const end = await passOn(text, (portion) => file.writeFile(portion));
    await file.sync();
    await file.close();
    await rename(draft, path);
    return end;
  } catch (error) {
    await file.close();
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Writes an export to a stream, at the pace of the one who reads it; the stream stays open. Rejects when the reader
 * goes away.
 */
export function streamExport<End>(text: ExportText<End>, stream: NodeJS.WritableStream): Promise<End> {
  // The write that fails has the error as well, and rejects with it; without a listener it would end the process.
  stream.on('error', () => undefined);
  return passOn(
    text,
    (portion) =>
      new Promise((done, fail) =>
        stream.write(portion, (error?: Error | null) => (error ? fail(error) : done())),
      ),
  );
}

async function passOn<End>(text: ExportText<End>, write: (portion: string) => Promise<void>): Promise<End> {
  for (;;) {
    const { value, done } = await text.next();
    if (done) return value;
    await write(value);
  }
}
