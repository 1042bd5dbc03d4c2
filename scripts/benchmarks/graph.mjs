export { startGraphProcess as startGraph } from '../dist/graph.process.js';

/** Does something a number of times, so many at once; what came of each. */
export async function inTurns(count, width, doing) {
  const done = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const number = next++;
      done[number] = await doing(number);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return done;
}
