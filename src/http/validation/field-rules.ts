import { getMetadataStorage } from 'class-validator';
import { FIELD_RULE, type FieldContext } from '../fields/field.js';

/** The rule of one field: every fault of a value, undefined when it is good. */
export interface FieldRule extends FieldContext {
  readonly field: string;
}

const GATHERED = new WeakMap<object, readonly FieldRule[]>();

/**
 * The rules that class-validator holds of a class and of those it extends, gathered once. Whoever reads input asks them
 * one by one: class-validator's own run makes an error for every field of every request, good or not, and gathers anew.
 * Throws for a rule that no `Field` declared, because it has no code and no sentence.
 */
export function rulesOf(type: new () => object): readonly FieldRule[] {
  const known = GATHERED.get(type);
  if (known !== undefined) return known;
  const held = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const rules = held.map(({ name, propertyName, context }): FieldRule => {
    if (name !== FIELD_RULE) {
      throw new Error(`the field ${type.name}.${propertyName} has a rule that explains nothing`);
    }
    const { explain } = context as FieldContext;
    return { field: propertyName, explain };
  });
  GATHERED.set(type, rules);
  return rules;
}
