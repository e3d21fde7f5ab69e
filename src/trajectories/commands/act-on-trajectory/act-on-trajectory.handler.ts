import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { itemById } from '../../../../domain/shared/items-by-id.js';
import { Refusal } from '../../../../domain/shared/refusal.js';
import type { TrajectoryEvent } from '../../../../domain/trajectory/events.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import type { TrajectoryState } from '../../../../domain/trajectory/state.js';
import { actorOf } from '../../../recording/actor.js';
import { Recorders } from '../../../recording/recorders.js';
import { refuseClosedFile } from '../../../recording/refuse-closed-file.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { Circumstances } from '../../circumstances/circumstances.js';
import { CoachDays } from '../../circumstances/coach-days.js';
import { ActOnTrajectory } from './act-on-trajectory.command.js';
import { asKnownTo } from './as-known-to.js';
import { permit } from './permit.js';

/** Records what somebody asks of a trajectory, when they may and the rules allow it. */
@CommandHandler(ActOnTrajectory)
export class ActOnTrajectoryHandler implements ICommandHandler<ActOnTrajectory> {
  constructor(
    private readonly recorders: Recorders,
    private readonly circumstances: Circumstances,
    private readonly coachDays: CoachDays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: ActOnTrajectory): Promise<Recorded> {
    try {
      return await this.act(command);
    } catch (error) {
      // What is held may be older than what another process recorded: refuse only on what the log has.
      if (!(error instanceof Refusal) || !(await this.wasOutOfDate(command))) throw error;
      return this.act(command);
    }
  }

  private async act({ trajectoryId, intent, asking }: ActOnTrajectory): Promise<Recorded> {
    const today = this.clock.today();
    const { state } = await this.recorders.trajectories.load(trajectoryId);
    if (!isThere(state)) return refuseAccess('trajectory.not-found');
    const asker = await asKnownTo(state.facts, asking.asker, this.recorders);
    permit(intent, { ...asking, asker }, state, today);
    await refuseClosedFile(this.recorders, state.facts.candidateId, intent.type, asker.role);
    const command = await this.circumstances.complete(intent, state, today);
    const undo: (() => void)[] = [];
    try {
      return await this.recorders.trajectories.record(trajectoryId, command, {
        actor: actorOf(asking.asker, asking.via),
        now: this.clock.now(),
        commandId: asking.commandId,
        match: asking.match,
        onDecided: (events) => undo.push(...this.noteCoachDays(events as readonly TrajectoryEvent[], state)),
      });
    } catch (error) {
      for (const takeBack of undo) takeBack();
      throw error;
    }
  }

  /** Reads anew what a refusal may have gone by; true when any of it had moved on. */
  private async wasOutOfDate({ trajectoryId, intent }: ActOnTrajectory): Promise<boolean> {
    const { trajectories, coaches, funders, organisations } = this.recorders;
    const { state } = await trajectories.load(trajectoryId);
    const moved = [isBehind(trajectories, trajectoryId)];
    if (state.facts) moved.push(isBehind(funders, state.facts.funderId));
    if ('organisationId' in intent) moved.push(isBehind(organisations, intent.organisationId));
    if ('coachId' in intent) moved.push(isBehind(coaches, intent.coachId));
    return (await Promise.all(moved)).includes(true);
  }

  /** Lets the next decision on the same coach's day see these, though they are not projected yet. */
  private noteCoachDays(events: readonly TrajectoryEvent[], state: TrajectoryState): (() => void)[] {
    return events.flatMap((event) => {
      switch (event.type) {
        case 'SessionRecorded': {
          const { sessionId, coachId, on, minutes, groupSize, startsAt } = event.data;
          const credited = Math.floor(minutes / groupSize);
          return [
            this.coachDays.add(coachId, on, {
              sessionId,
              minutes: credited,
              durationMinutes: minutes,
              ...(startsAt && { startsAt }),
            }),
          ];
        }
        case 'SessionCorrected': {
          const before = itemById(state.sessions, event.data.sessionId);
          if (before === undefined) return [];
          const { coachId, on, minutes, groupSize } = { ...before, ...withoutNulls(event.data) };
          const startsAt =
            event.data.startsAt === null ? undefined : (event.data.startsAt ?? before.startsAt);
          return [
            this.coachDays.remove(before.coachId, before.on, before.id),
            this.coachDays.add(coachId, on, {
              sessionId: before.id,
              minutes: Math.floor(minutes / groupSize),
              durationMinutes: minutes,
              ...(startsAt && { startsAt }),
            }),
          ];
        }
        case 'SessionWithdrawn': {
          const before = itemById(state.sessions, event.data.sessionId);
          return before ? [this.coachDays.remove(before.coachId, before.on, before.id)] : [];
        }
        default:
          return [];
      }
    });
  }
}

interface Refreshable {
  load(id: string): Promise<{ readonly revision: bigint | undefined }>;
  refresh(id: string): Promise<{ readonly revision: bigint | undefined }>;
}

async function isBehind(recorder: Refreshable, id: string): Promise<boolean> {
  const { revision } = await recorder.load(id);
  return (await recorder.refresh(id)).revision !== revision;
}

function isThere(state: TrajectoryState): state is TrajectoryState & { readonly facts: TrajectoryFacts } {
  return state.facts !== undefined;
}

type WithoutNull<T> = { [Field in keyof T]?: Exclude<T[Field], null> };

function withoutNulls<T extends object>(changes: T): WithoutNull<T> {
  const stated = Object.entries(changes).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(stated) as WithoutNull<T>;
}
