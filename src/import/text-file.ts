import { createReadStream } from 'node:fs';

/** How a spreadsheet's text is stored. A byte-order mark is kept where the source had one. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

/** One physical line of a text file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** `\r\n`, `\n`, or nothing on a last line without one. */
  readonly terminator: string;
  /** Bytes of the file that were read when this line was, for a progress bar. */
  readonly readBytes: number;
}

/** A text file that cannot be read as a spreadsheet at all; `message` is a Dutch sentence. */
export class UnreadableFile extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'UnreadableFile';
  }
}

/** The code that Node gives an error of the system or of an encoding, such as `ENOENT`. */
export function systemCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** A line longer than this is no row of a spreadsheet; it bounds the memory that a broken file can take. */
const LONGEST_LINE = 1_000_000;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The encoding of the file at `path`: UTF-8 when all of its bytes are valid UTF-8, else Windows-1252, which has a
 * character for every byte. Reads the file once, in bounded memory; fails as `fs` does when it cannot be read.
 */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = '';
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk, { stream: true });
      start ||= text.slice(0, 1);
    }
    decoder.decode();
  } catch (error) {
    if (systemCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
  return start === BYTE_ORDER_MARK ? 'utf-8-bom' : 'utf-8';
}

/**
 * The lines of the file at `path`, one at a time, without the byte-order mark. A lone carriage return ends no line.
 * Throws `UnreadableFile` on a line of more than `longest` characters.
 */
export async function* readLines(
  path: string,
  encoding: TextEncoding,
  longest: number = LONGEST_LINE,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding === 'windows-1252' ? 'windows-1252' : 'utf-8', { fatal: true });
  let number = 0;
  let readBytes = 0;
  let rest = '';
  for await (const chunk of createReadStream(path)) {
    readBytes += chunk.length;
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield terminated(rest.slice(from, end + 1), ++number, readBytes);
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > longest)
      throw new UnreadableFile(`Regel ${number + 1} is te lang: dit is geen csv-bestand.`);
  }
  rest += decoder.decode();
  if (rest !== '') yield terminated(rest, ++number, readBytes);
}

function terminated(line: string, number: number, readBytes: number): Line {
  const terminator = line.endsWith('\r\n') ? '\r\n' : line.endsWith('\n') ? '\n' : '';
  return { number, text: line.slice(0, line.length - terminator.length), terminator, readBytes };
}

/** `text` as bytes in `encoding`, a question mark where Windows-1252 lacks the character; adds no byte-order mark. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding !== 'windows-1252') return Buffer.from(text, 'utf8');
  return Buffer.from(Array.from(text, (character) => windows1252Bytes.get(character) ?? QUESTION_MARK));
}

/** The byte-order mark's bytes where `encoding` has one, else none. */
export function byteOrderMark(encoding: TextEncoding): Buffer {
  return Buffer.from(encoding === 'utf-8-bom' ? BYTE_ORDER_MARK : '', 'utf8');
}

const QUESTION_MARK = 0x3f;
const windows1252Bytes = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (character, byte) => [character, byte] as const,
  ),
);
