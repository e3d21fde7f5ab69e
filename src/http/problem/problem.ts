/** One fault in the input: where, which, and what to do about it. */
export interface InputFault {
  /** The path to the field as the client wrote it: `agreements[0].dueOn`; absent when it is about the whole. */
  readonly field?: string;
  readonly code: string;
  readonly detail: string;
}

export interface ProblemDetails {
  /** A Dutch sentence that says what to do; never personal data. */
  readonly detail: string;
  readonly field?: string | undefined;
  /** All faults in the input together. */
  readonly errors?: readonly InputFault[];
  /** Headers that belong to the answer, in lower case: `allow`, `retry-after`, `www-authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of every answer that is no success (RFC 9457), beside the registered members a stable `code`. */
export interface ProblemBody {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The request's own number, which the log has too. */
  readonly instance: string;
  readonly field?: string;
  readonly errors?: readonly InputFault[];
}

/** Short names of the statuses that the service answers, in Dutch. */
const TITLES: { readonly [status: number]: string } = {
  400: 'Ongeldige invoer',
  401: 'Niet aangemeld',
  403: 'Niet toegestaan',
  404: 'Niet gevonden',
  405: 'Methode niet toegestaan',
  409: 'Strijdig met wat is vastgelegd',
  412: 'Intussen gewijzigd',
  413: 'Te groot',
  414: 'Adres te lang',
  415: 'Soort inhoud niet ondersteund',
  429: 'Te veel aanvragen',
  431: 'Koppen te groot',
  500: 'Fout in de dienst',
  503: 'Even niet beschikbaar',
};

/** An answer that is no success, thrown by the layers around the handlers. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: ProblemDetails,
  ) {
    super(details.detail);
    this.name = 'Problem';
  }
}

/** Several faults in the input as one problem: their shared code, or `input.invalid` when they differ. */
export function inputProblem(errors: readonly InputFault[]): Problem {
  const [first] = errors;
  const shared = first !== undefined && errors.every(({ code }) => code === first.code);
  const alone = errors.length === 1 ? first : undefined;
  return new Problem(400, shared ? first.code : 'input.invalid', {
    detail:
      alone?.detail ?? `De invoer heeft ${errors.length} fouten. Verbeter ze en stuur de aanvraag opnieuw.`,
    ...(alone?.field === undefined ? {} : { field: alone.field }),
    errors,
  });
}

/** The body of a problem; `requestId` is a UUID. */
export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { detail, field, errors } = problem.details;
  return {
    type: 'about:blank',
    title: TITLES[problem.status] ?? 'Niet gelukt',
    status: problem.status,
    detail,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...(field === undefined ? {} : { field }),
    ...(errors === undefined ? {} : { errors }),
  };
}
