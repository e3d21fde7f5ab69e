import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { CandidateErased } from '../../../domain/candidate/rights/events.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { PROTECTIONS } from '../../../domain/shared/protected.js';
import { Refusal } from '../../../domain/shared/refusal.js';
import { trajectoriesOfCandidates } from '../../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../../projections/merges/merges.query.js';
import {
  type ErasedView,
  erasedCandidates,
  erasuresDue,
  holdsOf,
} from '../../../projections/rights/rights.query.js';
import { ReadModelKeeper } from '../../../projections/runtime/read-model-keeper.js';
import { CONFIG, type Config } from '../../config/config.js';
import { PERSONAL_KEYS, type PersonalKeys } from '../../privacy/personal-keys.port.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { actorOf, OPERATOR } from '../../recording/actor.js';
import { Recorders } from '../../recording/recorders.js';
import type { Recorded } from '../../recording/stream-lane.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import { describeFault } from '../../shared/describe-fault.js';
import { deriveId } from '../../shared/ids.js';
import { FORGETS, type Forgets } from '../forgetting/forgets.js';
import { RetentionTerms } from '../retention/retention-terms.js';
import { doneKey, erasuresDone, rememberDone } from './erasures-done.js';
import { leaveNothing } from './leave-nothing.js';

/** How often it is looked whether a day has come. */
const LOOK_EVERY_MS = 60_000;
/** How soon after a failure, such as read models that are not there yet, it is tried again. */
const AGAIN_MS = 2_000;
const PATIENCE_MS = 60_000;

const log = new Logger('Erasing');

/**
 * Forgets people whose erasure was confirmed and whose waiting is over. The proof goes into the log first; whatever
 * `CandidateErased` is in the log, its keys are destroyed, at every start again, and so also after older keys were put
 * back. Each step may be done twice, by this instance or another: whoever is killed in the middle goes on at the next
 * start.
 */
