import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import type { Person } from '../../src/privacy/personal-keys.port.js';
import { generateLog, idOf, type LogEvent } from './log.js';
import { openStores, type Stores } from './stores.js';

const RECORDED_AT = '2026-01-05T08:15:30.000Z';
const ACTOR = {
  subject: idOf('subject'),
  role: 'coach',
  coachId: idOf('coach 0'),
  organisationId: idOf('organisation'),
  via: 'api',
} as const;
/** Events that are appended before the next ones are made. */
const PORTION = 2_000;

/** Writes `count` generated events, really sealed, into the event store of `folder`. */
export async function writeLog(folder: string, count: number): Promise<void> {
  const stores = openStores(folder);
  const written = new Map<string, number>();
  let portion: Promise<unknown>[] = [];
  let number = 0;
  for (const one of generateLog(count)) {
    const event = await prepared(stores, one, number);
    const revision = written.get(one.stream) ?? 0;
    const expected = revision === 0 ? NO_STREAM : BigInt(revision - 1);
    written.set(one.stream, revision + 1);
    portion.push(stores.store.append(one.stream, [event], expected));
    number += 1;
    if (portion.length === PORTION) {
      await Promise.all(portion);
      portion = [];
    }
  }
  await Promise.all(portion);
  await stores.close();
}

async function prepared(
  { registry, sealer }: Stores,
  { stream, event }: LogEvent,
  number: number,
): Promise<NewEvent> {
  const { type, data } = event;
  const id = idOf('event', number);
  const { definition } = registry.get(type);
  const occurredOn = definition.occurredOn(data);
  const person = personOf(stream);
  return {
    id,
    type,
    schemaVersion: definition.version,
    data: person ? await sealer.seal(person, id, definition.protect, data) : { ...data },
    metadata: {
      actor: ACTOR,
      recordedAt: RECORDED_AT,
      commandId: idOf('command', number),
      ...(occurredOn && { occurredOn }),
    },
  };
}

/** Texts of a trajectory are sealed with a key of their own here: whose it is makes no difference to a rebuild. */
function personOf(stream: string): Person | undefined {
  const [category = '', ...id] = stream.split('-');
  if (category === 'coach') return `coach/${id.join('-')}`;
  return category === 'candidate' || category === 'trajectory' ? `candidate/${id.join('-')}` : undefined;
}
