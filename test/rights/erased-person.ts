import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { MasterKey } from '../../src/privacy/master-key.js';
import type { Client } from '../e2e/client.js';
import type { Cast, Dossier } from '../e2e/story.js';

/** What is known of the person, each text such that nobody else has it. */
export const TEXTS = {
  name: 'Wiebrecht Zandbergen-Vos',
  reference: 'REF-77310-Q',
  email: 'wiebrecht@zandbergen.example',
  phone: '06 77 31 09 99',
  address: 'Nergenshuizerweg 9, Onbestaand',
  representative: 'Curator Ottoline Frenk',
  purpose: 'Overleg met de vorige bedrijfsarts',
  summary: 'Oefende het bedienen van de broodsnijmachine.',
  note: 'Is bang voor de ploegbaas en slaapt slecht.',
  manager: 'Chef Hildebrand Korsakov',
  director: 'Klantregisseur Ysbrand Tol',
  contact: 'De leiding is tevreden over het inpakken.',
  request: 'De datum van mijn stage klopt niet.',
  closing: 'Wil het vanaf nu zonder begeleiding doen.',
} as const;

/** A candidate with a file in which every text stands. */
export async function personOf(cast: Cast, dossier?: Dossier): Promise<Dossier> {
  const parties = dossier?.ids ?? (await cast.dossier()).ids;
  const { organisationId, funderId, employerId, coachId } = parties;
  const coordinator = await cast.service.as({ role: 'coordinator', organisation: organisationId });
  const candidateId = await coordinator.record('/v1/candidates', {
    name: TEXTS.name,
    reference: TEXTS.reference,
    contact: { email: TEXTS.email, phone: TEXTS.phone, address: TEXTS.address },
    legalRepresentative: TEXTS.representative,
  });
  const person = await cast.dossier({ organisationId, funderId, employerId, coachId, candidateId });
  const { as, path } = person;
  await as.candidate.record(`/v1/candidates/${candidateId}/consents`, {
    purpose: TEXTS.purpose,
    given: true,
    on: '2024-03-01',
  });
  await as.candidate.record(`/v1/candidates/${candidateId}/contact-preferences`, { channel: 'text-message' });
  await person.place('2024-01-08', { managerName: TEXTS.manager });
  await person.session('2024-04-02', { summary: TEXTS.summary, confidentialNote: TEXTS.note });
  await as['case-director'].record(`${path}/case-directors`, { name: TEXTS.director, from: '2024-01-15' });
  await as.coordinator.record(`${path}/employer-contacts`, {
    employerId,
    on: '2024-04-03',
    minutes: 15,
    kind: 'check-in',
    summary: TEXTS.contact,
  });
  await as.candidate.record(`${path}/coach-change-requests`, { reason: TEXTS.request });
  await as.coach.record(`${path}/closure-proposals`, {
    proposes: 'closure',
    on: '2099-06-30',
    reason: TEXTS.closing,
  });
  return person;
}

/** The person's keys, wrapped and unwrapped, and the keyed hash of the reference: what lies in files while they are there. */
export function secretsOf(folder: string, candidateId: string): Readonly<Record<string, string | Buffer>> {
  const keys = new Database(join(folder, 'keys.db'), { readonly: true });
  const rows = keys
    .prepare<[string], { readonly name: string; readonly wrapped: Buffer }>(
      'SELECT name, wrapped FROM keys WHERE name LIKE ? AND wrapped IS NOT NULL',
    )
    .all(`candidate/${candidateId}/%`);
  keys.close();
  const masterKey = MasterKey.inFile(join(folder, 'secrets/master.key'));
  const read = new Database(join(folder, 'read.db'), { readonly: true });
  const index = read
    .prepare<[string], string>('SELECT reference_index FROM candidate WHERE candidate_id = ?')
    .pluck()
    .get(candidateId);
  read.close();
  return Object.fromEntries([
    ['index', String(index)],
    ...rows.flatMap(({ name, wrapped }): [string, Buffer][] => [
      [`wrapped ${name}`, wrapped],
      [`bare ${name}`, masterKey.unwrap(name, wrapped).export()],
    ]),
  ]);
}

/** Asks to be forgotten and has it decided twice; gives the request. */
export async function eraseBy(
  person: Dossier,
  second: Client,
  firstDecision: object = { decision: 'granted', reason: 'Alles is afgehandeld.' },
): Promise<string> {
  const path = `/v1/candidates/${person.ids.candidateId}/erasure-requests`;
  const request = await person.as.candidate.record(path, { ground: 'no-longer-needed' });
  await person.as.coordinator.record(`${path}/${request}/assessments`, firstDecision);
  await second.record(`${path}/${request}/confirmations`, { decision: 'confirmed' });
  return request;
}

/** Waits until nothing is left of it, and gives the request as it then is. */
export async function done(
  asker: Client,
  candidateId: string,
  requestId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const path = `/v1/candidates/${candidateId}/erasure-requests`;
  for (let attempt = 0; attempt < 600; attempt++) {
    const { items } = await asker.read<{ items: readonly Readonly<Record<string, unknown>>[] }>(path);
    const request = items.find(({ id }) => id === requestId);
    if (request?.doneAt) return request;
    await pause(100);
  }
  throw new Error('the erasure was not done in a minute');
}

/** Some people of the service, by what they are called. */
export async function manyOthers(coordinator: Client, count: number): Promise<ReadonlyMap<string, string>> {
  const others = new Map<string, string>();
  for (let from = 0; from < count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count - from) }, (_, n) => from + n);
    const ids = await Promise.all(
      numbers.map((n) =>
        coordinator.record('/v1/candidates', { name: `Ander Mens ${n}`, reference: `ANDER-${n}` }),
      ),
    );
    for (const [index, id] of ids.entries()) others.set(id, `Ander Mens ${numbers[index]}`);
  }
  return others;
}

/** The service with no waiting between the second decision and the carrying out. */
export const AT_ONCE = { DOORLOPEND_ERASURE_WAIT_DAYS: '0' } as const;
