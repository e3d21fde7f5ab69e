import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fastify } from 'fastify';
import { bareInsert } from './bare-store.js';

/*
 * The handler that the service is compared with: it takes the same request, looks at nothing, and makes an insert of the
 * same size that is as durable. Arguments: the file, `grouped` or `single`, and the bytes of data and of metadata.
 */
const [file = '', commits, dataBytes, metadataBytes] = process.argv.slice(2);
const METADATA = JSON.stringify({ filling: 'x'.repeat(Math.max(0, Number(metadataBytes) - 14)) });
const insert = bareInsert(file, commits === 'grouped', METADATA);

type Session = Readonly<Record<string, unknown>>;

let filling = '';

/** The session as JSON, filled up to the size that the service's own event has. */
function dataOf(sessionId: string, body: Session): string {
  const data = JSON.stringify({ sessionId, ...body, filling });
  const short = Number(dataBytes) - data.length;
  if (short <= 0 || filling !== '') return data;
  filling = 'x'.repeat(short);
  return dataOf(sessionId, body);
}

const app = fastify();
app.post<{ Params: { id: string }; Body: Session }>(
  '/v1/trajectories/:id/sessions',
  async (request, reply) => {
    const id = randomUUID();
    const { id: trajectoryId } = request.params;
    const position = await insert({
      id,
      stream: `trajectory-${trajectoryId}`,
      data: dataOf(id, request.body),
    });
    reply.code(201);
    return { id, revision: position, position: String(position) };
  },
);
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
await once(process, 'SIGTERM');
await app.close();
