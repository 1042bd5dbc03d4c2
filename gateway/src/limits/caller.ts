import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Actor, Environment } from '@mandate-graph/runtime';

/** Whose budget a request is taken from. */
export interface Caller {
  /** A subject, or the network of an address: never to be kept or logged as it stands. */
  readonly key: string;
  readonly kind: 'anonymous' | 'signedIn';
}

/** Whoever is signed in has a budget of their own, wherever they ask from; all others share that of their address. */
export function callerOf(actor: Actor, address: string | undefined): Caller {
  if (actor.kind !== 'public') return { key: `${actor.kind} ${actor.subject}`, kind: 'signedIn' };
  return { key: networkOf(address ?? ''), kind: 'anonymous' };
}

/** Of IPv6 the first 64 bits: a client has all addresses below them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Written alike, whether with leading zeros or without. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));

/** The key under which callers are hashed: the same in all processes that have the same environment. */
export function callerSecret({ actorPrivateKey }: Environment): Buffer {
  if (actorPrivateKey === null) return randomBytes(32);
  const key = actorPrivateKey.export({ format: 'der', type: 'pkcs8' });
  return createHmac('sha256', key).update('callers of the gateway').digest();
}
