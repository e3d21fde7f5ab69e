import './typescript-hooks.mjs';

/* The program of the thread that stores batches, from the TypeScript of this tree. */
await import('../../src/read-store/writing.worker.ts');
