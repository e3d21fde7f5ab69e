import { pooledRandomBytes } from '../shared/random-pool.js';

/** Of which trace something is a part (W3C Trace Context), in hexadecimal. */
export interface TraceContext {
  /** Sixteen bytes. */
  readonly traceId: string;
  /** The step of the caller that this one is a part of, eight bytes; undefined where the trace begins here. */
  readonly parentSpanId: string | undefined;
}

/** A later version may go on after the flags; version 00 may not. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const NO_TRACE = '0'.repeat(32);
const NO_SPAN = '0'.repeat(16);

/** The trace that a header `traceparent` says, else a new one: a header that is not valid counts as none. */
export function traceContextOf(traceparent: unknown): TraceContext {
  const [, version, traceId, parentSpanId, more] = TRACEPARENT.exec(String(traceparent)) ?? [];
  const isValid =
    traceId !== undefined &&
    traceId !== NO_TRACE &&
    parentSpanId !== NO_SPAN &&
    version !== 'ff' &&
    (version !== '00' || more === undefined);
  return isValid ? { traceId, parentSpanId } : newTrace();
}

/** A trace that begins here. */
export function newTrace(): TraceContext {
  return { traceId: pooledRandomBytes(16).toString('hex'), parentSpanId: undefined };
}

/** A new id of a step within a trace. */
export function newSpanId(): string {
  return pooledRandomBytes(8).toString('hex');
}
