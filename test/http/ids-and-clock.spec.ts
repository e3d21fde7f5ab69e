import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { isId } from '../../domain/shared/ids.js';
import { SystemClock } from '../../src/shared/clock.js';
import { deriveId, idAt, newId } from '../../src/shared/ids.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an identifier', () => {
  it('is a new UUIDv7 each time, in the order of making', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(new Set(ids).size).toBe(20_000);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => UUID_V7.test(id) && isId(id))).toBe(true);
  });

  it('goes on in order when the clock is set back', () => {
    const before = newId();
    jest.useFakeTimers({ now: Date.now() - 60_000 });
    expect(newId() > before).toBe(true);
  });

  it('that is derived has the time of its seed, and differs by seed and by label', () => {
    const [seed, other] = [newId(), newId()];
    const derived = deriveId(seed, 'event-0');
    expect(derived).toMatch(UUID_V7);
    expect(derived.slice(0, 13)).toBe(seed.slice(0, 13));
    expect(deriveId(seed, 'event-0')).toBe(derived);
    expect(new Set([derived, deriveId(seed, 'event-1'), deriveId(other, 'event-0'), seed]).size).toBe(4);
  });

  it('of a time and parts depends on nothing else, and on where the parts are cut', () => {
    const at = Date.UTC(2024, 1, 29);
    expect(idAt(at, 'a', 'bc')).toMatch(UUID_V7);
    expect(idAt(at, 'a', 'bc')).toBe(idAt(at, 'a', 'bc'));
    expect(idAt(at, 'ab', 'c')).not.toBe(idAt(at, 'a', 'bc'));
    expect(Number.parseInt(idAt(at, 'a').replace('-', '').slice(0, 12), 16)).toBe(at);
    expect(() => idAt(-1, 'a')).toThrow(RangeError);
  });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the clock', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31', '2026-02-01'],
    ['2026-03-28T22:59:59.999Z', '2026-03-28', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29', '2026-03-30'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25', '2026-10-26'],
  ])('turns to the next day at midnight in Amsterdam, not before: %s', (moment, day, next) => {
    jest.useFakeTimers({ now: new Date(moment) });
    const clock = new SystemClock();
    expect([clock.today(), clock.now()]).toEqual([day, moment]);
    jest.setSystemTime(Date.parse(moment) + 1);
    expect(clock.today()).toBe(next);
    jest.setSystemTime(Date.parse(moment));
    expect(clock.today()).toBe(day);
  });
});
