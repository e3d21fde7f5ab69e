import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import type { RuntimeStatus } from '../../projections/runtime/status.js';
import { EventStoreUnavailable } from '../event-store/errors.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.port.js';
import { HttpMetrics } from '../health/http-metrics.js';
import { Readiness } from '../health/readiness.js';

/** Read models that are further behind than this make the service not ready, in milliseconds. */
const MOST_LAG_MS = 30_000;

const LOG_AWAY =
  'Het logboek is niet te bereiken. Controleer of de server draait en of KURRENTDB_URL klopt; dit komt vanzelf goed.';

/** Tells a balancer whether the log and the read models can be used, and those who watch how they are doing. */
@Injectable()
export class StorageHealth implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: HttpMetrics,
    private readonly runtime: ReadModelKeeper,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  onModuleInit(): void {
    this.readiness.register({
      name: 'event-store',
      check: async () => {
        try {
          await this.store.head();
          return undefined;
        } catch (error) {
          if (error instanceof EventStoreUnavailable) return LOG_AWAY;
          throw error;
        }
      },
    });
    this.readiness.register({
      name: 'read-models',
      check: async () => whyNotReady(await this.runtime.status()),
    });
    this.measure(
      'doorlopend_read_model_lag_seconds',
      'How far a read model is behind the log.',
      (status, set) => {
        for (const model of status.readModels) set(model.projection, model.lagMs / 1000);
      },
    );
    this.measure(
      'doorlopend_read_model_dead_letters',
      'Events that a read model could not apply.',
      (status, set) => {
        for (const model of status.readModels) set(model.projection, model.deadLetters);
      },
    );
  }

  private measure(
    name: string,
    help: string,
    collect: (status: RuntimeStatus, set: (projection: string, value: number) => void) => void,
  ): void {
    const { runtime } = this;
    const gauge: Gauge<'projection'> = new Gauge({
      name,
      help,
      labelNames: ['projection'],
      registers: [this.metrics.registry],
      collect: async () => {
        const status = await runtime.status();
        collect(status, (projection, value) => gauge.set({ projection }, value));
      },
    });
  }
}

/** An event that was parked keeps nobody from working, so it is a metric and no reason to be not ready. */
function whyNotReady({ projecting, readModels }: RuntimeStatus): string | undefined {
  if (readModels.some(({ servedVersion }) => servedVersion === undefined)) {
    return 'De leesmodellen worden voor het eerst opgebouwd.';
  }
  if (readModels.some(({ lagMs }) => lagMs > MOST_LAG_MS)) {
    return projecting
      ? 'De leesmodellen lopen achter op het logboek.'
      : 'Geen enkel proces houdt de leesmodellen bij.';
  }
  return undefined;
}
