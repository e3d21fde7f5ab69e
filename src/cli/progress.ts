import cliProgress from 'cli-progress';

/** How far a long piece of work is. */
export interface Progress {
  /** Says that `done` of the total are done. */
  at(done: number): void;
  /** Ends the display; what comes next starts on a line of its own. */
  stop(): void;
}

/** What progress is shown on: standard error, so that standard output stays for the answer. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Without a terminal a line appears no more often than this. */
const LINE_EVERY_MS = 5_000;

/**
 * Shows how much of `total` is done: a bar on a terminal; elsewhere, as in a log, a plain line now and then, and none
 * for work that is done before the first is due.
 *
 * @param label what is being done, in Dutch
 * @param total bytes, rows or whatever `at` counts
 * @param now milliseconds on any clock that only goes forward
 */
export function showProgress(
  label: string,
  total: number,
  stream: ProgressStream = process.stderr,
  now: () => number = performance.now.bind(performance),
): Progress {
  if (stream.isTTY) return barOn(stream, label, total);
  const percentage = (done: number) => `${total > 0 ? Math.floor((100 * done) / total) : 100}%`;
  return linesOn(stream, (done) => `${label}: ${percentage(done)}`, now);
}

/** Shows, as a plain line now and then, how many are done of what has no known total. */
export function showCount(
  label: string,
  stream: ProgressStream = process.stderr,
  now: () => number = performance.now.bind(performance),
): Progress {
  return linesOn(stream, (done) => `${label}: ${done}`, now);
}

function barOn(stream: ProgressStream, label: string, total: number): Progress {
  const bar = new cliProgress.SingleBar(
    { format: `${label} {bar} {percentage}%`, stream, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { at: (done) => bar.update(done), stop: () => bar.stop() };
}

function linesOn(stream: ProgressStream, line: (done: number) => string, now: () => number): Progress {
  let shownAt = now();
  return {
    at: (done) => {
      if (now() - shownAt < LINE_EVERY_MS) return;
      shownAt = now();
      stream.write(`${line(done)}\n`);
    },
    stop: () => undefined,
  };
}
