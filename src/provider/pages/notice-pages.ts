import { html } from './html.js';
import type { Page } from './layout.js';

const MINUTE_SECONDS = 60;

/** Says how long to wait after too many tries, and what to do meanwhile. */
export function waitPage(seconds: number, back: string): Page {
  return {
    heading: 'Wacht even voordat u het opnieuw probeert',
    body: html`<p>Het aanmelden is te vaak mislukt. Dat vertragen we, zodat niemand uw wachtwoord of code kan raden.</p>
<p><strong>U kunt het over ${inWords(seconds)} opnieuw proberen.</strong> Uw account is niet geblokkeerd.</p>
<p><a class="button" href="${back}">Opnieuw proberen</a></p>
<h2>Weet u uw wachtwoord niet meer?</h2>
<p>Vraag uw organisatie om een nieuwe link. Met die link kiest u een nieuw wachtwoord.</p>
<h2>Was u dit niet zelf?</h2>
<p>Meld het aan uw organisatie.</p>`,
  };
}

/** Says that so many sign in at once that the service asks for patience. */
export function busyPage(back: string): Page {
  return {
    heading: 'Het is nu erg druk',
    body: html`<p>Veel mensen melden zich tegelijk aan. Wacht een minuut en probeer het opnieuw.</p>
<p><a class="button" href="${back}">Opnieuw proberen</a></p>`,
  };
}

/** Says that what was begun is no longer there. */
export function beginAgainPage(): Page {
  return {
    heading: 'Begin opnieuw met aanmelden',
    body: html`<p>Het aanmelden duurde te lang, of was al klaar. Er is niets misgegaan.</p>
<p><a class="button" href="/aanmelden">Opnieuw beginnen</a></p>`,
  };
}

/** Says that something went wrong that whoever reads it cannot mend. */
export function faultPage(): Page {
  return {
    heading: 'Aanmelden lukt nu niet',
    body: html`<p>Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw.</p>
<p><a class="button" href="/aanmelden">Opnieuw beginnen</a></p>
<p>Blijft het misgaan? Meld het aan uw organisatie.</p>`,
  };
}

function inWords(seconds: number): string {
  if (seconds <= MINUTE_SECONDS) return `${seconds} ${seconds === 1 ? 'seconde' : 'seconden'}`;
  const minutes = Math.ceil(seconds / MINUTE_SECONDS);
  return `${minutes} minuten`;
}
