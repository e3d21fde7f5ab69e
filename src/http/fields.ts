/** The fields of requests: each sets its rule and its OpenAPI schema at once. */
export { DateField, type DateOptions, TimeField } from './fields/date-fields.js';
export {
  Field,
  type FieldCheck,
  type FieldDefinition,
  type FieldFault,
  type FieldOptions,
} from './fields/field.js';
export {
  IdsField,
  type ListOptions,
  NestedField,
  NestedListField,
  TextsField,
} from './fields/list-fields.js';
export {
  BooleanField,
  HoursField,
  IntegerField,
  minutesOf,
  NumberField,
  type NumberOptions,
} from './fields/number-fields.js';
export {
  EnumField,
  type EnumOptions,
  IdField,
  LongTextField,
  TextField,
  type TextOptions,
} from './fields/text-fields.js';
