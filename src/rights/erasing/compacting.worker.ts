import { workerData } from 'node:worker_threads';
import { compactFiles } from './compact-files.js';

/* A thread that compacts the databases of the folder that it is started with, and ends. */
await compactFiles(String(workerData));
