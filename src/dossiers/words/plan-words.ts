import { unknownMember } from '../../../domain/shared/decider.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { PlanEvent } from '../../../domain/trajectory/plan/events.js';
import type { PlanParty } from '../../../domain/trajectory/plan/lists.js';
import { capital, type NameOf, onPaper } from './sentence-parts.js';

const PARTY_WORDS: { readonly [P in PlanParty]: string } = {
  candidate: 'de kandidaat',
  employer: 'de werkgever',
  funder: 'de opdrachtgever',
  coach: 'de jobcoach',
};

/** What happened to the plan of approach, in one Dutch sentence, without any text that a person wrote. */
export function planWords(event: PlanEvent, employer: NameOf): string {
  switch (event.type) {
    case 'PlanDrafted':
      return `Het plan van aanpak is opgesteld op ${event.data.draftedOn}: ${amounts(event.data)}.`;
    case 'PlanRevised':
      return `Het plan van aanpak is herzien op ${event.data.draftedOn}; versie ${event.data.version}: ${amounts(event.data)}.`;
    case 'PlanRequested':
      return `Op ${event.data.requestedOn} is gevraagd om een plan van aanpak, of om een herziening.`;
    case 'PlanAgreed':
      return `${capital(partyOf(event.data, employer))} ging op ${event.data.on} akkoord met versie ${event.data.version} van het plan van aanpak${onPaper(event.data)}.`;
    case 'PlanDeclined':
      return `${capital(partyOf(event.data, employer))} wees op ${event.data.on} versie ${event.data.version} van het plan van aanpak af${onPaper(event.data)}.`;
    case 'GoalReached':
      return `Een doel is bereikt op ${event.data.on}.`;
    case 'GoalDropped':
      return `Een doel is losgelaten op ${event.data.on}.`;
    case 'GoalOutcomeCorrected':
      return event.data.on === null
        ? 'Een doel staat weer open: dat het was bereikt of losgelaten, klopte niet.'
        : 'Wanneer een doel werd bereikt of losgelaten, is verbeterd.';
    case 'AgreementFulfilled':
      return `Een afspraak is nagekomen op ${event.data.on}.`;
    case 'AgreementFulfilmentCorrected':
      return event.data.on === null
        ? 'Een afspraak staat weer open: dat zij was nagekomen, klopte niet.'
        : 'Wanneer een afspraak werd nagekomen, is verbeterd.';
    default:
      return unknownMember(event);
  }
}

function partyOf(
  { party, employerId }: { readonly party: PlanParty; readonly employerId?: Id },
  employer: NameOf,
): string {
  return employerId === undefined ? PARTY_WORDS[party] : employer(employerId);
}

function amounts({
  goals,
  agreements,
}: {
  readonly goals: readonly object[];
  readonly agreements: readonly object[];
}): string {
  const goalWord = goals.length === 1 ? 'doel' : 'doelen';
  const agreementWord = agreements.length === 1 ? 'afspraak' : 'afspraken';
  return `${goals.length} ${goalWord} en ${agreements.length} ${agreementWord}`;
}
