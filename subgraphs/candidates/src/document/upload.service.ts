import { createHash } from 'node:crypto';
import { type Clock, systemClock } from '@mandate-graph/domain';
import { tooLarge } from '@mandate-graph/runtime';
import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import { candidateActor, type Settling } from '../writing/work.ts';
import { inChunks } from './content/in.chunks.ts';
import { mediaTypeOf } from './content/media.type.ts';
import { oneAtATime, StoredContent, withinBounds } from './content/stored.content.ts';
import { DocumentChunks } from './document.chunks.ts';
import { DocumentLinks, type Taken } from './document.links.ts';
import { linkUsed, MOST_BYTES, unsupportedFormat, wrongDigest, wrongLength } from './document.refusals.ts';
import type { MediaType } from './document.rules.ts';
import { DocumentStore } from './document.store.ts';

/** What came in. */
export interface Received {
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes in the content of a document that was announced. Its chunks are kept as they come, each in a transaction of its
 * own, since a long one would hold back the feed of this subgraph; the document has them once it has all of them. What
 * breaks off leaves nothing.
 */
export class UploadService {
  constructor(
    private readonly source: DataSource,
    private readonly sealing: Sealing,
    private readonly settling: Settling,
    private readonly clock: Clock,
  ) {}

  /**
   * `declared` is what the request says of its length; null where it says nothing. `gone` fires when nobody waits for
   * the answer any more.
   */
  async receive(
    link: string,
    body: AsyncIterable<Buffer>,
    declared: number | null,
    gone: AbortSignal,
  ): Promise<Received> {
    if (declared !== null && declared > MOST_BYTES) throw tooLarge({ name: 'documentBytes', value: declared });
    const links = new DocumentLinks(this.source.manager, this.sealing);
    const document = await links.take(link, 'UPLOAD', systemClock.now());
    if (document === null) throw linkUsed();
    if (declared !== null && declared !== document.bytes) throw wrongLength(document.bytes);
    const chunks = new DocumentChunks(this.source.manager, document.documentId, document.key);
    try {
      const sha256 = await store(body, document, chunks);
      const arrived = this.clock.now();
      const mediaType = await typeOf(document, chunks, gone);
      gone.throwIfAborted();
      await this.#keep(document, mediaType, sha256, arrived);
      return { mediaType, bytes: document.bytes, sha256 };
    } catch (error) {
      // What cannot be dropped now is swept later.
      await chunks.drop().catch(() => undefined);
      throw error;
    }
  }

  /** It is there from the instant at which it had come whole, which may be after a deadline. */
  async #keep(
    { documentId, candidateId, data }: Taken,
    mediaType: MediaType,
    sha256: string,
    now: Temporal.Instant,
  ): Promise<void> {
    const kept = await this.source.transaction(async (manager) => {
      const candidate = await new CandidateLocks(manager, this.sealing).ofId(candidateId);
      if (candidate === null) return false;
      await this.settling.settle({ manager, candidate, now });
      const store = new DocumentStore({ manager, candidate, now, by: candidateActor(candidateId) });
      return store.keep(documentId, mediaType, { ...data, sha256 });
    });
    if (!kept) throw linkUsed();
  }
}

/** Keeps what comes, as fast as it can be kept; gives its digest. */
async function store(body: AsyncIterable<Buffer>, { bytes, data }: Taken, chunks: DocumentChunks): Promise<string> {
  const hash = createHash('sha256');
  let number = 0;
  for await (const chunk of inChunks(exactly(bytes, body))) {
    hash.update(chunk);
    if (!(await chunks.add(number, chunk))) throw linkUsed();
    number += 1;
  }
  const sha256 = hash.digest('hex');
  if (data.sha256 === null || data.sha256 === sha256) return sha256;
  throw wrongDigest(sha256);
}

/** A body that must have as many bytes as were announced. The first one beyond them ends it. */
async function* exactly(bytes: number, body: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let came = 0;
  for await (const piece of body) {
    came += piece.length;
    if (came > bytes)
      throw bytes === MOST_BYTES ? tooLarge({ name: 'documentBytes', value: null }) : wrongLength(bytes);
    yield piece;
  }
  if (came < bytes) throw wrongLength(bytes);
}

async function typeOf({ bytes }: Taken, chunks: DocumentChunks, gone: AbortSignal): Promise<MediaType> {
  const read = oneAtATime(
    withinBounds((number) => {
      gone.throwIfAborted();
      return chunks.read(number);
    }),
  );
  const found = await mediaTypeOf(new StoredContent(read, bytes));
  if (found !== null) return found;
  throw unsupportedFormat();
}
