import { type CalendarPeriod, isCalendarPeriod } from '../shared/calendar.js';
import { refuseRuleSet } from './refusals.js';

/** A document from outside, as far as it is an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one value at a path, or refuses with `rule-set.invalid` about that path. */
export type Reader<Value> = (value: unknown, path: string) => Value;

const LONGEST_TEXT = 500;

/** Refuses the field at `path`; the empty path is the document itself. */
export function refuse(path: string): never {
  return refuseRuleSet('rule-set.invalid', path || 'ruleSet');
}

export function at(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** An object with no field besides those of `allowed`. */
export function fieldsOf(value: unknown, path: string, allowed: readonly string[]): Fields {
  const fields = recordOf(value, path);
  for (const name of Object.keys(fields)) if (!allowed.includes(name)) refuse(at(path, name));
  return fields;
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

/** One of a closed list. */
export function member<Member extends string>(list: readonly Member[]): Reader<Member> {
  return (value, path) => list.find((known) => known === value) ?? refuse(path);
}

/** Members of a closed list, none twice. */
export function membersOf<Member extends string>(list: readonly Member[]): Reader<readonly Member[]> {
  return (value, path) => {
    if (!Array.isArray(value) || new Set(value).size !== value.length) return refuse(path);
    return value.map((entry, index) => member(list)(entry, `${path}[${index}]`));
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
