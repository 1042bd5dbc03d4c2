import { type Actor, MAX_TOKEN_SECONDS } from '@mandate-graph/runtime';
import { type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import { IssuerAway } from './remote.keys.ts';
import { isRevocationId, revocationId } from './revocation.ts';
import { actorOfClaims } from './token.claims.ts';
import type { TokenIssuer } from './token.issuer.ts';

/** Signatures that only the holder of a private key can make: a secret that is shared, or none, signs nothing here. */
const ALGORITHMS = [
  'Ed25519',
  'EdDSA',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
/** By how many seconds the clocks of issuer and gateway may differ. */
const TOLERANCE = 10;
/** What a token that is to be shown here may call itself, if it does: access tokens, and tokens of no special kind. */
const TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Written in any case, says the standard; whatever else a sender has put there is no type. */
const typeOf = ({ typ }: { typ?: unknown }): unknown => (typeof typ === 'string' ? typ.toLowerCase() : typ);

export interface GenuineToken {
  readonly actor: Actor;
  /** What it stands under in the list of revoked tokens. */
  readonly id: string;
}

/** Tells genuine tokens from all others. */
export class TokenVerifier {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly now: () => number = Date.now,
  ) {}

  /** Null for whatever is wrong: nobody learns what. Throws {@link IssuerAway} when it cannot be told. */
  async verify(token: string): Promise<GenuineToken | null> {
    const verified = await this.#verify(token);
    if (verified === null) return null;
    const { payload, protectedHeader } = verified;
    if (!TYPES.includes(typeOf(protectedHeader)) || !this.#isTimely(payload)) return null;
    // A token that is bound to a key of its holder is worth nothing without that key, which we do not ask for.
    if (payload['cnf'] !== undefined) return null;
    const id = revocationId(payload, token);
    const actor = actorOfClaims(payload);
    return actor !== null && isRevocationId(id) ? { actor, id } : null;
  }

  async #verify(token: string): Promise<JWTVerifyResult | null> {
    try {
      return await jwtVerify(token, (header, input) => this.#key(header, input), {
        algorithms: ALGORITHMS,
        issuer: this.issuer.issuer,
        audience: this.issuer.audience,
        clockTolerance: TOLERANCE,
        currentDate: new Date(this.now()),
        requiredClaims: ['sub', 'iat', 'exp'],
      });
    } catch (error) {
      if (error instanceof IssuerAway) throw error;
      return null;
    }
  }

  async #key(...of: Parameters<TokenIssuer['key']>) {
    const key = await this.issuer.key(...of);
    if (key === null) throw new Error('There is no such key.');
    return key;
  }

  /** Not of the future, nor for longer than revocations are remembered. */
  #isTimely({ iat, exp }: JWTPayload): boolean {
    return iat! <= this.now() / 1000 + TOLERANCE && exp! - iat! <= MAX_TOKEN_SECONDS;
  }
}
