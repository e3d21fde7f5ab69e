/** Why a value is no good: a stable code and a Dutch sentence. */
export interface FieldFault {
  readonly code: string;
  readonly detail: string;
}

/** How a field's value is read before it is looked at. */
export interface FieldShape {
  /** The class of the object, or of each object in the list, that the field holds. */
  readonly nested?: () => new () => object;
  /** In a query everything is text: turns it into the value, or leaves it for the rule to refuse. */
  readonly fromText?: (text: string) => unknown;
}

/** A field as its class declares it: its one rule, and how its value is read. */
export interface DeclaredField extends FieldShape {
  /** Looks at a value, which may be left out or null; undefined when it is good. */
  readonly explain: (value: unknown) => FieldFault | undefined;
}

const DECLARED = new WeakMap<object, Map<string, DeclaredField>>();
const GATHERED = new WeakMap<object, ReadonlyMap<string, DeclaredField>>();

/** Declares a property as a field of its class. */
export function declareField(field: DeclaredField): PropertyDecorator {
  return (prototype, property) => {
    const own = DECLARED.get(prototype) ?? new Map<string, DeclaredField>();
    own.set(String(property), field);
    DECLARED.set(prototype, own);
  };
}

/** The fields of a class and of those it extends; a map and no object, so that `constructor` is no field of any. */
export function fieldsOf(type: new () => object): ReadonlyMap<string, DeclaredField> {
  const known = GATHERED.get(type);
  if (known !== undefined) return known;
  const fields = new Map<string, DeclaredField>();
  for (let at: object | null = type.prototype; at !== null; at = Object.getPrototypeOf(at)) {
    for (const [name, field] of DECLARED.get(at) ?? []) if (!fields.has(name)) fields.set(name, field);
  }
  GATHERED.set(type, fields);
  return fields;
}
