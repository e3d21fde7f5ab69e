import './typescript-hooks.mjs';

/* The program of the thread that commits to the log, from the TypeScript of this tree. */
await import('../../src/event-store/sqlite/committing.worker.ts');
