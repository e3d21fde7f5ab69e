import { unknownMember } from '../shared/decider.js';
import type { FileKind } from './data-kinds.js';
import type { Standing } from './standing.js';

/** What somebody looked into a file for: what a candidate reads, and which version of it the register describes. */
export interface PurposeText {
  readonly words: string;
  /** Goes up when the register comes to describe it otherwise; what was recorded before keeps its own. */
  readonly version: number;
}

/** Everything that a file is read for by others than the candidate and the own coach. */
export const PURPOSES = {
  'organise-coaching': { words: 'begeleiding organiseren', version: 1 },
  'account-for-coaching': { words: 'begeleiding verantwoorden', version: 1 },
  'decide-on-provision': { words: 'besluiten over de voorziening', version: 1 },
  'supervise-coaching': { words: 'toezicht op ingekochte begeleiding', version: 1 },
  'work-together': { words: 'samenwerken aan de werkplek', version: 1 },
  'look-back-at-coaching': { words: 'terugkijken op de eigen begeleiding', version: 1 },
  'watch-readings': { words: 'nagaan wie het dossier heeft ingezien', version: 1 },
  'run-service': { words: 'de dienst beheren', version: 1 },
} as const satisfies Readonly<Record<string, PurposeText>>;

export type Purpose = keyof typeof PURPOSES;

/** Who leaves a trace by looking: everybody but the candidate and whoever coaches, stands in or is to come. */
export type Onlooker = Exclude<Standing, 'candidate' | 'own-coach'>;

/** Whether somebody of this standing is an onlooker. */
export function isOnlooker(standing: Standing): standing is Onlooker {
  return standing !== 'candidate' && standing !== 'own-coach';
}

/** What an onlooker looks at a kind of data for. */
export function purposeOf(standing: Onlooker, kind: FileKind): Purpose {
  if (kind === 'who-looked') return 'watch-readings';
  switch (standing) {
    case 'coordinator':
      return kind === 'award' || kind === 'report' ? 'account-for-coaching' : 'organise-coaching';
    case 'case-director':
      return 'decide-on-provision';
    case 'auditor':
      return 'supervise-coaching';
    case 'employer':
      return 'work-together';
    case 'former-coach':
      return 'look-back-at-coaching';
    default:
      return unknownMember(standing);
  }
}
