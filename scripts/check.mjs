import { runNode } from './setup/child.mjs';
import { buildSources, setup } from './setup.mjs';

/** `npm run check`: everything short of the tests that a change must pass. All parts run, whatever fails before. */
const PARTS = {
  'types of the sources': buildSources,
  'types of the tests': () => runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json']),
  'lint and format': () => runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  schema: () => runNode(['schema/dist/check.js']),
};

await setup({ sources: false });
let failed = 0;
for (const [part, run] of Object.entries(PARTS)) {
  const code = await run();
  if (code !== 0) failed += 1;
  process.stdout.write(`${part}: ${code === 0 ? 'passed' : `failed with code ${code}`}\n`);
}
process.stdout.write(`check: ${Object.keys(PARTS).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
