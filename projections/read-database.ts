/** The views that queries read, by name: the rows of every read model as they are stored. */
export type ReadDatabase = Record<never, never>;
