import type { Id } from '../../domain/shared/ids.js';
import { isId } from '../../domain/shared/ids.js';
import { PROTECTIONS } from '../../domain/shared/protected.js';
import { PERSONAL_KEYS, type Person, type PersonalKeys } from '../privacy/personal-keys.port.js';
import { withService } from './with-service.js';
import { WrongUsage } from './wrong-usage.js';

const KINDS = ['candidate', 'coach', 'employer', 'organisation'] as const;

/** Makes a next version of somebody's keys, also while the service runs: new texts are sealed with it. */
export async function rotateKeys(name: string, { json }: { readonly json?: boolean }): Promise<void> {
  const person = personOf(name);
  const names = await withService((service) =>
    service.get<PersonalKeys>(PERSONAL_KEYS, { strict: false }).renew(person, PROTECTIONS),
  );
  process.stdout.write(
    json
      ? `${JSON.stringify({ keys: names })}\n`
      : `Nieuwe teksten worden voortaan versleuteld met: ${names.join(', ')}. Wat er al stond, blijft leesbaar.\n`,
  );
}

function personOf(name: string): Person {
  const [kind, id, ...rest] = name.split('/');
  const known = KINDS.find((one) => one === kind);
  if (known !== undefined && rest.length === 0 && isId(id)) return `${known}/${id as Id}`;
  throw new WrongUsage(`"${name}" wijst niemand aan. Schrijf het zoals candidate/NUMMER of coach/NUMMER.`);
}
