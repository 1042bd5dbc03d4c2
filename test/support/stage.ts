import { expect } from '@jest/globals';
import type { Clock } from '@mandate-graph/domain';
import type { Role } from '@mandate-graph/runtime';
import { WHILE_BOTH_ARE_OPEN } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { withChapter } from '../../scripts/src/demo/document.ts';
import { stageOf } from '../../scripts/src/demo/stage.http.ts';
import type { Stage } from '../../scripts/src/demo/stage.ts';
import { type Graph, type GraphOptions, readRoot, startGraph } from './graph.ts';

/** A clock that ticks from where it was set last, as the demonstration clock does. */
export function settableClock(at: string): Clock & { set(now: Temporal.Instant): void } {
  let [from, since] = [Temporal.Instant.from(at), performance.now()];
  return {
    now: () => from.add({ milliseconds: Math.floor(performance.now() - since) }),
    set: (now) => {
      [from, since] = [now, performance.now()];
    },
  };
}

/** A whole graph in this process with a stage on it, and the lines that a play says. */
export interface StagedGraph {
  readonly graph: Graph;
  readonly stage: Stage;
  readonly lines: readonly string[];
}

/** Both notices are open, until a play sets the clock. */
export async function startStage(options: Omit<GraphOptions, 'clock'> = {}): Promise<StagedGraph> {
  const clock = settableClock(WHILE_BOTH_ARE_OPEN);
  const graph = await startGraph({ ...options, clock });
  const lines: string[] = [];
  const stage = stageOf({
    url: graph.url,
    say: (line) => void lines.push(line),
    set: async (now) => clock.set(now),
    token: ({ role, subject, institution, procedure }) =>
      graph.token(role as Role, {
        ...(subject !== undefined && { subject }),
        ...(institution !== undefined && { institution }),
        ...(procedure !== undefined && { procedure }),
      }),
  });
  return { graph, stage, lines };
}

/** A chapter of docs/procedures.md must say what a play has said, line by line. */
export function expectChapter(title: string, lines: readonly string[]): void {
  const text = readRoot('docs/procedures.md');
  expect(text).toBe(withChapter(text, title, lines));
}
