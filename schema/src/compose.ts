import fs from 'node:fs';
import path from 'node:path';
import { failure } from './failure.ts';
import { generateFiles, ROOT, readText } from './files.ts';

/** `npm run compose`: writes every generated schema file, and removes those of subgraphs that are gone. */
try {
  const files = await generateFiles();
  const folder = path.join(ROOT, 'schema', 'subgraphs');
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) {
    if (!files.has(`schema/subgraphs/${name}`)) fs.rmSync(path.join(folder, name));
  }
  for (const [file, text] of files) {
    if (readText(ROOT, file) === text) continue;
    fs.writeFileSync(path.join(ROOT, file), text);
    process.stdout.write(`${file} was written.\n`);
  }
  process.stdout.write('The supergraph is composed, and free of hints.\n');
} catch (error) {
  process.stderr.write(`${failure(error)}\n`);
  process.exitCode = 1;
}
