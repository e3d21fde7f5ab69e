import { Inject, Injectable } from '@nestjs/common';
import { addMonths } from '../../domain/shared/calendar.js';
import { CONFIG, type Config } from '../config/config.js';
import { takesChore } from '../service-store/chore.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { ReadingLog } from './reading-log.js';

const CHORE = 'remove-old-readings';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes what was kept for its term: once a day, by whichever instance comes first. */
@Injectable()
export class OldReadings {
  #lookedOn = '';

  constructor(
    private readonly log: ReadingLog,
    @Inject(SERVICE_STORE) private readonly store: ServiceStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'readings'>,
  ) {}

  /** Gives how many were removed; undefined when it was done today, here or by another instance. */
  async removeDaily(): Promise<number | undefined> {
    const today = this.clock.today();
    if (this.#lookedOn === today) return undefined;
    const now = Date.parse(this.clock.now());
    const isOurs = await takesChore(this.store.db, CHORE, { now, everyMs: DAY_MS });
    this.#lookedOn = today;
    if (!isOurs) return undefined;
    const firstKept = addMonths(today, -12 * this.config.readings.keptYears);
    return this.log.removeBefore(Date.parse(`${firstKept}T00:00:00Z`));
  }
}
