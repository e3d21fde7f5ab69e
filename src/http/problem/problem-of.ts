import { HttpException } from '@nestjs/common';
import { rightsRefusals } from '../../../domain/candidate/rights/refusals.js';
import { Refusal, type RefusalKind } from '../../../domain/shared/refusal.js';
import { postgresRows } from '../../../projections/runtime/dialect.js';
import {
  AppendTooLarge,
  EventStoreUnavailable,
  OutcomeUnknown,
  WrongExpectedRevision,
} from '../../event-store/errors.js';
import { KeyDestroyed } from '../../privacy/personal-keys.port.js';
import { StaleRevision } from '../../recording/recording.js';
import { Problem } from './problem.js';

const STATUS_OF_REFUSAL: { readonly [kind in RefusalKind]: number } = {
  invalid: 400,
  forbidden: 403,
  hidden: 404,
  rule: 409,
};

/** What the framework refuses on its own, by status. Its own texts are English and may quote the input. */
const OF_THE_FRAMEWORK: { readonly [status: number]: readonly [code: string, detail: string] } = {
  400: ['request.malformed', 'De aanvraag is niet goed gevormd.'],
  403: ['access.denied', 'U mag dit hier niet doen.'],
  404: ['path.unknown', 'Dit adres bestaat niet. Kijk in /v1/openapi.json welke adressen er zijn.'],
  413: ['body.too-large', 'De inhoud is te groot. Stuur ten hoogste 1 MiB.'],
  414: ['path.too-long', 'Het adres is te lang.'],
  415: ['body.not-json', 'Stuur de inhoud als JSON, met de kop Content-Type: application/json.'],
  431: ['headers.too-large', 'De koppen van de aanvraag zijn te groot.'],
};

/** What the body parser refuses, by Fastify's own code. */
const OF_THE_PARSER: { readonly [code: string]: readonly [code: string, detail: string] } = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['body.unreadable', 'De inhoud is geen geldige JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body.unreadable', 'De inhoud is leeg. Stuur een JSON-object.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'body.unreadable',
    'De inhoud is niet zo lang als Content-Length zegt.',
  ],
};

/** The problem that an error is to the client. Whatever is not meant for it becomes a 500 that tells nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return ofRefusal(error);
  if (error instanceof StaleRevision) return STALE;
  if (error instanceof KeyDestroyed) return FORGOTTEN;
  if (error instanceof WrongExpectedRevision) return CONTENDED;
  if (error instanceof OutcomeUnknown) return UNCERTAIN;
  if (error instanceof AppendTooLarge) return TOO_LARGE;
  if (error instanceof EventStoreUnavailable) return OUT_OF_REACH;
  if (postgresRows.isOutOfReach(error)) return DATABASE_AWAY;
  return ofFramework(error) ?? INTERNAL;
}

function ofRefusal({ kind, code, message, field }: Refusal): Problem {
  const errors = kind === 'invalid' ? [{ ...(field ? { field } : {}), code, detail: message }] : undefined;
  return new Problem(STATUS_OF_REFUSAL[kind], code, {
    detail: message,
    field,
    ...(errors === undefined ? {} : { errors }),
  });
}

function ofFramework(error: unknown): Problem | undefined {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const parser = error instanceof Error && 'code' in error ? OF_THE_PARSER[String(error.code)] : undefined;
  const [code, detail] = parser ??
    OF_THE_FRAMEWORK[status] ?? ['request.refused', 'De aanvraag is geweigerd.'];
  return new Problem(status, code, { detail });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

const STALE = new Problem(412, 'revision.stale', {
  detail: 'Dit is intussen gewijzigd. Haal het opnieuw op en probeer het nog eens.',
});

const FORGOTTEN = new Problem(409, 'candidate.erased', {
  detail: rightsRefusals['candidate.erased'].sentence,
});

const CONTENDED = new Problem(503, 'stream.contended', {
  detail: 'Er wordt hier op dit moment veel vastgelegd. Probeer het zo nog eens.',
  headers: { 'retry-after': '1' },
});

const UNCERTAIN = new Problem(503, 'outcome.unknown', {
  detail:
    'Het is niet zeker of dit is vastgelegd. Stuur het nog eens met dezelfde Idempotency-Key, dan wordt niets dubbel vastgelegd.',
  headers: { 'retry-after': '1' },
});

const TOO_LARGE = new Problem(413, 'command.too-large', {
  detail:
    'Dit is te veel om in één keer vast te leggen. Er is niets vastgelegd. Kort teksten in of verdeel het over meer aanvragen.',
});

const OUT_OF_REACH = new Problem(503, 'store.unavailable', {
  detail: 'Het logboek is even niet bereikbaar. Er is niets vastgelegd. Probeer het zo nog eens.',
  headers: { 'retry-after': '1' },
});

const DATABASE_AWAY = new Problem(503, 'database.unavailable', {
  detail: 'De database is even niet bereikbaar. Probeer het zo nog eens, met dezelfde Idempotency-Key.',
  headers: { 'retry-after': '1' },
});

const INTERNAL = new Problem(500, 'internal', {
  detail:
    'Er ging iets mis in de dienst. Probeer het later nog eens en noem het nummer onder instance als u het meldt.',
});
