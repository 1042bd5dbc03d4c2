import type { TestSelection } from './selection.ts';

/** Resolves once so many transactions wait for another, or what is looked at has come to its end without. */
export async function waits(selection: TestSelection, what: Promise<unknown>, count = 1): Promise<void> {
  const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  let over = false;
  const end = () => {
    over = true;
  };
  what.then(end, end);
  while (!over && (await selection.query(waiting)).length < count) await new Promise(setImmediate);
}
