interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** A page as somebody without a browser sees it. */
export interface Visited {
  /** Where it was in the end, after every redirect. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody who visits pages over HTTP: keeps cookies, follows redirects and sends forms as a browser without scripts does. */
export class PageVisitor {
  #cookies: Cookie[] = [];
  /** Every address that a redirect led to. */
  readonly trail: string[] = [];

  /** `stopAt` is the beginning of an address that is not fetched any more: where somebody else's pages begin. */
  constructor(
    private readonly origin: string,
    private readonly stopAt?: string,
  ) {}

  get(url: string): Promise<Visited> {
    return this.#visit(new URL(url, this.origin), {});
  }

  /** Sends the only form of the page with what is filled in; its hidden and filled fields go along. */
  submit(page: Visited, filled: Readonly<Record<string, string>> = {}): Promise<Visited> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`there is no form on ${page.url.pathname}: ${page.text}`);
    const present = [...page.text.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/g)].map(([tag, name = '']) => {
      const value = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
      return [name, value.replaceAll('&amp;', '&').replaceAll('&#39;', "'")] as const;
    });
    const body = new URLSearchParams({ ...Object.fromEntries(present), ...filled });
    return this.#visit(new URL(action, page.url), { method: 'POST', body, headers: { origin: this.origin } });
  }

  /** Forgets every cookie whose name begins so. */
  forget(name: string): void {
    this.#cookies = this.#cookies.filter((cookie) => !cookie.name.startsWith(name));
  }

  async #visit(url: URL, init: RequestInit): Promise<Visited> {
    const headers = new Headers(init.headers);
    const cookies = this.#cookies.filter(({ path }) => isUnder(url.pathname, path));
    if (cookies.length > 0)
      headers.set('cookie', cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get('location');
    if (location === null) {
      return { url, status: response.status, headers: response.headers, text: await response.text() };
    }
    await response.body?.cancel();
    const next = new URL(location, url);
    this.trail.push(next.href);
    if (this.stopAt !== undefined && next.href.startsWith(this.stopAt)) {
      return { url: next, status: response.status, headers: response.headers, text: '' };
    }
    return this.#visit(next, {});
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=', 2);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const gone = attributes.some(
      (each) => /^expires=Thu, 01 Jan 1970/i.test(each) || /^max-age=0$/i.test(each),
    );
    this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
    if (!gone) this.#cookies.push({ name, value, path });
  }
}

function isUnder(path: string, of: string): boolean {
  return path === of || path.startsWith(of.endsWith('/') ? of : `${of}/`);
}
