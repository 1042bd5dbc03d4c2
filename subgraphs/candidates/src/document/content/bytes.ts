/** Bytes of a content, fewer than asked for where it ends. */
export const bytesOf = async (content: Blob, from: number, length: number): Promise<Buffer> =>
  Buffer.from(await content.slice(from, from + length).arrayBuffer());

/** The same; null where the content ends before. */
export async function allBytesOf(content: Blob, from: number, length: number): Promise<Buffer | null> {
  const bytes = await bytesOf(content, from, length);
  return bytes.length === length ? bytes : null;
}
