import type { FieldFault, FieldFaults } from '../fields/field.js';
import { type FieldShape, fieldsOf } from '../fields/shape.js';
import type { InputFault } from '../problem/problem.js';
import { rulesOf } from './field-rules.js';

type Type<T extends object = object> = new () => T;
type Plain = Readonly<Record<string, unknown>>;

const MOST_FAULTS = 100;

const UNKNOWN = {
  code: 'field.unknown',
  detail: 'Dit veld bestaat hier niet. Haal het weg of verbeter de naam.',
};

/** A request as an instance of its class, or every fault that it has (at most a hundred). */
export type Input<T> = { readonly value: T } | { readonly faults: readonly InputFault[] };

/**
 * Reads a body, or with `text` a query, into an instance of `type` and looks at every field. Fields that the class does
 * not declare are refused here and never copied: class-validator's own whitelist takes a field named `hasOwnProperty`
 * for a known one. Nested objects become instances of their own classes.
 */
export function readInput<T extends object>(type: Type<T>, plain: unknown, text: boolean): Input<T> {
  const faults: InputFault[] = [];
  const value = new Reader(faults, text).read(type, plain, '');
  return faults.length === 0 ? { value } : { faults };
}

class Reader {
  constructor(
    private readonly faults: InputFault[],
    private readonly text: boolean,
  ) {}

  read<T extends object>(type: Type<T>, plain: unknown, path: string): T {
    const instance = new type();
    const fields = fieldsOf(type);
    const values = instance as Record<string, unknown>;
    for (const [name, value] of Object.entries(plain as Plain)) {
      const shape = fields.get(name);
      if (shape === undefined) this.fault({ field: path + name, ...UNKNOWN });
      else values[name] = this.converted(shape, value);
    }
    const refused = new Set<string>();
    for (const { field, explain } of rulesOf(type)) {
      const explained = explain(values[field]);
      if (explained === undefined) continue;
      refused.add(field);
      this.explain(path + field, explained);
    }
    for (const [name, { nested }] of fields) {
      const value = values[name];
      if (nested === undefined || value === undefined || value === null) continue;
      // What is no object, or a list that is too long, was refused by the field's own rule.
      if (refused.has(name)) continue;
      values[name] = this.readNested(nested(), value, path + name);
    }
    return instance;
  }

  private readNested(type: Type, value: unknown, path: string): unknown {
    if (!Array.isArray(value)) return this.read(type, value, `${path}.`);
    return value.map((item, index) => this.read(type, item, `${path}[${index}].`));
  }

  private converted(shape: FieldShape, value: unknown): unknown {
    return this.text && shape.fromText !== undefined && typeof value === 'string'
      ? shape.fromText(value)
      : value;
  }

  private explain(field: string, explained: FieldFaults): void {
    const faults: readonly FieldFault[] = 'code' in explained ? [explained] : explained;
    for (const { at, ...fault } of faults) {
      this.fault({ field: at === undefined ? field : `${field}.${at}`, ...fault });
    }
  }

  private fault(fault: InputFault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
}
