import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

type Observer = Pick<Histogram.Internal<string>, 'observe'>;

/** The service's metrics: those of the process, and how long each route takes. Labels are patterns, never paths. */
export class HttpMetrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'doorlopend_http_request_duration_seconds',
    help: 'How long answers took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly observers = new Map<string, Observer>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts one answer that took `seconds`. */
  readonly observe = (method: string, route: string, status: number, seconds: number): void => {
    const key = `${method} ${route} ${status}`;
    let observer = this.observers.get(key);
    if (observer === undefined) {
      observer = this.durations.labels(method, route, String(status));
      this.observers.set(key, observer);
    }
    observer.observe(seconds);
  };
}
