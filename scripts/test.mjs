import { runNode } from './setup/child.mjs';
import { setup } from './setup.mjs';

/** `npm test [-- <arguments of jest>]`. */
await setup();
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
// Tests are tests whatever the shell is set up for.
const env = { ...process.env, NODE_ENV: 'test' };
process.exitCode = await runNode([...jest, ...process.argv.slice(2)], { env });
