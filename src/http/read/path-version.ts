import { pathParameter } from './path-parameter.js';

const VERSION = /^[1-9]\d{0,5}$/;

/** Gives a handler the version number in its path; one that is no whole number from 1 on is a 400. */
export const PathVersion = pathParameter({
  check: (text) =>
    VERSION.test(String(text))
      ? undefined
      : { code: 'number.invalid', detail: 'Vul een heel getal in van 1 tot en met 999999.' },
  read: Number,
  schema: { type: 'integer', minimum: 1, maximum: 999_999, example: 1 },
});
