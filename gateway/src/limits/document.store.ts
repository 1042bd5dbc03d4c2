import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';

const MAX_BYTES = 32 * 1024 * 1024;
/** What a character of a document takes once it is parsed, roughly: a node of some hundred bytes for every few. */
const BYTES_PER_CHARACTER = 60;
const OVERHEAD = 1_000;

/** Documents that were looked at, so that it is done once for each text: the least recently used go first. */
export const documentStore = (): InMemoryLRUCache<DocumentNode> =>
  new InMemoryLRUCache<DocumentNode>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ loc }: DocumentNode) => OVERHEAD + BYTES_PER_CHARACTER * (loc?.end ?? 0),
  });
