/** How a field's value is read before it is looked at. */
export interface FieldShape {
  /** The class of the object, or of each object in the list, that the field holds. */
  readonly nested?: () => new () => object;
  /** In a query everything is text: turns it into the value, or leaves it for the rule to refuse. */
  readonly fromText?: (text: string) => unknown;
}

const SHAPES = new WeakMap<object, Map<string, FieldShape>>();
const GATHERED = new WeakMap<object, ReadonlyMap<string, FieldShape>>();

/** Declares a property as a field of its class. */
export function declareField(shape: FieldShape): PropertyDecorator {
  return (prototype, property) => {
    const own = SHAPES.get(prototype) ?? new Map<string, FieldShape>();
    own.set(String(property), shape);
    SHAPES.set(prototype, own);
  };
}

/** The fields of a class and of those it extends; a map and no object, so that `constructor` is no field of any. */
export function fieldsOf(type: new () => object): ReadonlyMap<string, FieldShape> {
  const known = GATHERED.get(type);
  if (known !== undefined) return known;
  const fields = new Map<string, FieldShape>();
  for (let at: object | null = type.prototype; at !== null; at = Object.getPrototypeOf(at)) {
    for (const [name, shape] of SHAPES.get(at) ?? []) if (!fields.has(name)) fields.set(name, shape);
  }
  GATHERED.set(type, fields);
  return fields;
}
