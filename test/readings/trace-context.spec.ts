import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newSpanId, newTrace, traceContextOf } from '../../src/readings/trace-context.js';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''));
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('the trace of a request', () => {
  it('is the one of the caller, for every header that is valid', () => {
    fc.assert(
      fc.property(hex(32), hex(16), hex(2), (traceId, spanId, flags) => {
        fc.pre(!/^0+$/.test(traceId) && !/^0+$/.test(spanId));
        const expected = { traceId, parentSpanId: spanId };
        expect(traceContextOf(`00-${traceId}-${spanId}-${flags}`)).toEqual(expected);
        // What a later version adds is passed over.
        expect(traceContextOf(`01-${traceId}-${spanId}-${flags}-more`)).toEqual(expected);
      }),
    );
  });

  it.each([
    undefined,
    '',
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-01-more`,
    `01-${TRACE}-${SPAN}-01more`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    ` 00-${TRACE}-${SPAN}-01`,
  ])('begins here when the header is %j', (header) => {
    const { traceId, parentSpanId } = traceContextOf(header);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect([traceId === TRACE, parentSpanId]).toEqual([false, undefined]);
  });

  it('and each step in it have numbers that no other has', () => {
    const traces = Array.from({ length: 1_000 }, () => newTrace().traceId);
    const spans = Array.from({ length: 1_000 }, newSpanId);
    expect([new Set(traces).size, new Set(spans).size]).toEqual([1_000, 1_000]);
  });
});
