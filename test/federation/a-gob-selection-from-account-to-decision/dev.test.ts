import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { playGob } from '../../../scripts/src/demo/play.gob.ts';
import { stageOf } from '../../../scripts/src/demo/stage.http.ts';
import { startGraph } from '../../support/graph.ts';

test('dev', async () => {
  const lines: string[] = [];
  const sdl = readFileSync('/tmp/gob.supergraph.graphql', 'utf8');
  let now = Temporal.Instant.from('2025-09-01T09:00:00+02:00');
  const graph = await startGraph({ clock: { now: () => now }, supergraphSdl: sdl });
  const stage = stageOf({
    url: graph.url,
    token: ({ role, subject, institution, procedure }) =>
      graph.token(role as 'candidate', {
        ...(subject && { subject }),
        ...(institution && { institution }),
        ...(procedure && { procedure }),
      }),
    set: async (to) => void (now = to),
    say: (line) => void lines.push(line),
  });
  const t = performance.now();
  try {
    await playGob(stage);
  } finally {
    writeFileSync('/tmp/gob.play.txt', `${lines.join('\n')}\n${performance.now() - t}\n`);
    await graph.close();
  }
  expect(lines.length).toBeGreaterThan(0);
}, 120000);
