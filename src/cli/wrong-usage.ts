/** The command line asks for something that cannot be; the message is a Dutch sentence that says what to do. */
export class WrongUsage extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongUsage';
  }
}
