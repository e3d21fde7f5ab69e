import { Agent, request } from 'node:http';
import type { Answered } from './acts.js';

/** An answer, and how long it took from the first byte sent to the last received. */
export interface Timed {
  readonly status: number;
  readonly body: Answered;
  readonly milliseconds: number;
}

/** Asks one server over connections that stay open. */
export class KeptClient {
  readonly #agent: Agent;
  readonly #address: URL;

  constructor(address: string, connections: number) {
    this.#address = new URL(address);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Rejects when the server goes away in mid-call. */
  ask(token: string, path: string, body?: object): Promise<Timed> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.#agent,
          host: this.#address.hostname,
          port: this.#address.port,
          method: text === undefined ? 'GET' : 'POST',
          path,
          headers: {
            authorization: `Bearer ${token}`,
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const milliseconds = performance.now() - startedAt;
            const read = Buffer.concat(chunks).toString();
            resolve({
              status: answer.statusCode ?? 0,
              body: read === '' ? {} : JSON.parse(read),
              milliseconds,
            });
          });
        },
      );
      asked.on('error', reject);
      asked.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
