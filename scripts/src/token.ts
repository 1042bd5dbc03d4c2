import { startEmbeddedServer } from '@mandate-graph/persistence';
import { type Environment, LocalIssuer, newKeyPair, newSecret } from '@mandate-graph/runtime';
import { Refusal } from './failure.ts';
import { type Program, runProgram } from './program.ts';
import { readRegistry } from './root.ts';
import { type IssueCommand, tokenCommand } from './token.command.ts';

/** `npm run token -- <options>`: tokens of the local issuer, what is revoked, and keys for an environment. */
await runProgram('token', async (program) => {
  const command = tokenCommand(
    process.argv.slice(2),
    readRegistry().map(({ code }) => code),
  );
  switch (command.kind) {
    case 'issue':
      return issue(command, program.environment);
    case 'rotate':
      return `The local issuer signs by its key ${localIssuer(program.environment).rotate()} from now on.`;
    case 'revoke':
      return revoke(command.token, program);
    case 'new-keys':
      return newKeys();
  }
});

function issue({ role, institution, procedure, ...token }: IssueCommand, environment: Environment): Promise<string> {
  const bound = { ...(institution !== null && { institution }), ...(procedure !== null && { procedure }) };
  return localIssuer(environment).issue({
    ...token,
    grants: [{ role, ...bound }],
    audience: environment.oidcAudience,
  });
}

function localIssuer({ production, oidcIssuer, dataDir }: Environment): LocalIssuer {
  if (!production && oidcIssuer === null) return new LocalIssuer(dataDir);
  throw new Refusal(
    `Tokens come from the issuer of OIDC_ISSUER: there is a local one only where neither that nor NODE_ENV=production is set.`,
  );
}

/** Into the list that the gateway looks at; a graph need not run for that. */
async function revoke(token: string, { environment, log, running }: Program): Promise<string> {
  const { RevokedTokens, revocationOf } = await import('@mandate-graph/gateway');
  const revocation = revocationOf(token);
  if (revocation === null) {
    throw new Refusal('--revoke must be a token, or the jti of one: at most 200 characters without spaces.');
  }
  const list = new RevokedTokens(await databaseUrl(environment, running), log);
  running.add('gateway', () => list.close());
  await list.revoke(revocation.id, revocation.until);
  return `The token ${revocation.id} is revoked: it counts no more.`;
}

async function databaseUrl(environment: Environment, running: Program['running']): Promise<string> {
  const elsewhere = environment.databaseUrlOf('gateway');
  if (elsewhere !== null) return elsewhere;
  const server = await startEmbeddedServer({ dataDir: environment.dataDir });
  running.add('database', () => server.stop());
  return server.url;
}

/** Lines for a file `.env`. */
function newKeys(): string {
  const { privateKey, publicKey } = newKeyPair();
  return [
    `ACTOR_PRIVATE_KEY=${privateKey}`,
    `ACTOR_PUBLIC_KEY=${publicKey}`,
    `FEED_KEY=${newSecret()}`,
    `PERSON_KEY=${newSecret()}`,
  ].join('\n');
}
