import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Grant } from './access/actor.ts';
import {
  dropKey,
  KEY_PAIR_ALGORITHM,
  keepNewKey,
  keptKeys,
  newKeyPair,
  publicKeyOf,
  readKeptKey,
  readPrivateKey,
} from './keys.ts';

/** Who issues tokens where no OpenID Connect issuer is set: this installation itself. The name leads nowhere. */
export const LOCAL_ISSUER = 'https://issuer.mandate-graph.invalid/';
/** The claim of a token that says what its bearer was granted. docs/access.md describes it. */
export const GRANTS_CLAIM = 'mandate_graph';
/** No token may be valid for longer, whoever issued it: after so long, a revoked one need not be remembered. */
export const MAX_TOKEN_SECONDS = 24 * 60 * 60;

const KEY_NAME = /^issuer-(\d{1,6})$/;
const nameOf = (number: number): string => `issuer-${number}`;

export interface LocalToken {
  readonly subject: string;
  readonly grants: readonly Partial<Pick<Grant, 'role' | 'institution' | 'procedure'>>[];
  readonly scopes: readonly string[];
  readonly audience: string;
  readonly seconds: number;
}

/** Issues tokens under keys that are kept in the data folder, where every process of the installation finds them. */
export class LocalIssuer {
  /** By what the files hold: a key that is made, or taken away, counts at once. */
  readonly #public = new Map<string, KeyObject>();

  constructor(
    private readonly dataDir: string,
    private readonly now: () => number = Date.now,
  ) {}

  async issue({ subject, grants, scopes, audience, seconds }: LocalToken): Promise<string> {
    const kid = nameOf(this.#latest() ?? this.rotate());
    const key = readPrivateKey(readKeptKey(this.dataDir, kid) ?? '');
    if (key === null) throw new Error(`The key ${kid} of the local issuer is not one: remove it from the data folder.`);
    const issuedAt = Math.floor(this.now() / 1000);
    return new SignJWT({ [GRANTS_CLAIM]: { grants }, ...(scopes.length > 0 && { scope: scopes.join(' ') }) })
      .setProtectedHeader({ alg: KEY_PAIR_ALGORITHM, kid, typ: 'at+jwt' })
      .setIssuer(LOCAL_ISSUER)
      .setAudience(audience)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key);
  }

  /**
   * Makes a new key, by which all tokens from now on are signed, and gives its number. A key goes when the last token
   * that was signed by it must have expired.
   */
  rotate(): number {
    let number = (this.#latest() ?? 0) + 1;
    while (!keepNewKey(this.dataDir, nameOf(number), () => newKeyPair().privateKey)) number += 1;
    const over = this.now() - MAX_TOKEN_SECONDS * 1000;
    const made = this.#numbers();
    for (const [older] of made) {
      const next = made.get(older + 1);
      if (next !== undefined && next < over) dropKey(this.dataDir, nameOf(older));
    }
    return number;
  }

  /** By its name in a token; null when there is none, or no more. A new one is there as soon as it is made. */
  publicKey(kid: string): KeyObject | null {
    const text = KEY_NAME.test(kid) ? readKeptKey(this.dataDir, kid) : null;
    if (text === null) return null;
    const known = this.#public.get(text);
    if (known !== undefined) return known;
    const key = readPrivateKey(text);
    if (key === null) return null;
    const publicKey = publicKeyOf(key);
    this.#public.set(text, publicKey);
    return publicKey;
  }

  #latest(): number | null {
    const numbers = [...this.#numbers().keys()];
    return numbers.length === 0 ? null : Math.max(...numbers);
  }

  /** Of all keys, with when each was made. */
  #numbers(): ReadonlyMap<number, number> {
    return new Map(
      keptKeys(this.dataDir).flatMap(({ name, madeAt }) => {
        const number = KEY_NAME.exec(name)?.[1];
        return number === undefined ? [] : [[Number(number), madeAt] as const];
      }),
    );
  }
}
