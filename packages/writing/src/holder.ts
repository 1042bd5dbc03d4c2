import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Whose something is, without saying who that is: a keyed digest of the subject that a token carries (HMAC-SHA256, in
 * hex). Whoever has the database alone cannot tell which subject it stands for, nor try subjects out.
 */
export class HolderDigest {
  readonly #key: Buffer;
  readonly #askedKey: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'mandate-graph holders', 32));
    this.#askedKey = Buffer.from(hkdfSync('sha256', secret, '', 'mandate-graph requests', 32));
  }

  of(subject: string): string {
    return createHmac('sha256', this.#key).update(subject).digest('hex');
  }

  /** Of what was asked, which may hold personal data: keyed as well, and never the digest of a subject. */
  ofRequest(text: string): Buffer {
    return createHmac('sha256', this.#askedKey).update(text).digest();
  }
}
