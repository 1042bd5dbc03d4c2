import { systemClock } from '@mandate-graph/domain';
import type { Sealing } from '@mandate-graph/writing';
import type { DataSource } from 'typeorm';
import { CHUNK_BYTES } from './content/stored.content.ts';
import { DocumentChunks } from './document.chunks.ts';
import { DocumentLinks } from './document.links.ts';
import { linkUsed } from './document.refusals.ts';
import { downloadName, type MediaType } from './document.rules.ts';

/** A content on its way out. */
export interface Download {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Read as fast as it is taken. */
  readonly content: AsyncIterable<Buffer>;
}

/** Gives back the contents of documents to whoever holds a link. */
export class DownloadService {
  constructor(
    private readonly source: DataSource,
    private readonly sealing: Sealing,
  ) {}

  async open(link: string): Promise<Download> {
    const { manager } = this.source;
    const document = await new DocumentLinks(manager, this.sealing).take(link, 'DOWNLOAD', systemClock.now());
    if (document === null) throw linkUsed();
    const { documentId, mediaType, bytes, data, key } = document;
    return {
      name: downloadName(data.fileName!, mediaType!),
      mediaType: mediaType!,
      bytes,
      content: contentOf(new DocumentChunks(manager, documentId, key), bytes),
    };
  }
}

async function* contentOf(chunks: DocumentChunks, bytes: number): AsyncIterable<Buffer> {
  for (let number = 0; number * CHUNK_BYTES < bytes; number += 1) yield await chunks.read(number);
}
