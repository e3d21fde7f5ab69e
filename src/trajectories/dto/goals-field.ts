import type { Id } from '../../../domain/shared/ids.js';
import { GOAL_KINDS, type GoalKind } from '../../../domain/trajectory/plan/lists.js';
import type { FieldCheck, FieldFault } from '../../http/fields/field.js';
import { idCheck, textCheck } from '../../http/fields/text-fields.js';
import { Field, type FieldOptions } from '../../http/fields.js';

const MOST_GOALS = 30;
const LONGEST_GOAL = 500;

/** A goal of a request that states more than its text. */
export interface StatedGoal {
  readonly what: string;
  readonly kind?: GoalKind;
  /** The goal of the version before that it is. */
  readonly goalId?: Id;
}

const whatCheck = textCheck('text', 1, LONGEST_GOAL);
const kindCheck: FieldCheck = (value) =>
  (GOAL_KINDS as readonly unknown[]).includes(value)
    ? undefined
    : { code: 'value.unknown', detail: `Kies uit: ${GOAL_KINDS.join(', ')}.` };

/** The goals of a plan: each a text, or an object with `what`, its `kind`, and in a revision the `goalId` that goes on. */
export function GoalsField(options: FieldOptions & { readonly goesOn: boolean }): PropertyDecorator {
  const { goesOn, ...field } = options;
  const checks: { readonly [name: string]: FieldCheck } = {
    what: whatCheck,
    kind: kindCheck,
    ...(goesOn && { goalId: idCheck }),
  };
  const text = { type: 'string', minLength: 1, maxLength: LONGEST_GOAL };
  const object = {
    type: 'object',
    required: ['what'],
    properties: {
      what: { ...text, description: 'Het doel (goal).', example: 'Op tijd komen' },
      kind: {
        type: 'string',
        enum: [...GOAL_KINDS],
        description: 'Een werkdoel, dat de werkgever mag zien, of een persoonlijk doel.',
        example: 'work',
      },
      ...(goesOn && {
        goalId: {
          type: 'string',
          format: 'uuid',
          description: 'Het doel uit de vorige versie dat doorloopt.',
        },
      }),
    },
  };
  return Field(field, {
    check: (value) => goalsFault(value, checks),
    schema: { type: 'array', items: { oneOf: [text, object] }, minItems: 0, maxItems: MOST_GOALS },
  });
}

function goalsFault(value: unknown, checks: { readonly [name: string]: FieldCheck }): FieldFault | undefined {
  if (!Array.isArray(value)) return { code: 'list.invalid', detail: 'Vul hier een lijst in.' };
  if (value.length > MOST_GOALS) {
    return { code: 'list.too-long', detail: `Vul ten hoogste ${MOST_GOALS} regels in.` };
  }
  for (const [index, goal] of value.entries()) {
    const fault = goalFault(goal, checks);
    if (fault !== undefined) return { code: fault.code, detail: `Regel ${index + 1}: ${fault.detail}` };
  }
  return undefined;
}

function goalFault(goal: unknown, checks: { readonly [name: string]: FieldCheck }): FieldFault | undefined {
  if (typeof goal !== 'object' || goal === null) return whatCheck(goal);
  const stated = new Map<string, unknown>(Object.entries(goal));
  if (!stated.has('what')) return whatCheck(undefined);
  for (const [name, value] of stated) {
    if (!Object.hasOwn(checks, name)) {
      return {
        code: 'field.unknown',
        detail: 'Dit veld bestaat hier niet. Haal het weg of verbeter de naam.',
      };
    }
    const fault = checks[name]?.(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The goal with its fields, whichever way it was stated. */
export function statedGoal(goal: string | StatedGoal): StatedGoal {
  return typeof goal === 'string' ? { what: goal } : goal;
}
