import type { FastifyInstance } from 'fastify';

interface Route {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Which methods each path of the service answers to, gathered from the routes as they are registered. */
export class AllowedMethods {
  private readonly routes = new Map<string, Route>();

  /** Watches the routes that are registered from now on. */
  watch(fastify: FastifyInstance): this {
    fastify.addHook('onRoute', ({ url, method }) => this.add(url, [method].flat()));
    return this;
  }

  /** The methods of the path of `url`, in alphabetical order; none when it is no path of the service. */
  of(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    const found = new Set<string>();
    for (const { pattern, methods } of this.routes.values()) {
      if (pattern.test(path)) for (const method of methods) found.add(method);
    }
    return [...found].sort();
  }

  private add(url: string, methods: readonly string[]): void {
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const method of methods) route.methods.add(method);
    this.routes.set(url, route);
  }
}

/** A route with `:parameters` and `*` as a regular expression over a whole path. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[A-Za-z0-9_]+/g, '[^/]+')
    .replace(/\*/g, '.*');
  return new RegExp(`^${source}$`);
}
