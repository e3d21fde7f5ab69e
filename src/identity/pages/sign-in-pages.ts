import type { OpenLink } from '../../accounts/one-time-links.js';
import { escapeHtml } from '../../documents/escape-html.js';
import type { IssuerSettings } from '../issuers/issuer-settings.js';
import { forgeryToken } from '../sessions/forgery.js';
import type { SignIn } from '../sessions/sessions.js';
import { action, button, type Page } from './page.js';

/** Where somebody chooses with whom to sign in. */
export function issuersPage(issuers: readonly IssuerSettings[], returnTo: string): Page {
  if (issuers.length === 0) {
    return {
      title: 'Aanmelden kan nog niet',
      body: '<p>Er is nog geen manier van aanmelden ingesteld. Vraag het aan wie deze dienst beheert.</p>',
      status: 503,
    };
  }
  const choices = issuers.map(
    ({ key, name }) =>
      `<li>${action(`/aanmelden/${key}?terug=${encodeURIComponent(returnTo)}`, `Aanmelden met ${name}`)}</li>`,
  );
  return {
    title: 'Aanmelden',
    body: `<p>Kies hoe u zich aanmeldt.</p><ul>${choices.join('')}</ul>`,
  };
}

/** What the page about roles shows. */
export interface RolesShown {
  readonly signIn: SignIn;
  readonly name: string | null;
  readonly roles: readonly { readonly id: string; readonly words: string }[];
  readonly returnTo: string;
}

/** Who is signed in, in which role, and which other role can act. */
export function rolesPage({ signIn, name, roles, returnTo }: RolesShown): Page {
  const csrf = forgeryToken(signIn.secret);
  const acting = roles.find(({ id }) => id === signIn.role?.id);
  const others = roles.filter((role) => role !== acting);
  const choices = others.map(({ id, words }) => {
    const fields = { csrf, rol: id, terug: returnTo };
    return `<li>${button('/aanmelden/rol', `Werken als ${words}`, { fields })}</li>`;
  });
  const who = name === null ? '' : `<p>U bent aangemeld als ${escapeHtml(name)}.</p>`;
  const now =
    acting === undefined
      ? '<p>Kies in welke rol u nu werkt. U kunt later wisselen.</p>'
      : `<p>U werkt nu als ${escapeHtml(acting.words)}.</p>`;
  const list = choices.length === 0 ? '' : `<ul>${choices.join('')}</ul>`;
  return {
    title: acting === undefined ? 'Kies een rol' : 'U bent aangemeld',
    body: `${who}${now}${list}${signOut(csrf)}`,
  };
}

function signOut(csrf: string): string {
  const kind = 'act other';
  return [
    button('/afmelden', 'Afmelden', { fields: { csrf }, kind }),
    button('/afmelden', 'Afmelden op al mijn apparaten', { fields: { csrf, overal: 'ja' }, kind }),
  ].join('');
}

/** After signing out; `issuer` is where the browser may still be signed in. */
export function signedOutPage(issuer: { readonly name: string; readonly url: URL } | undefined): Page {
  const rest =
    issuer === undefined
      ? ''
      : `<p>U wordt nu ook afgemeld bij ${escapeHtml(issuer.name)}.</p>${action(issuer.url.href, `Afmelden bij ${issuer.name}`)}`;
  return {
    title: 'U bent afgemeld',
    body: `<p>Gebruikt u deze computer met anderen? Sluit dan ook het venster.</p>${rest}<p>${action('/aanmelden', 'Opnieuw aanmelden', 'act other')}</p>`,
    ...(issuer === undefined ? {} : { onward: issuer.url }),
  };
}

/** What the page of a link shows. */
export interface LinkShown {
  readonly token: string;
  readonly link: OpenLink;
  /** In words; undefined for a link that offers no role. */
  readonly role: string | undefined;
  readonly issuers: readonly IssuerSettings[];
}

/** Where somebody who opened a link chooses how they will sign in. Opening it uses nothing up. */
export function linkPage({ token, link, role, issuers }: LinkShown): Page {
  const choices = issuers.map((issuer) => {
    const { key, name, setUpPath } = issuer;
    const path = setUpPath !== undefined && link.maySetUp ? `${setUpPath}/${token}` : undefined;
    return path === undefined
      ? `<li>${button(`/uitnodiging/${token}`, `Aanmelden met ${name}`, { fields: { aanmelden: key } })}</li>`
      : `<li>${action(path, `Een wachtwoord kiezen bij ${name}`)}</li>`;
  });
  const what =
    role === undefined
      ? '<p>Met deze link stelt u in hoe u zich aanmeldt.</p>'
      : `<p>U bent uitgenodigd als ${escapeHtml(role)}.</p>`;
  const how = link.maySetUp
    ? '<p>Kies hoe u zich voortaan aanmeldt. Dat doet u één keer.</p>'
    : '<p>Meld u aan zoals u dat altijd doet. Daarna hebt u deze rol.</p>';
  return { title: 'Welkom bij Doorlopend', body: `${what}${how}<ul>${choices.join('')}</ul>` };
}

/** While the browser goes on to the issuer. */
export function onwardPage(name: string, url: URL): Page {
  return {
    title: 'U gaat verder',
    body: `<p>U meldt zich aan bij ${escapeHtml(name)}.</p>${action(url.href, 'Verder')}`,
    onward: url,
  };
}

/** What went wrong, and what to do. */
export function refusedPage(
  sentence: string,
  { status, again }: { readonly status: number; readonly again?: string | undefined },
): Page {
  const once = again === undefined ? '' : `<li>${action(again, 'Opnieuw aanmelden')}</li>`;
  return {
    title: 'Aanmelden is niet gelukt',
    body: `<p>${escapeHtml(sentence)}</p><ul>${once}<li>${action('/aanmelden', 'Naar het begin van aanmelden', 'act other')}</li></ul>`,
    status,
  };
}
