import qrcode from 'qrcode-generator';
import { Html, html } from './html.js';
import { type Faults, field, form, type Page } from './layout.js';

/** Asks for the e-mail address and the password. What was typed stays, but for the password. */
export function signInPage(action: string, email: string, faults: Faults = {}): Page {
  return {
    heading: 'Aanmelden',
    faults,
    body: html`${form(
      action,
      'Aanmelden',
      field({
        name: 'email',
        label: 'E-mailadres',
        type: 'email',
        autocomplete: 'username',
        value: email,
        fault: faults.email,
      }),
      field({
        name: 'password',
        label: 'Wachtwoord',
        type: 'password',
        autocomplete: 'current-password',
        fault: faults.password,
      }),
    )}
<h2>Lukt het niet?</h2>
<p>Bent u uw wachtwoord vergeten? Vraag uw organisatie om een nieuwe link. Met die link kiest u een nieuw wachtwoord.</p>`,
  };
}

/** Asks for the code of the authenticator. */
export function codePage(action: string, recovery: string, faults: Faults = {}): Page {
  return {
    heading: 'Vul uw code in',
    faults,
    body: html`<p>U hebt een app op uw telefoon die codes maakt. Open die app en zoek Doorlopend.</p>
${form(
  action,
  'Verder',
  field({
    name: 'code',
    label: 'Code van 6 cijfers',
    hint: 'De code is 30 seconden geldig. Daarna maakt de app een nieuwe.',
    autocomplete: 'one-time-code',
    code: 'numeric',
    fault: faults.code,
  }),
)}
<p><a href="${recovery}">Ik heb mijn telefoon niet. Ik gebruik een herstelcode.</a></p>`,
  };
}

/** Asks for one of the codes that were kept for when the authenticator is not there. */
export function recoveryCodePage(action: string, back: string, faults: Faults = {}): Page {
  return {
    heading: 'Vul een herstelcode in',
    faults,
    body: html`<p>U kreeg herstelcodes toen u de app instelde. Elke herstelcode werkt één keer.</p>
${form(
  action,
  'Verder',
  field({
    name: 'recoveryCode',
    label: 'Herstelcode',
    hint: '16 letters en cijfers. Streepjes en hoofdletters maken niet uit.',
    autocomplete: 'off',
    code: 'text',
    fault: faults.recoveryCode,
  }),
)}
<p><a href="${back}">Ik gebruik toch de code van mijn app.</a></p>
<h2>Hebt u geen herstelcodes meer?</h2>
<p>Vraag uw organisatie om een nieuwe link. Met die link stelt u alles opnieuw in.</p>`,
  };
}

/** What an authenticator needs to begin. */
export interface SecondFactor {
  /** Base32. */
  readonly secret: string;
  /** The address `otpauth://…` that stands in the QR code. */
  readonly address: string;
}

/** Sets a second factor up: the secret as a QR code and as text, and a first code to show that it works. */
export function setUpPage(action: string, { secret, address }: SecondFactor, faults: Faults = {}): Page {
  return {
    heading: 'Stel een tweede stap in',
    faults,
    body: html`<p>U werkt met gegevens van mensen. Daarom is een wachtwoord niet genoeg. U hebt ook een code nodig van een app op uw
telefoon.</p>
<h2>1. Zet een app op uw telefoon</h2>
<p>Neem een app die codes maakt. Vaak heet die <span lang="en">authenticator</span>. Hebt u er al een? Gebruik dan die.</p>
<h2>2. Voeg Doorlopend toe aan de app</h2>
<p>Kies in de app voor toevoegen en richt de camera op dit plaatje.</p>
<div class="qr">${qrCode(address)}</div>
<p>Lukt dat niet? Typ dan deze sleutel in de app:</p>
<p class="secret">${inGroups(secret)}</p>
<h2>3. Vul de code in die de app toont</h2>
${form(
  action,
  'Instellen',
  field({
    name: 'code',
    label: 'Code van 6 cijfers',
    hint: 'De code is 30 seconden geldig. Daarna maakt de app een nieuwe.',
    autocomplete: 'one-time-code',
    code: 'numeric',
    fault: faults.code,
  }),
)}`,
  };
}

/** Shows the recovery codes, the only time that they are there. */
export function recoveryCodesPage(action: string, codes: readonly string[]): Page {
  return {
    heading: 'Bewaar uw herstelcodes',
    body: html`<p>De tweede stap is ingesteld. Bent u uw telefoon kwijt? Dan kunt u zich met een herstelcode aanmelden. Elke code werkt één
keer.</p>
<p><strong>U ziet deze codes nu voor het laatst.</strong> Print ze of schrijf ze op, en bewaar ze op een veilige plek. Niet bij uw
telefoon.</p>
<ul class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ul>
${form(action, 'Ik heb de codes bewaard. Verder')}`,
  };
}

/** A QR code in two colours that do not change with those of the page: a camera wants dark on light. */
function qrCode(content: string): Html {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const size = code.getModuleCount();
  const quiet = 4;
  let dark = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (code.isDark(row, column)) dark += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  const side = size + 2 * quiet;
  return new Html(
    `<svg role="img" aria-label="QR-code met de sleutel die hieronder staat" viewBox="0 0 ${side} ${side}" width="224" height="224" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${dark}"/></svg>`,
  );
}

function inGroups(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}
