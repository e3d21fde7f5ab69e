import type { CandidateEvent } from '../../../domain/candidate/events.js';

/** What each event of a candidate says, for the candidate. */
export const CANDIDATE_WORDS: { readonly [Type in CandidateEvent['type']]: string } = {
  CandidateRegistered: 'U bent geregistreerd.',
  ConsentStated: 'U gaf toestemming, of trok haar in.',
  ConsentCorrected: 'Uw toestemming is verbeterd.',
  ContactPreferenceStated: 'U zei hoe u het liefst wordt bereikt.',
  CandidateMerged: 'Een dubbele registratie van u is samengevoegd.',
  CandidateMergeWithdrawn: 'Het samenvoegen van registraties is teruggenomen.',
  CandidateMarkedDuplicate: 'Deze registratie staat voortaan onder uw andere registratie.',
  CandidateUnmarkedDuplicate: 'Deze registratie staat weer op zichzelf.',
  ErasureAsked: 'U vroeg om uw gegevens te wissen.',
  RetentionApproved: 'De bewaartermijn is voorbij; iemand keurde goed dat uw dossier wordt gewist.',
  ErasureAssessed: 'Over het wissen is voor de eerste keer beslist.',
  ErasureConfirmed: 'Over het wissen is voor de tweede keer beslist.',
  ErasureWithdrawn: 'Het wissen gaat niet door.',
  CandidateErased: 'Uw gegevens, of een deel ervan, zijn gewist.',
  RestrictionAsked: 'U vroeg om uw dossier te bewaren en niet te gebruiken.',
  RestrictionDecided: 'Over de beperking is beslist.',
  RestrictionEnded: 'De beperking is voorbij.',
  FileHeld: 'Uw dossier wordt tot en met een dag vastgehouden.',
};

/** What the sealed fields are called, on whatever event. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  adjustments: 'Aanpassingen',
  beyondLimitMotivation: 'Motivering van de verlenging',
  by: 'Door',
  candidateFuture: 'Toekomst',
  confidentialNote: 'In vertrouwen',
  contact: 'Contactgegevens',
  decisionReason: 'Waarom zo beslist',
  doesNotFit: 'Past niet',
  evidence: 'Getekend stuk',
  fits: 'Past wel',
  goals: 'Doelen',
  grounds: 'Gronden',
  kind: 'Soort',
  legalRepresentative: 'Wettelijk vertegenwoordiger',
  lifeDomain: 'Leefgebied',
  managerName: 'Leidinggevende',
  missing: 'Wat ontbreekt',
  motivation: 'Motivering',
  name: 'Naam',
  noContractReason: 'Waarom geen contract',
  participants: 'Aanwezig',
  purpose: 'Waarvoor',
  reason: 'Reden',
  reference: 'Kenmerk',
  referredTo: 'Verwezen naar',
  refusalReason: 'Waarom geweigerd',
  remark: 'Opmerking',
  resolution: 'Afloop',
  result: 'Resultaat',
  shareWithNext: 'Delen met een volgende werkgever',
  summary: 'Samenvatting',
  tasks: 'Taken',
  text: 'Tekst',
  texts: 'Plan',
};

/** Who recorded or looked, by role. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  administrator: 'beheerder',
  coach: 'jobcoach',
  coordinator: 'coördinator',
  'case-director': 'regisseur van de opdrachtgever',
  auditor: 'controleur van de opdrachtgever',
  candidate: 'uzelf',
  employer: 'werkgever',
  operator: 'beheer van de dienst',
};

export function fieldInWords(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

export function roleInWords(role: string): string {
  return ROLE_WORDS[role] ?? role;
}

/** A value that was sealed, as a person reads it. */
export function valueInWords(value: unknown): string {
  if (value === null) return 'gewist';
  if (Array.isArray(value)) return value.map(valueInWords).join('; ');
  if (typeof value === 'object') return Object.values(value).map(valueInWords).join(', ');
  return String(value);
}
