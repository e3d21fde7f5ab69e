/** Why a row of an import is refused, in the order in which the first fault gives the code (reading 60). */
export const IMPORT_FAULT_ORDER = [
  'row.unreadable',
  'candidate.unknown',
  'date.does-not-exist',
  'date.in-future',
  'date.before-opening',
  'minutes.invalid',
  'activity.not-coaching',
  'activity.unknown',
  'coach.not-assigned',
  'coach-day.over-24-hours',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULT_ORDER)[number];

/** One reason to refuse a row. */
export interface Fault {
  readonly code: ImportFaultCode;
  /** The column that it is about, when it is about one. */
  readonly field: string | undefined;
  /** A Dutch sentence that says what to do. */
  readonly sentence: string;
}

/** The fault that gives a row its code: the first by reading 60, of equal ones the first found. */
export function firstFault(faults: readonly Fault[]): Fault | undefined {
  return faults.reduce<Fault | undefined>(
    (first, fault) => (first === undefined || rank(fault) < rank(first) ? fault : first),
    undefined,
  );
}

function rank(fault: Fault): number {
  return IMPORT_FAULT_ORDER.indexOf(fault.code);
}

/** Collects the faults of one row while its cells are read. */
export class FaultList {
  readonly #faults: Fault[] = [];

  get all(): readonly Fault[] {
    return this.#faults;
  }

  /** Notes a fault about `field` and gives undefined, the value of a cell that cannot be read. */
  add(code: ImportFaultCode, field: string | undefined, sentence: string): undefined {
    this.#faults.push({ code, field, sentence });
    return undefined;
  }
}

/** The fault of a row that cannot be taken apart into its columns. */
export const brokenRow: Fault = {
  code: 'row.unreadable',
  field: undefined,
  sentence:
    'Deze regel past niet bij de kolommen. Controleer de puntkomma’s en de aanhalingstekens en lever de regel opnieuw aan.',
};
