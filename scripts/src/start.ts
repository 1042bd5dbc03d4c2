import { Refusal } from './failure.ts';
import { GATEWAY, start } from './graph.ts';
import { runProgram } from './program.ts';

/** `npm start`: the whole graph in this process. `npm start -- <name>`: one subgraph, or the gateway. */
const [name, ...more] = process.argv.slice(2);
await runProgram(
  name ?? 'mandate-graph',
  async (program) => {
    if (more.length > 0) throw new Refusal(`One part can be started at a time, but got: ${[name, ...more].join(' ')}.`);
    return start(name, program);
  },
  { lasting: true, part: name === undefined ? 'whole' : name === GATEWAY ? 'gateway' : 'subgraph' },
);
