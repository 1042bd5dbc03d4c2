// Stands in for npm: notes what it is asked, and installs a compiler that stands in for TypeScript's.
import fs from 'node:fs';

const say = (line) => fs.appendFileSync('asked.txt', `${line}\n`);
const [command] = process.argv.slice(2);
say(`npm ${process.argv.slice(2).join(' ')}`);

const work = () => {
  if (fs.existsSync('npm-fails')) process.exit(7);
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  if (command === 'install') {
    for (const folder of fs.readdirSync('packages')) {
      lock.packages[`packages/${folder}`] = JSON.parse(fs.readFileSync(`packages/${folder}/package.json`, 'utf8'));
    }
    fs.writeFileSync('package-lock.json', JSON.stringify(lock));
  }
  const { '': _root, ...packages } = lock.packages;
  fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
  fs.writeFileSync('node_modules/typescript/bin/tsc', COMPILER);
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
  say('npm done');
};

const COMPILER = `
const fs = require('node:fs');
const projects = process.argv.slice(2).filter((word) => !word.startsWith('-'));
fs.appendFileSync('asked.txt', 'build ' + projects.join(' ') + '\\n');
if (fs.existsSync('build-fails')) process.exit(2);
for (const project of projects) {
  fs.mkdirSync(project + '/dist', { recursive: true });
  fs.writeFileSync(project + '/dist/.tsbuildinfo', '');
}
`;

// Takes as long as a test wants.
const wait = () => (fs.existsSync('npm-waits') ? setTimeout(wait, 10) : work());
wait();
