/** The value of a `json` column that is JSON text already and is stored as it is. For rows that no projection reads back. */
export class JsonText {
  constructor(readonly text: string) {}
}
