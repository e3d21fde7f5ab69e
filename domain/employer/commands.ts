import type { EmployerRegistered } from './events.js';

/** Registers an employer on a stream of its own. */
export type RegisterEmployer = { readonly type: 'RegisterEmployer' } & EmployerRegistered['data'];

export type EmployerCommand = RegisterEmployer;
