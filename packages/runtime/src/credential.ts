import type { KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Actor } from './access/actor.ts';
import { parseActor } from './access/actor.ts';
import { KEY_PAIR_ALGORITHM, publicKeyOf } from './keys.ts';

/** Seconds a credential is valid. Long enough for one request and its retries, too short to be worth stealing. */
const LIFETIME = 60;
/** How many signed and how many verified tokens are remembered. */
const REMEMBERED = 1_000;

/** Header that carries the credential between the gateway and subgraphs, and between subgraphs. */
export const CREDENTIAL_HEADER = 'x-mandate-graph-credential';

/** Who alone speaks for actors. */
export const ACTOR_ISSUER = 'gateway';

export interface CredentialSigner<T> {
  /** A token by which `issuer` shows `claim` to `audience`, and to nobody else. */
  sign(issuer: string, audience: string, claim: T): Promise<string>;
}

export interface CredentialVerifier<T> {
  /** The claim of a valid token for `audience`; null for anything else. Never says why. */
  verify(token: string | undefined, audience: string): Promise<T | null>;
}

type Key = KeyObject | Uint8Array;

interface CredentialKind<T> {
  readonly purpose: 'actor' | 'feed';
  readonly algorithm: 'HS256' | typeof KEY_PAIR_ALGORITHM;
  readonly decode: (claim: unknown) => T | null;
  /** Who alone may show a claim. */
  readonly issuerOf: (claim: T) => string;
}

/** On whose behalf a request to a subgraph is made. The gateway says so; everyone else can only check it. */
const ACTOR: CredentialKind<Actor> = {
  purpose: 'actor',
  algorithm: KEY_PAIR_ALGORITHM,
  decode: parseActor,
  issuerOf: () => ACTOR_ISSUER,
};

/** The claim of a feed credential is the name of the consumer, who signs for itself. */
const FEED: CredentialKind<string> = {
  purpose: 'feed',
  algorithm: 'HS256',
  decode: (claim) => (typeof claim === 'string' ? claim : null),
  issuerOf: (consumer) => consumer,
};

/** Signs credentials of one kind. */
class Signer<T> implements CredentialSigner<T> {
  /** By all that a token says: one signature serves what is the same within half its lifetime. */
  readonly #signed = new Bounded<{ token: string; until: number }>();

  constructor(
    private readonly kind: CredentialKind<T>,
    private readonly key: Key,
    private readonly now: () => number,
  ) {}

  async sign(issuer: string, audience: string, claim: T): Promise<string> {
    const said = JSON.stringify([issuer, audience, claim]);
    const seconds = Math.floor(this.now() / 1000);
    const known = this.#signed.get(said);
    if (known !== undefined && known.until > seconds) return known.token;
    const token = await new SignJWT({ claim, purpose: this.kind.purpose })
      .setProtectedHeader({ alg: this.kind.algorithm })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFETIME)
      .sign(this.key);
    this.#signed.set(said, { token, until: seconds + LIFETIME / 2 });
    return token;
  }
}

/** Checks credentials of one kind. */
class Verifier<T> implements CredentialVerifier<T> {
  /** By audience and token, to its last character: the gateway shows the same token until it signs the next one. */
  readonly #verified = new Bounded<{ claim: T; until: number }>();

  constructor(
    private readonly kind: CredentialKind<T>,
    private readonly key: Key,
    private readonly now: () => number,
  ) {}

  async verify(token: string | undefined, audience: string): Promise<T | null> {
    if (token === undefined) return null;
    const shown = `${audience} ${token}`;
    const known = this.#verified.get(shown);
    if (known !== undefined && this.now() < known.until) return known.claim;
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [this.kind.algorithm],
        audience,
        currentDate: new Date(this.now()),
        requiredClaims: ['exp', 'iat', 'iss'],
      });
      const claim = payload['purpose'] === this.kind.purpose ? this.kind.decode(payload['claim']) : null;
      if (claim === null || payload.iss !== this.kind.issuerOf(claim)) return null;
      this.#verified.set(shown, { claim, until: payload.exp! * 1000 });
      return claim;
    } catch {
      return null;
    }
  }
}

/** Remembers a bounded number of things; beyond that, it begins anew. */
class Bounded<V> {
  readonly #values = new Map<string, V>();

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (this.#values.size >= REMEMBERED) this.#values.clear();
    this.#values.set(key, value);
  }
}

export type Credentials<T> = CredentialSigner<T> & CredentialVerifier<T>;

/** For the gateway. */
export const actorSigner = (privateKey: KeyObject, now: () => number = Date.now): CredentialSigner<Actor> =>
  new Signer(ACTOR, privateKey, now);

/** For subgraphs: whoever holds this can speak for nobody. */
export const actorVerifier = (publicKey: KeyObject, now: () => number = Date.now): CredentialVerifier<Actor> =>
  new Verifier(ACTOR, publicKey, now);

/** Both at once, for one who plays all the parts. */
export const actorCredentials = (privateKey: KeyObject): Credentials<Actor> =>
  both(actorSigner(privateKey), actorVerifier(publicKeyOf(privateKey)));

export function feedCredentials(key: string, now: () => number = Date.now): Credentials<string> {
  const secret = new TextEncoder().encode(key);
  return both(new Signer(FEED, secret, now), new Verifier(FEED, secret, now));
}

const both = <T>(signer: CredentialSigner<T>, verifier: CredentialVerifier<T>): Credentials<T> => ({
  sign: (issuer, audience, claim) => signer.sign(issuer, audience, claim),
  verify: (token, audience) => verifier.verify(token, audience),
});
