import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Whose something is, without saying who that is: a keyed digest of the subject that a token carries (HMAC-SHA256, in
 * hex). Whoever has the database alone cannot tell which subject it stands for, nor try subjects out.
 */
export class HolderDigest {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'mandate-graph holders', 32));
  }

  of(subject: string): string {
    return createHmac('sha256', this.#key).update(subject).digest('hex');
  }
}
