import type { Lack, Requirement } from '../../../domain/award/index.js';

/** What an application may have to rest on, as people call it. */
export const REQUIREMENT_WORDS: { readonly [R in Requirement]: string } = {
  placement: 'werkplek',
  plan: 'plan van aanpak',
  logbook: 'getekend logboek',
  'candidate-assessment': 'beoordeling door de kandidaat',
  'employer-assessment': 'beoordeling door de werkgever',
  hours: 'gebruikte en toegekende uren',
  evaluation: 'evaluatie',
  regime: 'begeleidingsregime',
  motivation: 'motivering',
};

/** Why it is missing, in one sentence. */
export const LACK_WORDS: { readonly [L in Lack]: string } = {
  'not-recorded': 'Dit is nog niet vastgelegd.',
  'not-agreed': 'Nog niet iedereen is akkoord met de laatste versie.',
  'not-approved': 'Nog niet alle uren van de periode zijn goedgekeurd.',
  'no-granted-period': 'Er is geen toegekende periode waar dit over kan gaan.',
  'out-of-date': 'De laatste is langer geleden dan de regels toestaan.',
};
