import { setTimeout as sleep } from 'node:timers/promises';
import { projections } from '../../projections/index.js';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import type { RebuildProgress } from '../../projections/runtime/rebuild-requests.js';
import { type Progress, showProgress } from './progress.js';
import { readModelsReady, withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

const LOOK_EVERY_MS = 100;
/** Progress is shown as thousandths, for how many events there are is known only once the building runs. */
const WHOLE = 1_000;

/**
 * Builds read models (default: all) anew from the log, beside those that are served, and waits until they are. A running
 * service does it where there is one. Rejects with `WrongUsage` for a name that is none, and when a building stopped.
 */
export async function rebuild(names: readonly string[], options: { readonly json?: boolean }): Promise<void> {
  const known = projections.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new WrongUsage(`Onbekend leesmodel: ${unknown.join(', ')}. Kies uit: ${known.join(', ')}.`);
  }
  const rebuilt = names.length > 0 ? [...new Set(names)] : known;
  const events = await withService(async (service) => {
    await readModelsReady(service);
    const runtime = service.get(ReadModelKeeper);
    const shown = showProgress('Leesmodellen', WHOLE);
    try {
      return await follow(runtime, await runtime.requestRebuild(rebuilt), shown);
    } finally {
      shown.stop();
    }
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ rebuilt, events })}\n`
      : `Opnieuw opgebouwd: ${rebuilt.join(', ')} (${events} gebeurtenissen verwerkt).\n`,
  );
}

/** Waits for the request, and gives the number of events that were applied, over all read models together. */
async function follow(runtime: ReadModelKeeper, id: string, shown: Progress): Promise<number> {
  for (;;) {
    const { status, events, of } = await progressOf(runtime, id);
    if (status === 'done') return events;
    if (status === 'failed') {
      throw new Error(await whatStopped(runtime));
    }
    shown.at(of > 0 ? Math.floor((WHOLE * events) / of) : 0);
    await sleep(LOOK_EVERY_MS);
  }
}

/** Names the read models that stopped, each with the error's name and the position of the event: no personal data. */
async function whatStopped(runtime: ReadModelKeeper): Promise<string> {
  const { readModels } = await runtime.status();
  const stopped = readModels.flatMap(({ projection, stopped: at }) =>
    at ? [`${projection} (${at.error}, gebeurtenis op positie ${at.position ?? 'onbekend'})`] : [],
  );
  return `Het opbouwen is gestopt: ${stopped.join(', ')}. De bestaande leesmodellen blijven in gebruik. Werk Doorlopend bij en probeer het opnieuw.`;
}

async function progressOf(runtime: ReadModelKeeper, id: string): Promise<RebuildProgress> {
  const progress = await runtime.rebuildProgress(id);
  if (progress) return progress;
  throw new Error(
    'De aanvraag om opnieuw op te bouwen is weg: iemand heeft de leesmodellen gewist. Probeer het opnieuw.',
  );
}
