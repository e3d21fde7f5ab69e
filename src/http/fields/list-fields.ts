import { dateCheck } from './date-fields.js';
import { Field, type FieldCheck, type FieldFault, type FieldOptions } from './field.js';
import { idCheck, textCheck } from './text-fields.js';

const LONGEST_LIST = 50;
const LONGEST_ITEM = 500;

export interface ListOptions extends FieldOptions {
  /** The most items; default 50. */
  readonly maxItems?: number;
  /** The fewest items; default 0. */
  readonly minItems?: number;
}

/** A list of texts, each of 1 to 500 characters unless `max` says otherwise. */
export function TextsField(options: ListOptions & { readonly max?: number }): PropertyDecorator {
  const { max = LONGEST_ITEM } = options;
  return listField(options, textCheck('text', 1, max), { type: 'string', minLength: 1, maxLength: max });
}

/** A list of identifiers. */
export function IdsField(options: ListOptions): PropertyDecorator {
  return listField(options, idCheck, { type: 'string', format: 'uuid' });
}

/** A list of calendar dates `YYYY-MM-DD` that exist. */
export function DatesField(options: ListOptions): PropertyDecorator {
  return listField(options, dateCheck, { type: 'string', format: 'date' });
}

function listField(options: ListOptions, checkItem: FieldCheck, items: object): PropertyDecorator {
  const { maxItems = LONGEST_LIST, minItems = 0 } = options;
  return Field(options, {
    check: (value) =>
      listFault(value, minItems, maxItems) ?? itemFault(value as readonly unknown[], checkItem),
    schema: { type: 'array', items, minItems, maxItems },
  });
}

function itemFault(list: readonly unknown[], checkItem: FieldCheck): FieldFault | undefined {
  for (const [index, item] of list.entries()) {
    const fault = checkItem(item);
    if (fault !== undefined) return { code: fault.code, detail: `Regel ${index + 1}: ${fault.detail}` };
  }
  return undefined;
}

function listFault(value: unknown, minItems: number, maxItems: number): FieldFault | undefined {
  if (!Array.isArray(value)) return { code: 'list.invalid', detail: 'Vul hier een lijst in.' };
  if (value.length > maxItems) {
    return { code: 'list.too-long', detail: `Vul ten hoogste ${maxItems} regels in.` };
  }
  return value.length < minItems
    ? {
        code: 'list.too-short',
        detail: `Vul ten minste ${minItems === 1 ? 'één regel' : `${minItems} regels`} in.`,
      }
    : undefined;
}

const NOT_AN_OBJECT: FieldFault = { code: 'object.invalid', detail: 'Vul hier een JSON-object in.' };

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Nested = () => new () => object;

/** An object of a class with fields of its own; its faults carry the path to them. */
export function NestedField(nested: Nested, options: FieldOptions): PropertyDecorator {
  return Field(options, {
    check: (value) => (isObject(value) ? undefined : NOT_AN_OBJECT),
    schema: { type: () => nested() },
    shape: { nested },
  });
}

/** A list of objects of a class with fields of its own. */
export function NestedListField(nested: Nested, options: ListOptions): PropertyDecorator {
  const { maxItems = LONGEST_LIST, minItems = 0 } = options;
  return Field(options, {
    check: (value) => {
      const fault = listFault(value, minItems, maxItems);
      if (fault !== undefined) return fault;
      const wrong = (value as readonly unknown[]).findIndex((item) => !isObject(item));
      return wrong < 0
        ? undefined
        : { code: NOT_AN_OBJECT.code, detail: `Regel ${wrong + 1}: ${NOT_AN_OBJECT.detail}` };
    },
    schema: { type: () => nested(), isArray: true, minItems, maxItems },
    shape: { nested },
  });
}
