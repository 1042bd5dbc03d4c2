import { breakingChanges } from './breaking.ts';
import { failure } from './failure.ts';
import { fileProblems, generateFiles, RELEASED, ROOT, readText } from './files.ts';

/** `npm run check`, its schema part: what is committed is what the code gives, and breaks no released API. */
const problems = await schemaProblems().catch((error: unknown) => [failure(error)]);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0) process.stdout.write('The schema is current, free of hints, and breaks nothing released.\n');
process.exitCode = problems.length === 0 ? 0 : 1;

async function schemaProblems(): Promise<string[]> {
  const files = await generateFiles();
  const problems = fileProblems(ROOT, files);
  const released = readText(ROOT, RELEASED);
  if (released === null) return [...problems, `${RELEASED} is missing: it holds the API as last released.`];
  const changelog = readText(ROOT, 'CHANGELOG.md') ?? '';
  const changes = await breakingChanges(released, files.get('schema/api.graphql')!, changelog);
  return [...problems, ...changes.map((change) => `breaking, and not named as unreleased in CHANGELOG.md: ${change}`)];
}
