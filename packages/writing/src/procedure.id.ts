import { createHash } from 'node:crypto';

/** Drawn once at random. Never to change: every id of a procedure and of a step follows from it. */
const NAMESPACE = 'aac7a382-78db-4869-ba1a-a476ebae6963';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of a vacancy's procedure follows from the vacancy's, so that a rebuild from the feeds gives the same ids. */
export const procedureIdOf = (vacancyId: string): string => uuidOf(NAMESPACE, vacancyId);

/** The id of a step follows from its key, so that it stays when the step moves or is renamed. */
export const stepIdOf = (procedureId: string, key: string): string => uuidOf(procedureId, key);

/** The id in its one written form; null for anything that is not a UUID. */
export function parseProcedureId(text: string): string | null {
  const id = text.toLowerCase();
  return UUID.test(id) ? id : null;
}

/** A name-based UUID: version 5 of RFC 9562. */
export function uuidOf(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
