import { fileTypeFromBlob } from 'file-type';
import type { MediaType } from '../document.rules.ts';
import { bytesOf } from './bytes.ts';
import { isWordCompound } from './cfb.ts';
import { ReadTooOften } from './stored.content.ts';
import { fileInZip } from './zip.ts';

const ARCHIVE = Buffer.from('PK\x03\x04');
const WORD_PACKAGE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CONTENT_TYPES = '[Content_Types].xml';
/** Many times what a document of Word needs to say of which types its parts are. */
const MOST_CONTENT_TYPES_BYTES = 1024 * 1024;
const WORD_MAIN =
  /\bContentType\s*=\s*["']application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml["']/;
const MACROS = /macroEnabled|vbaProject/i;

/**
 * What a content is, by how it begins and, where many kinds begin so, by what it holds; null for what is no format of a
 * document, and for what would have to be read too often. Whatever else stands in it: it is only ever given back as an
 * attachment of this type.
 */
export async function mediaTypeOf(content: Blob): Promise<MediaType | null> {
  try {
    return await told(content);
  } catch (error) {
    if (error instanceof ReadTooOften) return null;
    throw error;
  }
}

async function told(content: Blob): Promise<MediaType | null> {
  // Archives are told apart by what they hold, which they may say at their end.
  if ((await bytesOf(content, 0, ARCHIVE.length)).equals(ARCHIVE)) {
    return (await isWordPackage(content)) ? WORD_PACKAGE : null;
  }
  switch ((await fileTypeFromBlob(content))?.ext) {
    case 'pdf':
      return 'application/pdf';
    case 'jpg':
      return 'image/jpeg';
    case 'tif':
      return 'image/tiff';
    case 'cfb':
      return (await isWordCompound(content)) ? 'application/msword' : null;
    default:
      return null;
  }
}

async function isWordPackage(content: Blob): Promise<boolean> {
  const types = (await fileInZip(content, CONTENT_TYPES, MOST_CONTENT_TYPES_BYTES))?.toString() ?? '';
  return WORD_MAIN.test(types) && !MACROS.test(types);
}
