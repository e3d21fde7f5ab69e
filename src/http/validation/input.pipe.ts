import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { Clock } from '../../shared/clock.js';
import { withToday } from '../fields/today.js';
import { inputProblem, Problem } from '../problem/problem.js';
import { readInput } from './read-input.js';

type Type = new () => object;

/**
 * Reads bodies and queries into their classes. Throws one problem with all faults together. Parameters of other kinds
 * and types pass as they are. Faster than Nest's own pipe: no deep copy, no promise, one rule a field.
 */
export class InputPipe implements PipeTransform {
  constructor(private readonly clock: Clock) {}

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    if (metatype === undefined || metatype === Object || data !== undefined) return value;
    const input = withToday(this.clock.today(), () =>
      readInput(metatype as Type, plainOf(value), type === 'query'),
    );
    if ('faults' in input) throw inputProblem(input.faults);
    return input.value;
  }
}

/** The object of the request; none at all is an empty one, so that every required field is named. */
function plainOf(value: unknown): object {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Problem(400, 'body.not-an-object', { detail: 'De inhoud moet een JSON-object zijn.' });
}
