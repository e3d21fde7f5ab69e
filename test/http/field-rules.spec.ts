import { expect, it } from '@jest/globals';
import { IsString } from 'class-validator';
import { IntegerField, TextField } from '../../src/http/fields.js';
import { rulesOf } from '../../src/http/validation/field-rules.js';

const NAME = { description: 'De naam.' };

class Named {
  @TextField(NAME)
  name: string;
}

class Aged extends Named {
  @IntegerField({ description: 'De leeftijd.', min: 0, max: 150 })
  age: number;
}

class Renamed extends Named {
  @TextField({ ...NAME, optional: true })
  override name = '';
}

class Foreign {
  @IsString()
  name: string;
}

it('a class has the rules of its own fields and of those that it inherits, gathered once', () => {
  const rules = rulesOf(Aged);
  expect(rules.map(({ field }) => field)).toEqual(['age', 'name']);
  expect(rules.map(({ explain }) => explain(undefined))).toEqual([
    { code: 'field.required', detail: expect.any(String) },
    { code: 'field.required', detail: expect.any(String) },
  ]);
  expect(rulesOf(Aged)).toBe(rules);
});

it('a field that is declared again has the later rule alone', () => {
  const [rule, ...others] = rulesOf(Renamed);
  expect(others).toEqual([]);
  expect(rule?.explain(undefined)).toBeUndefined();
});

it('a rule that could not say what is wrong is refused, and not passed over', () => {
  expect(() => rulesOf(Foreign)).toThrow('Foreign.name');
});
