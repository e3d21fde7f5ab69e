import { fixed, type Given, inCoordinatorsName, onItem, type Route } from './route.js';

const REASON = { reason: 'De datum was verkeerd.' };

/** A closure so long ago that every outcome but the last can be measured. */
export const CLOSURE = {
  on: '2024-06-30',
  reason: 'De doelen zijn bereikt.',
  result: 'Werkt zonder begeleiding.',
};
export const OUTCOME = { afterMonths: 6, state: 'paid-with-coach', permanentContract: true };
export const AFTERCARE = { on: '2024-08-13', with: 'candidate', summary: 'Het gaat goed.', minutes: 15 };
export const REOPENING = { on: '2025-02-01', reason: 'Terugval op het werk.' };

const close = inCoordinatorsName('closures', () => CLOSURE);

/** A request on a trajectory that was closed. */
const closed = (collection: string, body: object): Pick<Route, 'path' | 'request'> => ({
  path: `/${collection}`,
  request: async (given) => {
    await close(given);
    return { path: `/${collection}`, body };
  },
});

/** Records an item on a trajectory that was closed. */
const onClosed = (collection: string, body: object) => async (given: Given) => {
  await close(given);
  return inCoordinatorsName(collection, () => body)(given);
};

/** Every write about the end of a trajectory. */
export const CLOSING_ROUTES: readonly Route[] = [
  { command: 'CloseTrajectory', ...fixed('/closures', () => ({ ...CLOSURE, on: '2026-06-30' })) },
  {
    command: 'CorrectClosure',
    ...onItem('closures', 'corrections', close, { on: '2024-07-31', ...REASON }),
  },
  {
    command: 'ProposeClosure',
    ...fixed('/closure-proposals', () => ({ proposes: 'closure', on: '2026-06-30', reason: 'Klaar.' })),
  },
  { command: 'ReopenTrajectory', ...closed('reopenings', REOPENING) },
  {
    command: 'CorrectReopening',
    ...onItem('reopenings', 'corrections', onClosed('reopenings', REOPENING), {
      on: '2025-03-01',
      ...REASON,
    }),
  },
  { command: 'MeasureOutcome', ...closed('outcomes', OUTCOME) },
  {
    command: 'CorrectOutcome',
    ...onItem('outcomes', 'corrections', onClosed('outcomes', OUTCOME), {
      state: 'paid-without-coach',
      ...REASON,
    }),
  },
  { command: 'RecordAftercareContact', ...closed('aftercare-contacts', AFTERCARE) },
  {
    command: 'CorrectAftercareContact',
    ...onItem('aftercare-contacts', 'corrections', onClosed('aftercare-contacts', AFTERCARE), {
      minutes: 20,
      ...REASON,
    }),
  },
];
