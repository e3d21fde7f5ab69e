import '../spec/typescript-hooks.mjs';

/* The benchmark's entry, for `doorlopend bench`: the TypeScript beside it runs as it stands. */
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
