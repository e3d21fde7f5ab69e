import { LEAST_PASSWORD } from '../password-rules.js';
import { html } from './html.js';
import { type Faults, field, form, type Page } from './layout.js';

/** What is known of whoever holds a link. */
export interface LinkHolder {
  readonly name: string | null;
  readonly email: string | null;
}

/** What was typed, but for the passwords. */
export interface Typed {
  readonly name: string;
  readonly email: string;
}

/** Asks whoever holds a link to choose a password, and for what the account does not know yet. */
export function newPasswordPage(
  action: string,
  holder: LinkHolder,
  typed: Typed = { name: '', email: '' },
  faults: Faults = {},
): Page {
  const email =
    holder.email === null
      ? field({
          name: 'email',
          label: 'E-mailadres',
          hint: 'Met dit adres meldt u zich aan.',
          type: 'email',
          autocomplete: 'username',
          value: typed.email,
          fault: faults.email,
        })
      : field({
          name: 'email',
          label: 'E-mailadres',
          hint: 'Met dit adres meldt u zich aan. Klopt het niet? Vraag uw organisatie om het te veranderen.',
          type: 'email',
          autocomplete: 'username',
          value: holder.email,
          readonly: true,
        });
  const name = field({
    name: 'name',
    label: 'Uw naam',
    autocomplete: 'name',
    value: typed.name,
    fault: faults.name,
  });
  return {
    heading: 'Kies een wachtwoord',
    faults,
    body: html`<p>${holder.name === null ? 'Welkom' : `Welkom, ${holder.name}`}. Kies een wachtwoord voor Doorlopend.</p>
<ul>
<li>Gebruik ${LEAST_PASSWORD} tekens of meer. Hoofdletters, cijfers en leestekens mogen, maar hoeven niet.</li>
<li>Tip: neem vier woorden die niet bij elkaar horen.</li>
<li>Gebruik het wachtwoord nergens anders.</li>
</ul>
${form(
  action,
  'Wachtwoord opslaan',
  ...(holder.name === null ? [name] : []),
  email,
  field({
    name: 'password',
    label: 'Nieuw wachtwoord',
    type: 'password',
    autocomplete: 'new-password',
    fault: faults.password,
  }),
  field({
    name: 'repeat',
    label: 'Nog een keer hetzelfde wachtwoord',
    type: 'password',
    autocomplete: 'new-password',
    fault: faults.repeat,
  }),
)}`,
  };
}

/** Says that the password can be used now. */
export function passwordSetPage(signIn: string): Page {
  return {
    heading: 'Uw wachtwoord is opgeslagen',
    body: html`<p>U kunt zich nu aanmelden met uw e-mailadres en uw wachtwoord.</p>
<p><a class="button" href="${signIn}">Aanmelden</a></p>`,
  };
}

/** Says that a link cannot be used. */
export function linkGonePage(): Page {
  return {
    heading: 'Deze link werkt niet meer',
    body: html`<p>De link is al gebruikt, te oud of niet compleet.</p>
<h2>Wat kunt u doen?</h2>
<ul>
<li>Hebt u met deze link al een wachtwoord gekozen? Dan kunt u zich <a href="/aanmelden">aanmelden</a>.</li>
<li>Is de link te oud? Vraag uw organisatie om een nieuwe link.</li>
<li>Kreeg u de link in een e-mail? Kijk of u de hele link hebt geopend.</li>
</ul>`,
  };
}
