import { breakingChanges } from './breaking.ts';
import { generateFiles, RELEASED, ROOT, readText } from './files.ts';

/** `npm run check`, its schema part: what is committed is what the code gives, and breaks no released API. */
const problems: string[] = [];
const files = await generateFiles();
for (const [file, text] of files) {
  if (readText(ROOT, file) !== text) problems.push(`${file} is not what the code gives: run npm run compose.`);
}
const released = readText(ROOT, RELEASED);
const changelog = readText(ROOT, 'CHANGELOG.md') ?? '';
if (released === null) problems.push(`${RELEASED} is missing: it holds the API as last released.`);
else {
  const changes = await breakingChanges(released, files.get('schema/api.graphql')!, changelog);
  problems.push(...changes.map((change) => `breaking, and not named in CHANGELOG.md: ${change}`));
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0) process.stdout.write('The schema is current, free of hints, and breaks nothing released.\n');
process.exitCode = problems.length === 0 ? 0 : 1;
