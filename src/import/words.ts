import type { Activity, FunderKind, PlacementKind, Regime, SessionForm } from '../../domain/shared/lists.js';
import { normalWord } from './cells.js';

/** The Dutch words of a coaching organisation's export, as domain.md and api.md ("The import") map them. */
class Vocabulary<Term extends string> {
  readonly #terms: ReadonlyMap<string, Term>;

  constructor(words: Readonly<Record<string, Term>>) {
    this.#terms = new Map(Object.entries(words).map(([word, term]) => [normalWord(word), term]));
  }

  /** The term that `word` stands for, whatever its case and spacing. */
  termFor(word: string): Term | undefined {
    return this.#terms.get(normalWord(word));
  }

  /** The words as people write them, for a sentence that says what may stand here. */
  get words(): string {
    return [...this.#terms.keys()].join(', ');
  }
}

export const activityWords = new Vocabulary<Activity>({
  introductie: 'introduction',
  'structureren werk': 'structuring-work',
  'inwerken en trainen': 'training',
  'storing verhelpen': 'solving-disturbance',
  'begeleiding op het werk': 'guidance-at-work',
  thuissituatie: 'home-situation',
  'begeleiding leidinggevende': 'guiding-manager',
  'evaluatie en coördinatie': 'evaluation-and-coordination',
});

/** What is inside the rate and never coaching (UWV 2014, A.6). */
export const notCoachingWords = new Vocabulary<'travel' | 'administration'>({
  reistijd: 'travel',
  administratie: 'administration',
});

export const formWords = new Vocabulary<SessionForm>({
  werkplek: 'workplace',
  elders: 'elsewhere',
  telefoon: 'phone',
  beeldbellen: 'video',
  groep: 'group',
});

export const regimeWords = new Vocabulary<Regime>({
  'zeer licht': 'very-light',
  licht: 'light',
  midden: 'medium',
  intensief: 'intensive',
});

export const placementWords = new Vocabulary<PlacementKind>({
  dienstverband: 'employment',
  proefplaatsing: 'trial-placement',
  werkervaringsplaats: 'work-experience',
  detachering: 'secondment',
  'beschut werk': 'sheltered',
  participatieplaats: 'participation',
});

export const dossierLineWords = new Vocabulary<'placement' | 'coach' | 'grant' | 'absence'>({
  WERKPLEK: 'placement',
  COACH: 'coach',
  TOEKENNING: 'grant',
  AFWEZIG: 'absence',
});

const municipalRuleSets = new Vocabulary<'municipal-2y' | 'municipal-3y'>({
  'gemeente-2-jaar': 'municipal-2y',
  'gemeente-3-jaar': 'municipal-3y',
});

/** The rule set that a word in `Regels` names (reading 55); any other word is a rule set's own name. */
export function ruleSetNameFor(word: string): string {
  return municipalRuleSets.termFor(word) ?? normalWord(word);
}

/** The kind of a funder by its name: `UWV` is uwv, every other one a municipality (api.md, "The import"). */
export function funderKindFor(name: string): FunderKind {
  return normalWord(name) === 'uwv' ? 'uwv' : 'municipality';
}
