import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { FieldCheck } from '../fields/field.js';
import { inputProblem } from '../problem/problem.js';

/** How a part of a path is looked at and read. */
interface PathPart<Value> {
  /** What is wrong with the text; a fault is a 400. */
  readonly check: FieldCheck;
  readonly read: (text: string) => Value;
  /** The OpenAPI schema of the value. */
  readonly schema: object;
}

/** Gives a handler what stands in its path, declared for OpenAPI under a name and a Dutch description. */
export function pathParameter<Value>({ check, read, schema }: PathPart<Value>) {
  const Read = createParamDecorator((name: string, context: ExecutionContext): Value => {
    const http = context.switchToHttp();
    const { params } = http.getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const text = params[name] ?? '';
    const fault = check(text);
    if (fault !== undefined) throw inputProblem([{ field: name, ...fault }]);
    return read(text);
  });
  return (name: string, description: string): ParameterDecorator =>
    (target, property, index) => {
      if (property === undefined) throw new TypeError('a part of a path belongs on a parameter of a handler');
      Read(name)(target, property, index);
      const descriptor = Object.getOwnPropertyDescriptor(target, property);
      if (descriptor === undefined) throw new TypeError(`no handler ${String(property)}`);
      ApiParam({ name, description, required: true, schema })(target, property, descriptor);
    };
}
