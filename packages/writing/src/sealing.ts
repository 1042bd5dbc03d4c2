import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { HolderDigest } from './holder.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where something of a person is kept: a table, and the id of its row. */
export const placeOf = (table: string, id: string): string => `${table}:${id}`;

/**
 * What is personal is sealed under a key of its person (AES-256-GCM). That key is kept wrapped under a secret of the
 * installation: who has the database alone reads nothing, and when a person's key is gone, nobody reads anything of them.
 */
export class Sealing {
  readonly #secret: Buffer;
  /** Under the same secret: whose something is, without saying who that is. */
  readonly holders: HolderDigest;

  constructor(secret: string) {
    this.#secret = Buffer.from(hkdfSync('sha256', secret, '', 'mandate-graph person keys', KEY_BYTES));
    this.holders = new HolderDigest(secret);
  }

  /** A new key for a person, as it is kept. */
  newKey(candidateId: string): Buffer {
    return sealed(this.#secret, placeOf('person_key', candidateId), randomBytes(KEY_BYTES));
  }

  keyOf(candidateId: string, wrapped: Buffer): PersonKey {
    return new PersonKey(opened(this.#secret, placeOf('person_key', candidateId), wrapped));
  }
}

/**
 * Seals and opens what is of one person. `place` names where it is kept (see {@link placeOf}): what is moved to another
 * place, or changed, cannot be opened.
 */
export class PersonKey {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  seal(place: string, value: unknown): Buffer {
    return this.sealBytes(place, Buffer.from(JSON.stringify(value)));
  }

  open<T>(place: string, from: Buffer): T {
    return JSON.parse(this.openBytes(place, from).toString()) as T;
  }

  sealBytes(place: string, bytes: Buffer): Buffer {
    return sealed(this.#key, place, bytes);
  }

  openBytes(place: string, from: Buffer): Buffer {
    return opened(this.#key, place, from);
  }
}

/** Nonce, cipher text, tag. */
function sealed(key: Buffer, place: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: Buffer, place: string, from: Buffer): Buffer {
  const tagAt = from.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, from.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(from.subarray(tagAt));
  return Buffer.concat([decipher.update(from.subarray(NONCE_BYTES, tagAt)), decipher.final()]);
}
