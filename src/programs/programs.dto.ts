import type { JWK } from 'jose';
import type { Id } from '../../domain/shared/ids.js';
import { EnumField, Field, IdField, TextField } from '../http/fields.js';
import { SCOPES, type TokenScope } from '../identity/scopes.js';
import { PROGRAM_ROLES, type ProgramRole } from './program.js';
import { keySetFault } from './program-keys.js';

/** Public keys as programs publish them. */
export interface KeySet {
  readonly keys: readonly JWK[];
}

function KeySetField(): PropertyDecorator {
  return Field(
    {
      description:
        'De publieke sleutels (JWK Set, RFC 7517) waarmee het programma ondertekent; elk met een kid. Nooit een geheim deel.',
      example: {
        keys: [
          {
            kty: 'OKP',
            crv: 'Ed25519',
            kid: 'sleutel-2026',
            x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
          },
        ],
      },
    },
    {
      check: keySetFault,
      schema: {
        type: 'object',
        required: ['keys'],
        properties: { keys: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'object' } } },
      },
    },
  );
}

function ScopesField(): PropertyDecorator {
  return Field(
    {
      description: 'Waar de tokens goed voor zijn (scopes). Weggelaten: alles wat de rol kan.',
      optional: true,
      example: ['dossiers:read'],
    },
    {
      check: (value) =>
        Array.isArray(value) && value.length > 0 && value.every((scope) => SCOPES.includes(scope))
          ? undefined
          : { code: 'scopes.unknown', detail: `Kies een of meer uit: ${SCOPES.join(', ')}.` },
      schema: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'string', enum: [...SCOPES] } },
    },
  );
}

export class RegisterProgramDto {
  @TextField({
    description: 'Hoe het programma heet (program); geen naam van een mens.',
    example: 'Roosterkoppeling',
  })
  name: string;

  @EnumField(PROGRAM_ROLES, { description: 'In welke rol het werkt (role).', example: 'coordinator' })
  role: ProgramRole;

  @IdField({ description: 'De jobcoachorganisatie, bij de rol coordinator.', optional: true })
  organisationId?: Id;

  @IdField({ description: 'De opdrachtgever, bij de rollen case-director en auditor.', optional: true })
  funderId?: Id;

  @ScopesField()
  scopes?: readonly TokenScope[];

  @KeySetField()
  jwks: KeySet;
}

export class ReplaceKeysDto {
  @KeySetField()
  jwks: KeySet;
}
