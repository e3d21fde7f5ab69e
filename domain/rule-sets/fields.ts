import {
  type CalendarDate,
  type CalendarPeriod,
  isCalendarPeriod,
  parseCalendarDate,
} from '../shared/calendar.js';
import { faultAt, InvalidRuleSet, type RuleSetFault } from './refusals.js';

/** A document from outside, as far as it is an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one value at a path, or throws an `InvalidRuleSet` with every fault that is found there. */
export type Reader<Value> = (value: unknown, path: string) => Value;

const LONGEST_TEXT = 500;

/** Refuses the field at `path`; the empty path is the document itself. */
export function refuse(path: string): never {
  throw new InvalidRuleSet([faultAt(path)]);
}

export function at(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** Gathers the faults of several fields, so that they are told together. */
export class Faults {
  private readonly found: RuleSetFault[] = [];

  add(fault: RuleSetFault): void {
    this.found.push(fault);
  }

  /** What `read` gives, or undefined when it found faults, which are kept. */
  gather<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidRuleSet)) throw error;
      this.found.push(...error.faults);
      return undefined;
    }
  }

  /** Throws what was gathered. */
  throwAny(): void {
    const [first, ...others] = this.found;
    if (first !== undefined) throw new InvalidRuleSet([first, ...others]);
  }
}

/** Reads an object of exactly these fields, of which those of `optional` may be left out. */
export function objectOf<Shape extends object>(
  readers: { readonly [Name in keyof Shape]-?: Reader<Exclude<Shape[Name], undefined>> },
  optional: readonly (keyof Shape & string)[] = [],
): Reader<Shape> {
  return (value, path) => {
    const fields = recordOf(value, path);
    const faults = new Faults();
    const read = Object.entries<Reader<unknown>>(readers).flatMap(([name, reader]): [string, unknown][] => {
      const given = fields[name];
      if (given !== undefined) return [[name, faults.gather(() => reader(given, at(path, name)))]];
      if (!optional.includes(name as keyof Shape & string)) {
        faults.add(faultAt(at(path, name), 'rule-set.field-required'));
      }
      return [];
    });
    for (const name of Object.keys(fields)) {
      if (!Object.hasOwn(readers, name)) faults.add(faultAt(at(path, name), 'rule-set.field-unknown'));
    }
    faults.throwAny();
    return Object.fromEntries(read) as Shape;
  };
}

/** Reads an object of whatever fields, each with the same reader. */
export function recordsOf<Value>(reader: Reader<Value>): Reader<{ readonly [name: string]: Value }> {
  return (value, path) => {
    const faults = new Faults();
    const read = Object.entries(recordOf(value, path)).map(
      ([name, part]) => [name, faults.gather(() => reader(part, at(path, name)))] as const,
    );
    faults.throwAny();
    return Object.fromEntries(read) as { readonly [name: string]: Value };
  };
}

/** Reads a list with a reader of its members. */
function listOf<Value>(reader: Reader<Value>): Reader<readonly Value[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return refuse(path);
    const faults = new Faults();
    const read = value.map((part: unknown, index) => faults.gather(() => reader(part, `${path}[${index}]`)));
    faults.throwAny();
    return read as Value[];
  };
}

/** An object of whatever fields. */
export function recordOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path);
  return value as Fields;
}

export const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT ? value : refuse(path);

export const flag: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path));

/** A calendar period of one unit, such as `P6M`. */
export const period: Reader<CalendarPeriod> = (value, path) =>
  isCalendarPeriod(value) ? value : refuse(path);

/** A calendar date that exists. */
export const date: Reader<CalendarDate> = (value, path) => parseCalendarDate(value) ?? refuse(path);

/** One of a closed list. */
export function member<Member>(list: readonly Member[]): Reader<Member> {
  return (value, path) => list.find((known) => known === value) ?? refuse(path);
}

/** Members of a closed list, none twice. */
export function membersOf<Member extends string>(list: readonly Member[]): Reader<readonly Member[]> {
  const read = listOf(member(list));
  return (value, path) => {
    const members = read(value, path);
    return new Set(members).size === members.length ? members : refuse(path);
  };
}

/** Exactly three numbers from `least` up to and including `most`. */
export function threeNumbers(least: number, most: number): Reader<readonly [number, number, number]> {
  const read = listOf(numberBetween(least, most));
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== 3) return refuse(path);
    return read(value, path) as readonly [number, number, number];
  };
}

/** A whole number from `least` up to and including `most`. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(path);
}

/** A number from `least` up to and including `most`. */
export function numberBetween(least: number, most: number): Reader<number> {
  return (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most
      ? value
      : refuse(path);
}
