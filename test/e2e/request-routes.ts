import { fixed, type Given, onItem, type Route } from './route.js';

/** What the candidate asks about the placement of the trajectory. */
export const requestAbout = ({ placementId }: Given) => ({
  about: placementId,
  text: 'Deze baan begon een dag later.',
});

/** The candidate asks, and the id of the request is given. */
export const ask = (given: Given): Promise<string> =>
  given.dossier.as.candidate.record(`${given.dossier.path}/correction-requests`, requestAbout(given));

/** Every write about a request to correct. */
export const REQUEST_ROUTES: readonly Route[] = [
  { command: 'AskForCorrection', ...fixed('/correction-requests', requestAbout) },
  {
    command: 'AnswerCorrectionRequest',
    ...onItem('correction-requests', 'answers', ask, {
      decision: 'granted',
      reason: 'Het contract laat het zien.',
    }),
  },
];
