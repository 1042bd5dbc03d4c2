import { isIP } from 'node:net';

/** Proxies that are believed about the address of a client: the last so many, or those at these addresses. */
export type TrustedProxies = number | string[];

const MAX_PROXIES = 10;
/** Names of ranges of private addresses, as Express has them. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

export const PROXIES_RULE = `must be a number of proxies from 0 to ${MAX_PROXIES}, or their addresses such as 10.0.0.0/8 or loopback, separated by commas`;

/** Null when the text breaks {@link PROXIES_RULE}. */
export function readProxies(text: string): TrustedProxies | null {
  if (/^\d+$/.test(text)) return Number(text) <= MAX_PROXIES ? Number(text) : null;
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every((address) => RANGES.includes(address) || isAddressRange(address)) ? addresses : null;
}

/** `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`; not `/0`, which would believe everyone. */
function isAddressRange(text: string): boolean {
  const [, address, bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address ?? '');
  if (version === 0) return false;
  return bits === undefined || (Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}
