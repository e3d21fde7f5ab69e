/** The fields of requests: each sets its rule and its OpenAPI schema at once. */
export { DateField, MonthField, TimeField } from './fields/date-fields.js';
export { Field, type FieldFault, type FieldFaults, type FieldOptions } from './fields/field.js';
export { DatesField, IdsField, NestedField, NestedListField, TextsField } from './fields/list-fields.js';
export { BooleanField, HoursField, IntegerField, minutesOf, NumberField } from './fields/number-fields.js';
export { EnumField, IdField, LongTextField, TextField } from './fields/text-fields.js';
