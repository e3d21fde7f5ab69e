import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** Whoever has one address of IPv6 has a whole /64 of them. */
const KEPT_GROUPS = 4;
const IPV4_INSIDE = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** What counts as one address: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function addressBlock(address: string): string {
  const inside = IPV4_INSIDE.exec(address)?.[1];
  if (inside !== undefined) return inside;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [before = '', after] = bare.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : GROUPS - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  const kept = groups.slice(0, KEPT_GROUPS).map((group) => Number.parseInt(group, 16).toString(16));
  return `${kept.join(':')}::/64`;
}
