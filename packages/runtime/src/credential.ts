import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { jwtVerify, SignJWT } from 'jose';
import type { Actor } from './access/actor.ts';
import { parseActor } from './access/actor.ts';

/** Seconds a credential is valid. Long enough for one request and its retries, too short to be worth stealing. */
const LIFETIME = 60;
const ALGORITHM = 'HS256';

/** Header that carries the credential between the gateway and subgraphs, and between subgraphs. */
export const CREDENTIAL_HEADER = 'x-mandate-graph-credential';

/** Who alone speaks for actors. */
export const ACTOR_ISSUER = 'gateway';

/** Signs and checks the credentials of one purpose: requests on behalf of an actor, or reading feeds. */
export class Credentials<T> {
  readonly #key: Uint8Array;
  /** One signature serves all requests of the same subject within half its lifetime. */
  readonly #signed = new Map<string, { token: string; until: number }>();

  constructor(
    key: string,
    private readonly purpose: 'actor' | 'feed',
    private readonly decode: (claim: unknown) => T | null,
    /** Who alone may show a claim. */
    private readonly issuerOf: (claim: T) => string,
    private readonly now: () => number = Date.now,
  ) {
    this.#key = new TextEncoder().encode(key);
  }

  /** A token by which `issuer` shows `claim` to `audience`, and to nobody else. */
  async sign(issuer: string, audience: string, claim: T): Promise<string> {
    const subject = JSON.stringify([issuer, audience, claim]);
    const seconds = Math.floor(this.now() / 1000);
    const known = this.#signed.get(subject);
    if (known !== undefined && known.until > seconds) return known.token;
    const token = await new SignJWT({ claim, purpose: this.purpose })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFETIME)
      .sign(this.#key);
    if (this.#signed.size > 1_000) this.#signed.clear();
    this.#signed.set(subject, { token, until: seconds + LIFETIME / 2 });
    return token;
  }

  /** The claim of a valid token for `audience`; null for anything else. Never says why. */
  async verify(token: string | undefined, audience: string): Promise<T | null> {
    if (token === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        audience,
        currentDate: new Date(this.now()),
        requiredClaims: ['exp', 'iat', 'iss'],
      });
      const claim = payload['purpose'] === this.purpose ? this.decode(payload['claim']) : null;
      return claim !== null && payload.iss === this.issuerOf(claim) ? claim : null;
    } catch {
      return null;
    }
  }
}

export const actorCredentials = (key: string): Credentials<Actor> =>
  new Credentials(key, 'actor', parseActor, () => ACTOR_ISSUER);
/** The claim of a feed credential is the name of the consumer, who signs for itself. */
export const feedCredentials = (key: string): Credentials<string> =>
  new Credentials(
    key,
    'feed',
    (claim) => (typeof claim === 'string' ? claim : null),
    (consumer) => consumer,
  );

/** A key kept under the data directory: made at first use, read by every other process of the same installation. */
export function keptKey(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'keys');
  const file = path.join(folder, name);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.new`;
  try {
    fs.writeFileSync(fresh, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    // A link fails when the name exists, so of several processes exactly one key wins, and it is never half-written.
    fs.linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(fresh, { force: true });
  }
  return fs.readFileSync(file, 'utf8');
}
