import type {
  Activity,
  ApplicationKind,
  ContactKind,
  PlacementKind,
  Regime,
} from '../../../domain/shared/lists.js';

/** The Dutch words of the closed lists, as screens and sentences use them (domain.md section 2, api.md). */

export const PLACEMENT_WORDS: { readonly [Kind in PlacementKind]: string } = {
  employment: 'dienstverband',
  'trial-placement': 'proefplaatsing',
  'work-experience': 'werkervaringsplaats',
  secondment: 'detachering',
  sheltered: 'beschut werk',
  participation: 'participatieplaats',
};

export const REGIME_WORDS: { readonly [R in Regime]: string } = {
  'very-light': 'zeer licht',
  light: 'licht',
  medium: 'midden',
  intensive: 'intensief',
};

export const ACTIVITY_WORDS: { readonly [A in Activity]: string } = {
  introduction: 'introductie',
  'structuring-work': 'structureren werk',
  training: 'inwerken en trainen',
  'solving-disturbance': 'storing verhelpen',
  'guidance-at-work': 'begeleiding op het werk',
  'home-situation': 'thuissituatie',
  'guiding-manager': 'begeleiding leidinggevende',
  'evaluation-and-coordination': 'evaluatie en coördinatie',
};

export const APPLICATION_WORDS: { readonly [K in ApplicationKind]: string } = {
  first: 'eerste aanvraag',
  'follow-on': 'vervolgaanvraag',
  change: 'wijzigingsaanvraag',
  extension: 'verlengingsaanvraag',
};

export const CONTACT_WORDS: { readonly [K in ContactKind]: string } = {
  advice: 'advies',
  'check-in': 'vinger aan de pols',
  agreement: 'afspraak',
  incident: 'incident',
};
