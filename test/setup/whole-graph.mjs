import { readFileSync } from 'node:fs';
import { startSubgraph } from '../../packages/runtime/dist/index.js';
import { testPlatform } from '../../packages/testkit/dist/index.js';
import { createCandidates } from '../../subgraphs/candidates/dist/index.js';
import { createCatalogue } from '../../subgraphs/catalogue/dist/index.js';
import { createSelection } from '../../subgraphs/selection/dist/index.js';

/** Migrates every subgraph's part of a database, loads the notices' content, and lets every consumer take it in. */
export async function loadWholeGraph(databaseUrl) {
  const registry = JSON.parse(readFileSync(new URL('../../schema/institutions.json', import.meta.url), 'utf8'));
  const institutions = await Promise.all(
    registry.map(async ({ code }) => (await import(`../../subgraphs/${code}/dist/index.js`)).createSubgraph()),
  );
  const urls = new Map();
  const platform = testPlatform({ databaseUrl, feedUrls: urls });
  const running = [];
  const start = async (definition) => {
    const subgraph = await startSubgraph(definition, platform, { host: '127.0.0.1', port: 0, variable: 'none' });
    running.push(subgraph);
    urls.set(definition.name, subgraph.url);
  };
  await Promise.all(institutions.map(start));
  await Promise.all([createCatalogue, createCandidates, createSelection].map((create) => start(create(registry))));
  await Promise.all(running.map((subgraph) => subgraph.settled()));
  await Promise.all(running.map((subgraph) => subgraph.close()));
}
