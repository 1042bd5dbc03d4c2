import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { OperationManifest } from './manifest.ts';

const MEBIBYTE = 1024 * 1024;
/** What an entry takes beside its texts. */
const OVERHEAD = 256;
const PREFIX = 'apq:';

export interface StoreLimits {
  /** All entries together, as they are in memory. */
  readonly maxBytes: number;
  /** From the last time an operation was registered. */
  readonly ttlSeconds: number;
}

export const STORE_LIMITS: StoreLimits = { maxBytes: 16 * MEBIBYTE, ttlSeconds: 24 * 60 * 60 };

/** Where Apollo Server finds the operation of a hash: among those that clients registered, or in the manifest only. */
export function persistedOperations(
  manifest: OperationManifest | null,
  limits: StoreLimits = STORE_LIMITS,
): { cache: KeyValueCache<string>; ttl: number } {
  const cache = manifest === null ? boundedStore(limits) : storeOf(manifest);
  return { cache, ttl: limits.ttlSeconds };
}

/** The least recently used go first. A text counts two bytes a character, and every entry counts its overhead. */
const boundedStore = ({ maxBytes }: StoreLimits): InMemoryLRUCache<string> =>
  new InMemoryLRUCache<string>({
    maxSize: maxBytes,
    sizeCalculation: (text: string, hash: string) => 2 * (text.length + hash.length) + OVERHEAD,
  });

const storeOf = (manifest: OperationManifest): KeyValueCache<string> => ({
  get: async (key) => manifest.bodyOf(key.slice(PREFIX.length)),
  set: async () => {},
  delete: async () => false,
});
