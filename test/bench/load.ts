import autocannon, { type Request } from 'autocannon';

/** What a load came to. */
export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The id in each answer: what the server says that it has stored. */
  readonly acknowledged: readonly string[];
}

const SAMPLE_MS = 50;

/**
 * Sends the requests for `seconds` over so many connections, each of which starts elsewhere in the list and goes round
 * its own part of it. Throws when a request is refused or fails: what is measured is sessions that are stored.
 */
export async function load(
  address: string,
  connections: number,
  seconds: number,
  requests: readonly Request[],
): Promise<Loaded> {
  const answers: Buffer[] = [];
  const part = Math.floor(requests.length / connections);
  let started = 0;
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    sampleInt: SAMPLE_MS,
    setupClient: (client) => {
      client.setRequests(requests.slice(started * part, (started + 1) * part));
      started += 1;
      client.on('body', (body: Buffer) => answers.push(body));
    },
  });
  if (result.errors + result.timeouts + result.non2xx > 0) {
    const { errors, timeouts, non2xx } = result;
    const last = answers.at(-1)?.toString();
    throw new Error(
      `the load met ${errors} errors, ${timeouts} timeouts and ${non2xx} refusals; last: ${last}`,
    );
  }
  const { p50, p99 } = result.latency;
  return { perSecond: result['2xx'] / result.duration, p50, p99, acknowledged: answers.map(idIn) };
}

function idIn(body: Buffer): string {
  const { id }: { id: string } = JSON.parse(body.toString());
  return id;
}
