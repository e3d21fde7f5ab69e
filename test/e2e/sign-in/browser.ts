const MOST_STEPS = 12;

/** What a browser shows. */
export interface Shown {
  readonly status: number;
  /** Where it ended up. */
  readonly url: URL;
  readonly text: string;
  readonly headers: Headers;
}

interface Sent {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Stops before a redirect to an address for which this is true. */
  readonly until?: (url: URL) => boolean;
}

/** A browser without JavaScript: it keeps cookies by origin, follows redirects and says where a form comes from. */
export class Browser {
  /** By origin, then by name. */
  readonly cookies = new Map<string, Map<string, string>>();

  /** Opens an address and follows redirects. */
  open(url: string | URL, sent: Sent = {}): Promise<Shown> {
    return this.follow(new URL(url), 'GET', sent);
  }

  /** Sends a form, as a page of the same origin does. */
  submit(url: string | URL, form: Readonly<Record<string, string>>, sent: Sent = {}): Promise<Shown> {
    const headers = { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...sent.headers };
    return this.follow(new URL(url), 'POST', { ...sent, headers, form });
  }

  /** One request, without following. */
  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.jar(origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value === '';
      if (gone) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  jar(origin: string): Map<string, string> {
    const known = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, known);
    return known;
  }

  private async follow(start: URL, method: string, { form, headers = {}, until }: Sent): Promise<Shown> {
    let at = start;
    let init: RequestInit = { method, headers };
    if (form !== undefined) init = { ...init, body: new URLSearchParams(form) };
    for (let step = 0; step < MOST_STEPS; step++) {
      const response = await this.fetch(at, init);
      const location = response.headers.get('location');
      const next = location === null ? refreshOf(response, await response.clone().text()) : location;
      if (next === undefined || (until?.(new URL(next, at)) ?? false)) {
        const url = next === undefined ? at : new URL(next, at);
        return { status: response.status, url, text: await response.text(), headers: response.headers };
      }
      at = new URL(next, at);
      init = { method: 'GET' };
    }
    throw new Error('the browser is sent around in circles');
  }
}

/** Where a page sends the browser on to by itself. */
function refreshOf(response: Response, text: string): string | undefined {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return undefined;
  const url = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(text)?.[1];
  return url?.replaceAll('&amp;', '&');
}

/** The value of a hidden field of a page. */
export function fieldOf({ text }: Shown, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}
