import { parentPort } from 'node:worker_threads';
import type { Answered, Asked } from './messages.js';

/**
 * The program of an `AskedThread`: does what comes, one thing after the other, until it is told to end. An `answer` that
 * throws ends the thread.
 */
export function answerOrders<Order, Answer>(
  answer: (order: Order) => Answer | Promise<Answer>,
  end: () => void | Promise<void>,
): void {
  if (parentPort === null) throw new Error('this is the program of a thread');
  const port = parentPort;
  let work = Promise.resolve();
  port.on('message', (message: Asked<Order> | 'end') => {
    work = work.then(async () => {
      if (message === 'end') {
        await end();
        port.close();
        return;
      }
      const answered: Answered<Answer> = { id: message.id, answer: await answer(message.order) };
      port.postMessage(answered);
    });
  });
}
