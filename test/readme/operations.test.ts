import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, registry, startGraph } from '../support/graph.ts';
import { readText } from './markdown.ts';

const page = readText('docs/operations.md');
const documented = new Set([...page.matchAll(/^\| `([A-Z][A-Z_]+(?:<SUBGRAPH>)?)`\s+\|/gm)].map(([, name]) => name));

describe('docs/operations.md', () => {
  test('has every variable of the environment, and no other', () => {
    const read = [...readText('packages/runtime/src/environment.ts').matchAll(/\(\s*'([A-Z][A-Z_]+)'/g)];
    const names = read.map(([, name]) => (name!.endsWith('_') ? `${name}<SUBGRAPH>` : name!));
    expect([...documented].toSorted()).toEqual([...new Set(names)].toSorted());
  });

  test('has the port of every subgraph', () => {
    const addresses = readText('schema/supergraph.graphql').matchAll(
      /@join__graph\(name: "([^"]+)", url: "([^"]+)"\)/g,
    );
    for (const [, name, url] of addresses) {
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(new URL(url!).port));
      expect(row).toContain(name);
    }
  });
});

describe('the SQL in it', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph?.close());

  const statements = [...page.matchAll(/^ *```sql\n([\s\S]*?)^ *```$/gm)].flatMap(([, text]) =>
    text!
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  );

  test('names every institution, and every subgraph that follows them', () => {
    const schemas = new Set(
      statements.flatMap((statement) => [...statement.matchAll(/\b(\w+)\.\w+/g)].map(([, s]) => s)),
    );
    const institutions = registry().map(({ code }) => code.replaceAll('-', '_'));
    expect([...schemas].toSorted()).toEqual([...institutions, 'candidates', 'catalogue', 'selection'].toSorted());
  });

  test('empties what every subgraph has read of feeds', async () => {
    const tables = await graph.database.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_name IN ('feed_cursor', 'vacancy_projection', 'vacancy_period') ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(3);
    for (const { name } of tables) expect(statements.join('\n')).toContain(name);
  });

  test('runs, and leaves nothing in the catalogue but its migrations', async () => {
    const tables = await graph.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'catalogue' AND table_type = 'BASE TABLE' AND table_name <> 'migration'`,
    );
    expect(tables.length).toBeGreaterThan(3);
    const left = tables.map(({ name }) => `EXISTS (SELECT FROM catalogue.${name})`).join(' OR ');
    // In one transaction: the catalogue runs, and would begin to fill itself again.
    await graph.database.query(
      `DO $do$ BEGIN ${statements.join('; ')}; ASSERT NOT (${left}), 'something is left'; END $do$`,
    );
  });
});
