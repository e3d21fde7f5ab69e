import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

/** How long a read waits for what the asker wrote just before, in milliseconds (api.md: 5 s). */
const DEADLINE_MS = 5_000;

/** Waits until the read models hold everything up to a position. */
export interface PositionGate {
  /** `malformed` when the text is no position of this service; `late` when the time ran out. */
  waitFor(position: string, timeoutMs: number): Promise<'reached' | 'late' | 'malformed'>;
}

/** The injection token of the gate. */
export const POSITION_GATE = Symbol('POSITION_GATE');

/** Lets a read with `?position=` wait for it, at most five seconds; then 503 with `Retry-After`. */
export function waitForPosition(
  fastify: FastifyInstance,
  gate: PositionGate,
  deadlineMs = DEADLINE_MS,
): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const position = positionOf(request);
    if (position === undefined) return done();
    wait(gate, position, deadlineMs).then(() => done(), done);
  });
}

function positionOf(request: FastifyRequest): unknown {
  if (request.is404 || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
  const { query } = request;
  return typeof query === 'object' && query !== null && 'position' in query ? query.position : undefined;
}

async function wait(gate: PositionGate, position: unknown, deadlineMs: number): Promise<void> {
  const outcome =
    typeof position === 'string' && position !== '' ? await gate.waitFor(position, deadlineMs) : 'malformed';
  if (outcome === 'reached') return;
  if (outcome === 'late') throw CATCHING_UP;
  const detail = 'Deze positie is niet geldig. Neem position over uit het antwoord op wat u vastlegde.';
  throw new Problem(400, 'position.invalid', {
    detail,
    field: 'position',
    errors: [{ field: 'position', code: 'position.invalid', detail }],
  });
}

const CATCHING_UP = new Problem(503, 'read-model.catching-up', {
  detail: 'Wat u zoekt wordt nog bijgewerkt. Probeer het over een paar tellen nog eens.',
  headers: { 'retry-after': '2' },
});
