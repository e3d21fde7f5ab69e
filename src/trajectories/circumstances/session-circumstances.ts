import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Session, TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import type { TrajectoryIntent } from '../commands/act-on-trajectory/act-on-trajectory.command.js';
import { CoachDays } from './coach-days.js';
import type { CompleteCommand } from './complete-command.js';
import { Rules } from './rules.js';

type Of<Type extends TrajectoryIntent['type']> = Extract<TrajectoryIntent, { type: Type }>;

/** Reads what a session's decision must know: the coach, and the coach's day over all candidates. */
@Injectable()
export class SessionCircumstancesReader {
  constructor(
    private readonly rules: Rules,
    private readonly coachDays: CoachDays,
  ) {}

  /** For a session that is recorded. */
  async forNew(
    intent: Of<'RecordSession'>,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    const [coach, coachDay] = await Promise.all([
      this.rules.coach(intent.coachId, facts, today),
      this.coachDays.on(intent.coachId, intent.on),
    ]);
    return () => ({ ...intent, today, circumstances: { coach, coachDay: coachDay() } });
  }

  /** For a session that is corrected: of the coach and the day as corrected. */
  async forCorrection(
    intent: Of<'CorrectSession'>,
    session: Session | undefined,
    facts: TrajectoryFacts,
    today: CalendarDate,
  ): Promise<CompleteCommand> {
    const coachId = intent.changes.coachId ?? session?.coachId;
    const on = intent.changes.on ?? session?.on;
    // Without a session there is nothing to correct, which the decision refuses.
    if (coachId === undefined || on === undefined) {
      return () => ({ ...intent, today, circumstances: { coach: NOBODY, coachDay: [] } });
    }
    const [coach, coachDay] = await Promise.all([
      this.rules.coach(coachId, facts, today),
      this.coachDays.on(coachId, on),
    ]);
    return () => ({
      ...intent,
      today,
      circumstances: { coach, coachDay: coachDay() },
    });
  }
}

const NOBODY = { ties: [], recognised: [], bindingTies: [], withoutRecognition: 'finding' } as const;
