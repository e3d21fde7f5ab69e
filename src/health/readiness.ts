/** Tells whether one part of the service can do its work. */
export interface ReadinessProbe {
  /** A stable code: `event-store`, `read-models`. */
  readonly name: string;
  /** Undefined when it is ready, else a Dutch sentence that says why not. Never personal data. */
  check(): Promise<string | undefined> | string | undefined;
}

export interface NotReady {
  readonly name: string;
  readonly reason: string;
}

/** The parts that must work before the service takes requests. Each registers its own probe when it starts. */
export class Readiness {
  private readonly probes: ReadinessProbe[] = [];

  register(probe: ReadinessProbe): void {
    this.probes.push(probe);
  }

  /** The parts that are not ready, with the reason; a probe that throws is not ready either. */
  async notReady(): Promise<readonly NotReady[]> {
    const found = await Promise.all(this.probes.map(ask));
    return found.filter((one) => one !== undefined);
  }
}

async function ask(probe: ReadinessProbe): Promise<NotReady | undefined> {
  try {
    const reason = await probe.check();
    return reason === undefined ? undefined : { name: probe.name, reason };
  } catch {
    return { name: probe.name, reason: 'Dit onderdeel antwoordt niet.' };
  }
}
