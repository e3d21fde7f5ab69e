/** The body of an answer; every one that is read here is an object. */
export type Body = Readonly<Record<string, unknown>>;

/** An answer of the service. */
export interface Answer<Content = Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Content;
}

/** The body of a problem. */
export interface ProblemBody extends Body {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field?: string; readonly code: string; readonly detail: string }[];
}

/** The body of a collection. */
export interface Items<Item = Body> extends Body {
  readonly items: readonly Item[];
}

/** How a write is sent. */
export interface WriteOptions {
  readonly key?: string;
  readonly ifMatch?: string;
}

/** The position that anybody wrote last, shared by the clients of one folder of data. */
export interface Seen {
  position?: string;
}

/** Somebody who asks over HTTP. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
    private readonly seen: Seen,
  ) {}

  /** Reads; unless the path says so itself, waits for the last write of anybody. */
  get<Content = Body>(path: string): Promise<Answer<Content>> {
    const { position } = this.seen;
    const waits = position === undefined || path.includes('position=');
    return this.ask<Content>(waits ? path : `${path}${path.includes('?') ? '&' : '?'}position=${position}`);
  }

  /** Writes; a text is sent as it stands. */
  async post<Content = Body>(
    path: string,
    body: object | string,
    { key, ifMatch }: WriteOptions = {},
  ): Promise<Answer<Content>> {
    const answer = await this.ask<Content>(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
        ...(ifMatch && { 'if-match': ifMatch }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { position } = answer.body as Body;
    if (typeof position === 'string' && isLater(position, this.seen.position)) this.seen.position = position;
    return answer;
  }

  /** Records it and gives its id; throws with the answer when that is not 201. */
  async record(path: string, body: object): Promise<string> {
    const { status, body: answered, text } = await this.post(path, body);
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
    return String(answered.id);
  }

  /** What a read answers; throws with the answer when that is not 200. */
  async read<Content = Body>(path: string): Promise<Content> {
    const { status, body, text } = await this.get<Content>(path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${text}`);
    return body;
  }

  /** Reads as a step of a trace of the caller, with this header `traceparent`. */
  traced<Content = Body>(path: string, traceparent: string): Promise<Answer<Content>> {
    return this.ask<Content>(path, { headers: { traceparent } });
  }

  /** What is read there in another form than JSON, as the header `Accept` asks for it. */
  async file(path: string, accept: string): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> {
    const authorization = `Bearer ${this.token}`;
    const response = await fetch(this.url + path, { headers: { accept, authorization } });
    if (response.status !== 200) throw new Error(`GET ${path} answered ${response.status}`);
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** All items of a collection, page by page by its `Link` headers. */
  async all<Item = Body>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const { status, headers, body, text }: Answer<Items<Item>> = await this.get<Items<Item>>(next);
      if (status !== 200) throw new Error(`GET ${next} answered ${status}: ${text}`);
      items.push(...body.items);
      next = nextOf(headers);
    }
    return items;
  }

  private async ask<Content>(path: string, init: RequestInit = {}): Promise<Answer<Content>> {
    const headers = new Headers(init.headers);
    if (this.token !== undefined) headers.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(this.url + path, { ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body = (isJson ? JSON.parse(text) : {}) as Content;
    return { status: response.status, headers: response.headers, text, body };
  }
}

/** The address of the next page; undefined on the last one. */
export function nextOf(headers: Headers): string | undefined {
  return /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
}

function isLater(position: string, than: string | undefined): boolean {
  return than === undefined || BigInt(position) > BigInt(than);
}
