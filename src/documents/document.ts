/*
 * A document as data: what it says, not how it looks. The same document is written as a page and as a PDF, so both say
 * the same.
 */

/** A line of a list of terms: what it is called, and what it is. */
export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** A table whose first column names its rows. Each row has as many cells as there are columns. */
export interface TableBlock {
  readonly kind: 'table';
  /** Says what the table holds, for who cannot see it at a glance. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly heading: string;
  /** How much of the width it takes, relative to the others; default 1. */
  readonly share?: number;
  /** Numbers stand to the right. */
  readonly numeric?: true;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock;

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A whole document in one language. All texts are plain: whoever writes it out escapes them. */
export interface Document {
  readonly title: string;
  /** BCP 47, such as `nl`. */
  readonly language: string;
  /** Who made it. */
  readonly author: string;
  /** The instant that it stands for, ISO 8601: the same document is the same bytes whenever it is written. */
  readonly asOf: string;
  /** What stands under the title. */
  readonly introduction: readonly Block[];
  readonly sections: readonly Section[];
}
