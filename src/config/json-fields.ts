import { isId } from '../../domain/shared/ids.js';

/** A field of a configuration file is not what it should be; the message is a Dutch sentence that names it. */
export class FieldFault extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'FieldFault';
  }
}

/** An object of a configuration file whose fields are read one by one; what nobody read is refused as a slip. */
export class JsonFields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(
    value: unknown,
    private readonly at: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FieldFault(`${at || 'het geheel'} moet een object zijn`);
    }
    this.#values = value as Readonly<Record<string, unknown>>;
  }

  /** Where a field stands: `issuers[0].name`. */
  place(field: string): string {
    return this.at === '' ? field : `${this.at}.${field}`;
  }

  /** The value of a field as it is; undefined when it is absent. */
  raw(field: string): unknown {
    this.#read.add(field);
    return this.#values[field];
  }

  text(field: string, otherwise?: string): string {
    const value = this.raw(field) ?? otherwise;
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw new FieldFault(`${this.place(field)} moet een tekst zijn`);
  }

  oneOf<Value extends string>(field: string, values: readonly Value[], otherwise?: Value): Value {
    const value = this.raw(field) ?? otherwise;
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    throw new FieldFault(`${this.place(field)} moet een van deze zijn: ${values.join(', ')}`);
  }

  texts(field: string, otherwise: readonly string[]): readonly string[] {
    const value = this.raw(field) ?? otherwise;
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value;
    throw new FieldFault(`${this.place(field)} moet een lijst van teksten zijn`);
  }

  id(field: string): string | undefined {
    const value = this.raw(field);
    if (value === undefined || isId(value)) return value;
    throw new FieldFault(`${this.place(field)} moet een id zijn zoals de dienst het gaf`);
  }

  flag(field: string): boolean {
    const value = this.raw(field) ?? false;
    if (typeof value === 'boolean') return value;
    throw new FieldFault(`${this.place(field)} moet true of false zijn`);
  }

  /** The entries of a field that is an object; none when it is absent. */
  entries(field: string): readonly (readonly [string, unknown])[] {
    const value = this.raw(field);
    if (value === undefined) return [];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
    throw new FieldFault(`${this.place(field)} moet een object zijn`);
  }

  /** Throws when there is a field that was not read. */
  end(): void {
    const unknown = Object.keys(this.#values).find((field) => !this.#read.has(field));
    if (unknown !== undefined) throw new FieldFault(`${this.place(unknown)} is een onbekend veld`);
  }
}
