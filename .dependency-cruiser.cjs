/** A folder of the product, or its twin under the fixture that must fail. */
const layer = (path) => `^(test/architecture/fixture/)?${path}`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain decides without knowing anybody: itself, and dates through domain/shared/calendar.ts.',
      severity: 'error',
      from: { path: layer('domain/') },
      to: { pathNot: [layer('domain/'), 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'dates-come-from-calendar',
      comment: 'One file knows the library of dates.',
      severity: 'error',
      from: { path: layer('domain/'), pathNot: layer('domain/shared/calendar\\.ts$') },
      to: { path: 'node_modules/temporal-polyfill/' },
    },
    {
      name: 'projections-know-no-service',
      comment: 'Read models know the events and the database they are given, not who serves them.',
      severity: 'error',
      from: { path: layer('projections/') },
      to: { path: [layer('src/'), 'node_modules/@nestjs/', 'node_modules/better-sqlite3/'] },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: layer('(domain|projections|src)/') },
      to: { path: '^test/', pathNot: '^test/architecture/fixture/(domain|projections|src)/' },
    },
    {
      name: 'only-the-program-knows-the-command-line',
      comment: 'What a command does lives in a feature; src/cli only speaks to the person at the terminal.',
      severity: 'error',
      from: { path: layer('src/'), pathNot: [layer('src/cli/'), layer('src/main\\.ts$')] },
      to: { path: layer('src/cli/') },
    },
    {
      name: 'stores-know-no-http',
      comment: 'The event store, the read store and the reading of files work without a request.',
      severity: 'error',
      from: { path: layer('src/(event-store|read-store|sqlite|import|privacy)/') },
      to: {
        path: [layer('src/http/'), '\\.controller\\.ts$', '\\.dto\\.ts$', 'node_modules/(fastify|@nestjs/platform-fastify)/'],
      },
    },
    {
      name: 'files-open-texts-through-the-gate',
      comment: 'What people wrote about a candidate opens as the gate says, which hides from some who it is about.',
      severity: 'error',
      from: { path: layer('src/(dossiers|reports)/'), pathNot: 'src/dossiers/party-names\\.ts$' },
      to: { path: layer('src/privacy/sealer\\.ts$') },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
