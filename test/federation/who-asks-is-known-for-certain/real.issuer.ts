import { generateKeyPairSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import { jest } from '@jest/globals';
import { GRANTS_CLAIM, listen } from '@mandate-graph/runtime';
import Provider from 'oidc-provider';

const CLIENT = { id: 'mandate-client', secret: randomBytes(32).toString('base64url') };
/** What clients call the graph when they ask for a token; in the token it has its own name. */
const RESOURCE = 'https://graph.example/';

const newKey = (kid: string) => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
});

/** A certified OpenID Connect provider on a free port, set up as docs/access.md says. */
export class RealIssuer {
  url = '';
  /** The grants that its tokens say; undefined: it says none. */
  grants: readonly object[] | undefined = [];
  audience = 'mandate-graph';
  readonly #keys = [newKey('first'), newKey('second')];
  readonly #server = http.createServer((request, response) => this.#handle(request, response));
  #handle: http.RequestListener = (_request, response) => response.writeHead(503).end();

  async start(): Promise<void> {
    this.url = await listen(this.#server, '127.0.0.1', 0, 'none');
    this.#open();
  }

  /** Signs by the other of the two keys that it has published. */
  rotate(): void {
    this.#keys.reverse();
    this.#open();
  }

  async token(scope?: string): Promise<string> {
    const response = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: RESOURCE,
        ...(scope !== undefined && { scope }),
      }),
    });
    const answer = (await response.json()) as { access_token?: string };
    if (answer.access_token === undefined) throw new Error(JSON.stringify(answer));
    return answer.access_token;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #open(): void {
    // It warns of what is for tests only, and that is what this is.
    const silenced = (['info', 'warn'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => {}),
    );
    const provider = new Provider(this.url, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      jwks: { keys: this.#keys },
      ttl: { ClientCredentials: 300 },
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({
            scope: 'vacancies:write history:read',
            audience: this.audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 300,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
      extraTokenClaims: () => (this.grants === undefined ? {} : { [GRANTS_CLAIM]: { grants: this.grants } }),
    });
    this.#handle = provider.callback();
    for (const spy of silenced) spy.mockRestore();
  }
}
