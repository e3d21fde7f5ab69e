import '../spec/typescript-hooks.mjs';

/* The simulation's entry, for `npm run simulate`: the TypeScript beside it runs as it stands. */
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
