import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  createDatabase,
  TEST_ACTOR_KEYS,
  TEST_FEED_KEY,
  TEST_PERSON_KEY,
  type TestDatabase,
} from '@mandate-graph/testkit';
import { readRoot, registry } from '../support/graph.ts';
import { ask, statuses } from './ask.ts';
import { readServices, type Service, startOrder, substitute, variables } from './compose.file.ts';
import { eventually } from './eventually.ts';
import { Program } from './program.ts';

jest.setTimeout(240_000);

const services = readServices();
const own = [...services].filter(([name]) => name !== 'postgres');
const PORTS = new Map(
  [...readRoot('schema/supergraph.graphql').matchAll(/name: "([^"]+)", url: "[^"]*:(\d+)\//g)].map(
    ([, name, port]) => [name!, port!] as const,
  ),
);

const KEYS: Readonly<Record<string, readonly string[]>> = {
  gateway: ['ACTOR_PRIVATE_KEY'],
  candidates: ['ACTOR_PUBLIC_KEY', 'FEED_KEY', 'PERSON_KEY'],
  selection: ['ACTOR_PUBLIC_KEY', 'FEED_KEY', 'PERSON_KEY'],
};

describe('docker-compose.yml', () => {
  test('has the database, a service per subgraph, and the gateway', () => {
    const institutions = registry().map(({ code }) => code);
    const expected = ['postgres', ...institutions, 'catalogue', 'candidates', 'selection', 'gateway'];
    expect([...services.keys()].toSorted()).toEqual(expected.toSorted());
    expect(services.get('postgres')!.image).toBe('postgres:18');
  });

  test.each(own)('%s runs its part, and its own health decides when it is ready', (name, service) => {
    expect(service.command).toEqual(['node', 'scripts/start.mjs', name]);
    const port = PORTS.get(name) ?? '4000';
    expect(service.healthcheck.test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
    expect(service.healthcheck.test[3]).toContain(`'http://127.0.0.1:${port}/health/ready'`);
    for (const [other, otherPort] of PORTS) {
      const variable = `SUBGRAPH_URL_${other.toUpperCase().replaceAll('-', '_')}`;
      expect(service.environment[variable]).toBe(`http://${other}:${otherPort}`);
    }
  });

  test('starts in the order of health: database, institutions, those who read them, gateway', () => {
    const conditions = [...services.values()].flatMap((service) => Object.values(service.depends_on ?? {}));
    expect(conditions.length).toBeGreaterThan(5);
    expect(new Set(conditions.map(({ condition }) => condition))).toEqual(new Set(['service_healthy']));
    const order = startOrder(services);
    const institutions = registry().map(({ code }) => code);
    expect(order[0]).toBe('postgres');
    expect(order.slice(1, 1 + institutions.length).toSorted()).toEqual(institutions.toSorted());
    expect(order.at(-1)).toBe('gateway');
  });

  test('takes only variables that are documented, and has no default for a secret', () => {
    const documented = readRoot('docs/operations.md');
    for (const { name, hasDefault } of variables()) {
      expect(documented).toMatch(new RegExp(`\\b${name}\\b`));
      expect({ name, hasDefault }).toEqual({ name, hasDefault: !/KEY|PASSWORD|DATABASE|ISSUER/.test(name) });
    }
  });

  test('opens one port to the host, that of the gateway', () => {
    const open = [...services].filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
    expect(open).toEqual(['gateway']);
  });

  test('gives each service the keys of its part, and no other', () => {
    for (const [name, { environment }] of own) {
      const keys = Object.keys(environment).filter((variable) => variable.endsWith('_KEY'));
      expect({ name, keys }).toEqual({
        name,
        keys: KEYS[name] ?? ['ACTOR_PUBLIC_KEY', 'FEED_KEY'],
      });
    }
  });
});

describe('Dockerfile', () => {
  const stages = readRoot('Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1)!;

  test('ends as an ordinary user who owns nothing, in production, on the same base it was built on', () => {
    expect(stages).toHaveLength(2);
    expect(last).toMatch(/^USER node$/m);
    expect(last).not.toContain('--chown');
    expect(last).toMatch(/^ENV NODE_ENV=production\b/m);
    expect(new Set(stages.map((stage) => /^\S+/.exec(stage)![0]))).toEqual(new Set(['node:22-slim']));
  });

  test('runs what the services run', () => {
    const [, command] = /^CMD (.*)$/m.exec(last)!;
    for (const [, service] of own) expect(service.command!.slice(0, 2)).toEqual(JSON.parse(command!));
  });
});

interface Listed {
  readonly data: {
    readonly vacancies: {
      readonly totalCount: number;
      readonly edges: readonly { readonly node: { readonly id: string } | null }[];
    };
  };
  readonly errors: readonly object[];
}

describe('the services of docker-compose.yml, as processes', () => {
  const running = new Map<string, Program>();
  let database: TestDatabase;
  let ports: ReadonlyMap<string, number>;
  beforeAll(async () => {
    database = await createDatabase();
    ports = await freePorts(own.map(([name]) => name));
  });
  afterAll(async () => {
    await Promise.all([...running.values()].map((program) => program.stop('SIGKILL')));
    await database.drop();
  });

  test('become healthy one after the other, answer as one graph, outlive one that is killed, and stop when they are told to', async () => {
    for (const name of startOrder(services)) if (name !== 'postgres') await start(name);
    const url = `http://127.0.0.1:${ports.get('gateway')}`;
    const institutions = registry()
      .map(({ code }) => code)
      .toSorted();
    // The catalogue may still be reading what the institutions published.
    const whole = async () => String(Object.keys(await statuses(url)).toSorted()) === String(institutions);
    await eventually(whole);

    const [killed, ...others] = institutions as [string, ...string[]];
    await running.get(killed)!.stop('SIGKILL');
    const answer = await ask(url, '{ vacancies { totalCount edges { node { id title { nl } } } } }');
    const { data, errors } = answer as Listed;
    const { totalCount, edges } = data.vacancies;
    expect(totalCount).toBe(institutions.length);
    expect(edges.map(({ node }) => node?.id.split(':')[0] ?? null).toSorted()).toEqual([...others, null].toSorted());
    expect(errors).toEqual([
      expect.objectContaining({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: killed } }),
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|:\d{4}/);
    await start(killed);
    await eventually(whole);

    const endings = await Promise.all([...running.values()].map((program) => program.stop()));
    expect(endings).toEqual(own.map(() => ({ code: 0, signal: null })));
  });

  async function start(name: string): Promise<void> {
    const service = services.get(name)!;
    running.set(name, Program.start(service.command!, environmentOf(name, service)));
    await eventually(() => isHealthy(name, service));
  }

  /** On one machine: every host is this one, every port a free one, and the database that of the tests. */
  function environmentOf(name: string, service: Service): Record<string, string> {
    const secrets = {
      ACTOR_PRIVATE_KEY: TEST_ACTOR_KEYS.privateKey,
      ACTOR_PUBLIC_KEY: TEST_ACTOR_KEYS.publicKey,
      FEED_KEY: TEST_FEED_KEY,
      PERSON_KEY: TEST_PERSON_KEY,
      OIDC_ISSUER: 'https://issuer.example/',
      POSTGRES_PASSWORD: 'secret',
    };
    const entries = Object.entries(service.environment).map(([variable, text]) => {
      const value = substitute(text, secrets);
      if (value.startsWith('postgres://')) return [variable, database.url];
      if (value.startsWith('http://')) return [variable, `http://127.0.0.1:${ports.get(new URL(value).hostname)}`];
      return [variable, value];
    });
    return { ...Object.fromEntries(entries), ...(name === 'gateway' && { PORT: String(ports.get(name)) }) };
  }

  /** Its own health check says so, on the port it has here. */
  async function isHealthy(name: string, service: Service): Promise<boolean> {
    const [, program, ...args] = service.healthcheck.test;
    const here = args.map((arg) => arg.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${ports.get(name)}`));
    return (await Program.run([program!, ...here], {})).code === 0;
  }
});

/** Below those that systems give to whoever asks for any, as other tests do: nobody takes them before they are used. */
const PORTS_FROM = 20_000;
const PORTS_TO = 30_000;

/** Ports that nobody uses now. */
async function freePorts(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ports = new Map<string, number>();
  let port = randomInt(PORTS_FROM, PORTS_TO);
  for (const name of names) {
    while (!(await isFree(port))) port += 1;
    ports.set(name, port);
    port += 1;
  }
  return ports;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
