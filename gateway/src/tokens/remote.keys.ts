import { isTrustworthy, type Logger } from '@mandate-graph/runtime';
import {
  type CryptoKey,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
} from 'jose';

/** The keys of an issuer cannot be had now: whether a token is its own cannot be told. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerAway';
}

export interface RemoteKeysOptions {
  readonly issuer: string;
  readonly log: Logger;
  /** In milliseconds: see {@link WAITS}. */
  readonly waits?: Partial<typeof WAITS>;
}

const WAITS = {
  /** For an answer of the issuer. */
  timeout: 5_000,
  /** After the keys were read, until an unknown one makes them be read again. */
  cooldown: 30_000,
  /** After a failure, until the issuer is asked again. */
  retry: 5_000,
  /** How long keys that were read are good: one that the issuer withdraws is not taken for longer. */
  keep: 600_000,
};

/** The public keys of an OpenID Connect issuer, found by discovery at the first token, and read again as they change. */
export class RemoteKeys {
  readonly #waits: typeof WAITS;
  #keys: ReturnType<typeof createRemoteJWKSet> | null = null;
  #discovering: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;
  #askAgainAt = 0;
  #failed = false;

  constructor(private readonly options: RemoteKeysOptions) {
    this.#waits = { ...WAITS, ...options.waits };
  }

  async key(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey | null> {
    // Where the keys could not be read, they may have moved.
    if (this.#keys === null || (this.#failed && !this.#keys.fresh)) this.#keys = await this.#discover();
    try {
      return await this.#keys(header, token);
    } catch (error) {
      if (error instanceof IssuerAway) throw error;
      if (error instanceof errors.JWKSInvalid) throw this.#away('its keys are not a key set');
      return null;
    }
  }

  /** Once at a time, however many tokens wait for it. */
  async #discover(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    this.#discovering ??= this.#readConfiguration().finally(() => {
      this.#discovering = null;
    });
    return this.#discovering;
  }

  async #readConfiguration() {
    const { issuer } = this.options;
    const { timeout, cooldown, keep } = this.#waits;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await this.#fetch(address, { signal: AbortSignal.timeout(timeout), redirect: 'manual' });
    const configuration = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
    if (configuration?.issuer !== issuer) throw this.#away('its configuration is that of another issuer');
    const jwks = configuration.jwks_uri;
    if (typeof jwks !== 'string' || !URL.canParse(jwks) || !isTrustworthy(new URL(jwks))) {
      throw this.#away('its configuration names no safe address of its keys');
    }
    return createRemoteJWKSet(new URL(jwks), {
      timeoutDuration: timeout,
      cooldownDuration: cooldown,
      cacheMaxAge: keep,
      [customFetch]: (url, options) => this.#fetch(url, options),
    });
  }

  /** Asks the issuer, unless it has just failed: whoever sends tokens cannot make us ask all the time. */
  async #fetch(url: string, options: RequestInit): Promise<Response> {
    if (performance.now() < this.#askAgainAt) throw new IssuerAway();
    let text: string;
    try {
      const response = await fetch(url, options);
      text = await response.text();
      if (response.status !== 200) throw this.#away(`it answers with status ${response.status}`);
      JSON.parse(text);
    } catch (error) {
      throw error instanceof IssuerAway ? error : this.#away('it gives no readable answer');
    }
    this.#failed = false;
    return new Response(text);
  }

  #away(reason: string): IssuerAway {
    this.#askAgainAt = performance.now() + this.#waits.retry;
    this.#failed = true;
    this.options.log.warn({ reason }, 'the issuer of tokens cannot be used');
    return new IssuerAway();
  }
}