@Injectable()
export class Erasing implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private awaited: string | undefined;
  private stopped = false;
  /** True once every key that was ever to be destroyed was looked at since the start. */
  private lookedAtAll = false;

  constructor(
    private readonly recorders: Recorders,
    private readonly keeper: ReadModelKeeper,
    private readonly terms: RetentionTerms,
    @Inject(PERSONAL_KEYS) private readonly keys: PersonalKeys,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(SERVICE_STORE) private readonly serviceStore: ServiceStore,
    @Inject(FORGETS) private readonly forgets: readonly Forgets[],
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // A command that runs beside a service, or without one, leaves this to the service.
    if (this.config.buildsReadModels !== 'alone') this.lookSoon();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /**
   * Looks at once what is to be done, or once more after the look that is under way; once the read models have the event
   * at this position, where one is given.
   */
  lookSoon(position?: string): void {
    this.again = true;
    this.awaited = position ?? this.awaited;
    if (this.looking !== undefined || this.stopped) return;
    clearTimeout(this.timer);
    this.looking = this.lookAsAsked().finally(() => {
      this.looking = undefined;
    });
  }

  private async lookAsAsked(): Promise<void> {
    let next = LOOK_EVERY_MS;
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        await this.look();
        next = LOOK_EVERY_MS;
      } catch (error) {
        next = AGAIN_MS;
        if (!this.stopped) log.warn(describeFault(error), 'forgetting somebody is tried again');
      }
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => this.lookSoon(), next);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const position = this.awaited;
    this.awaited = undefined;
    if (position !== undefined) await this.keeper.waitFor(position, { timeoutMs: PATIENCE_MS });
    const db = this.readStore.reader;
    const today = this.clock.today();
    for (const { id: requestId, candidateId, basis } of await erasuresDue(db, today)) {
      // A file that was opened again since its term was over has no end to count from.
      if (basis === 'retention' && !(await this.isErasable(candidateId, today))) continue;
      if ([...(await holdsOf(db, await this.family(candidateId))).values()].some((day) => day >= today)) {
        continue;
      }
      const keys = await this.keys.fingerprints(`candidate/${candidateId}`, PROTECTIONS);
      await this.recorded(candidateId, requestId, { type: 'CarryOutErasure', requestId, keys, today });
    }
    const done = await erasuresDone(this.serviceStore);
    const erased = await erasedCandidates(db);
    const open: ErasedView[] = [];
    for (const one of erased) {
      const isDone = done.has(doneKey(one.candidateId, one.requestId));
      if (isDone && this.lookedAtAll) continue;
      // Older keys may have been put back since it was done.
      const destroyed = await this.keys.destroy(`candidate/${one.candidateId}`, one.parts);
      if (!isDone || destroyed > 0) open.push(one);
    }
    if (open.length > 0) await this.finish(open, erased);
    this.lookedAtAll = true;
  }

  private async isErasable(candidateId: Id, today: CalendarDate): Promise<boolean> {
    const [person] = await this.terms.of([candidateId], today);
    return person?.from !== undefined && person.from <= today;
  }

  /** All that is left to do once the keys are gone. */
  private async finish(open: readonly ErasedView[], erased: readonly ErasedView[]): Promise<void> {
    const complete: ErasedView[] = [];
    for (const one of open) if (!(await this.eraseRegistrations(one, erased))) complete.push(one);
    for (const { candidateId } of open) await this.forget(candidateId, erased);
    await leaveNothing(this.config, this.serviceStore);
    // One whose other registrations went just now is done when those are.
    for (const { candidateId, requestId } of complete) {
      await rememberDone(this.serviceStore, candidateId, requestId, this.clock.now());
    }
  }

  /** The person's other registrations go the same way: true when there were any, which a next look finds in the log. */
  private async eraseRegistrations(one: ErasedView, erased: readonly ErasedView[]): Promise<boolean> {
    const { candidateId, requestId } = one;
    const { state } = await this.recorders.candidates.load(candidateId);
    if (!state.erasures.has(requestId)) return false;
    let any = false;
    const event = await this.proofOf(one);
    for (const id of await this.family(candidateId)) {
      if (erased.some((other) => other.candidateId === id && other.requestId === requestId)) continue;
      const keys = await this.keys.fingerprints(`candidate/${id}`, one.parts);
      await this.recorded(id, requestId, { type: 'EraseRegistration', ...event, keys });
      any = true;
    }
    return any;
  }

  private async proofOf({
    candidateId,
    requestId,
    parts,
    keys,
  }: ErasedView): Promise<CandidateErased['data']> {
    const { state } = await this.recorders.candidates.load(candidateId);
    const erasure = state.erasures.get(requestId);
    return {
      requestId,
      basis: erasure?.basis ?? 'request',
      ...(erasure?.ground && { ground: erasure.ground }),
      parts,
      firstBy: erasure?.assessed?.by ?? '',
      secondBy: erasure?.confirmed?.by ?? '',
      keys,
    };
  }

  /** Records it, waits until the read models have it, and destroys the keys at the next look, which it asks for. */
  private async recorded(
    candidateId: Id,
    requestId: Id,
    command: Parameters<Recorders['candidates']['record']>[1] extends (state: never) => infer Command
      ? Command
      : never,
  ): Promise<void> {
    let recorded: Recorded;
    try {
      recorded = await this.recorders.candidates.record(candidateId, () => command, {
        actor: actorOf(OPERATOR, 'cli'),
        now: this.clock.now(),
        commandId: deriveId(requestId, `erased ${candidateId}`),
      });
    } catch (error) {
      // Withdrawn, or held, since it was looked up.
      if (error instanceof Refusal) return;
      throw error;
    }
    await this.keeper.waitFor(recorded.position, { timeoutMs: PATIENCE_MS });
    this.again = true;
  }

  private async forget(candidateId: Id, erased: readonly ErasedView[]): Promise<void> {
    const gone = erased.filter((one) => one.candidateId === candidateId).flatMap(({ parts }) => parts);
    if (!PROTECTIONS.every((protection) => gone.includes(protection))) return;
    const trajectories = await trajectoriesOfCandidates(this.readStore.reader, [candidateId]);
    const person = { candidateIds: [candidateId], trajectoryIds: trajectories.map(({ id }) => id) };
    for (const one of this.forgets) await one.forget(person);
  }

  /** Every registration of the same person. */
  private async family(candidateId: Id): Promise<readonly Id[]> {
    const families = await familiesOf(this.readStore.reader, [candidateId]);
    return families.get(candidateId)?.ids ?? [candidateId];
  }
}
