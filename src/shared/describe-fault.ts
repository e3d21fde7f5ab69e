/** An error as the log may hold it. */
export interface Fault {
  readonly name: string;
  readonly code?: string;
  /** Where it was thrown: the frames of its stack. */
  readonly at: readonly string[];
  readonly cause?: Fault;
}

const FRAMES = 12;
const DEPTH = 4;

/**
 * An error without its message: where it came from, but nothing that it may quote of the input, because a log line
 * never holds personal data.
 */
export function describeFault(error: unknown, depth = DEPTH): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    at: framesOf(error.stack),
    ...(error.cause === undefined || depth === 0 ? {} : { cause: describeFault(error.cause, depth - 1) }),
  };
}

/** A message of several lines stands above the frames in a stack, so only lines that look like frames are kept. */
function framesOf(stack: string | undefined): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at .*[:(<]/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
