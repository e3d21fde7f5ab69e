/**
 * Why a command was refused.
 * `invalid`: the input is malformed or cannot be (400) · `rule`: it breaks a rule on stored facts (409) ·
 * `forbidden`: this role may not do this here (403) · `hidden`: it is out of the asker's sight or not there (404).
 */
export type RefusalKind = 'invalid' | 'rule' | 'forbidden' | 'hidden';

/** One refusal as the domain knows it: its kind and the Dutch sentence that says what to do. */
export interface RefusalText {
  readonly kind: RefusalKind;
  readonly sentence: string;
}

/** A refused command: nothing is stored. `code` is stable and part of the API; `message` is a Dutch sentence. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  /** The request field that it is about, when there is one. */
  readonly field: string | undefined;

  constructor(code: string, text: RefusalText, field?: string) {
    super(text.sentence);
    this.name = 'Refusal';
    this.code = code;
    this.kind = text.kind;
    this.field = field;
  }
}

/** Builds the `refuse` function over a table of codes, so that a code without a sentence does not compile. */
export function refusals<Table extends Record<string, RefusalText>>(
  table: Table,
): (code: keyof Table & string, field?: string) => never {
  return (code, field) => {
    throw new Refusal(code, table[code] as RefusalText, field);
  };
}
