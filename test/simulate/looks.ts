import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Act } from './acts.js';

/** Something that is read: its kind is its route without ids. */
export interface Look {
  readonly kind: string;
  readonly path: string;
}

const look = (kind: string, path: string): Look => ({ kind: `GET ${kind}`, path });

/** What the page after a form shows, and what somebody with that work looks at besides: assumed. */
export function looksAfter({ on, visit, path }: Act, candidateId: string): readonly Look[] {
  const trajectory = path.split('/').slice(0, 4).join('/');
  const of = (rest: string) => look(`T/${rest.split('?')[0]}`, `${trajectory}/${rest}`);
  switch (visit) {
    case undefined:
      return [];
    case 'session':
      return [look('T', trajectory), of('sessions?limit=20'), of(`limits?on=${on}`), of(`hours?on=${on}`)];
    case 'hours':
      return [of('sessions?limit=50'), of(`hours?on=${on}`), of('declarations')];
    case 'decision':
      return [look('T', trajectory), of('applications'), of('grants'), of(`limits?on=${on}`)];
    case 'own-file': {
      const continuity = look('candidates/{id}/continuity', `/v1/candidates/${candidateId}/continuity`);
      return [of('timeline'), of('reachable'), continuity];
    }
    default:
      throw new TypeError(`no such visit: ${visit satisfies never}`);
  }
}

/** What anybody with a caseload looks at when a day begins; `who` tells whose it is. */
export function looksAtTheStart(who: string, on: CalendarDate): readonly Look[] {
  return [
    look(`caseload of ${who}`, `/v1/trajectories?limit=50&on=${on}`),
    look(`tasks of ${who}`, `/v1/tasks?limit=50&on=${on}`),
  ];
}
