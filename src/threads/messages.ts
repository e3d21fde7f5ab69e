/** A question to a thread. */
export interface Asked<Order> {
  readonly id: number;
  readonly order: Order;
}

/** Its answer. */
export interface Answered<Answer> {
  readonly id: number;
  readonly answer: Answer;
}
