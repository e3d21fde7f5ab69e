import { expect } from '@jest/globals';
import { type Decider, type DomainEvent, fold } from '../../domain/shared/decider.js';
import { Refusal } from '../../domain/shared/refusal.js';

interface Outcome<Event> {
  /** These events, field by field and no others. */
  thenRecords(events: readonly Event[]): void;
  /** Nothing: what was asked is already so. */
  thenNothing(): void;
  /** A refusal with this code, about this request field when one is named. */
  thenRefuses(code: string, field?: string): void;
}

/** The events that a decision leads to after `events`, or the refusal that it throws. */
export function decisionOf<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
  command: Command,
): readonly Event[] | Refusal {
  try {
    return decider.decide(command, fold(decider, events));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Reads as a sentence: given what happened, when this is asked, then that follows. */
export function given<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
): { when(command: Command): Outcome<Event> } {
  return {
    when(command) {
      const outcome = decisionOf(decider, events, command);
      return {
        thenRecords: (expected) => expect(outcome).toStrictEqual(expected),
        thenNothing: () => expect(outcome).toStrictEqual([]),
        thenRefuses: (code, field) => {
          expect(outcome).toBeInstanceOf(Refusal);
          expect(outcome).toMatchObject(field === undefined ? { code } : { code, field });
        },
      };
    },
  };
}
