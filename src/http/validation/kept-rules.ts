import type { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Lets class-validator keep the rules of each class once it has gathered them. It would do so anew for every value, with a
 * look at all classes that have rules. They are declared with the classes, so they are all there when a first value comes.
 * Only what is asked without a schema and without groups is kept, as this service asks.
 */
export function keepRules(storage: Storage): void {
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const kept = new WeakMap<object, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups)
      return gather(target, schema, always, strictGroups, groups);
    const known = kept.get(target);
    if (known !== undefined) return known;
    const rules = gather(target, schema, always, strictGroups, groups);
    kept.set(target, rules);
    return rules;
  };
}
