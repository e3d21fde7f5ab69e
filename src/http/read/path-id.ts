import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Id } from '../../../domain/shared/ids.js';
import { idCheck } from '../fields/text-fields.js';
import { inputProblem } from '../problem/problem.js';

const ReadPathId = createParamDecorator((name: string, context: ExecutionContext): Id => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  const value = params[name] ?? '';
  const fault = idCheck(value);
  if (fault !== undefined) throw inputProblem([{ field: name, ...fault }]);
  return value;
});

/** Gives a handler the identifier in its path; one that is no UUID is a 400. `description` is Dutch, for OpenAPI. */
export function PathId(name: string, description: string): ParameterDecorator {
  return (target, property, index) => {
    if (property === undefined) throw new TypeError('PathId belongs on a parameter of a handler');
    ReadPathId(name)(target, property, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, property);
    if (descriptor === undefined) throw new TypeError(`no handler ${String(property)}`);
    ApiParam({ name, description, required: true, schema: { type: 'string', format: 'uuid' } })(
      target,
      property,
      descriptor,
    );
  };
}
