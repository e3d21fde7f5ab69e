import { expect, it } from '@jest/globals';
import { getMetadataStorage, IsString, Length } from 'class-validator';
import { keepRules } from '../../src/http/validation/kept-rules.js';

class Named {
  @IsString()
  name = '';
}

class Short extends Named {
  @Length(1, 3, { groups: ['strict'] })
  code = '';
}

it('gathers the rules of a class once, inherited ones included, and those of a group each time anew', () => {
  const storage = getMetadataStorage();
  const gathered = (type: typeof Named, groups?: string[]) =>
    storage.getTargetValidationMetadatas(type, '', false, false, groups as string[]);
  const before = [gathered(Named), gathered(Short), gathered(Short, ['strict'])];
  expect(gathered(Short)).not.toBe(before[1]);
  keepRules(storage);
  expect([gathered(Named), gathered(Short), gathered(Short, ['strict'])]).toEqual(before);
  expect(before.map((rules) => rules.length)).toEqual([1, 2, 1]);
  expect(gathered(Short)).toBe(gathered(Short));
  expect(gathered(Short, ['strict'])).not.toBe(gathered(Short, ['strict']));
});
