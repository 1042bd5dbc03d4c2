import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { playKsz } from '../../../scripts/src/demo/play.ksz.ts';
import { type StagedGraph, startStage } from '../../support/stage.ts';

let staged: StagedGraph;
beforeAll(async () => {
  staged = await startStage();
});
afterAll(() => staged?.graph.close());

test('plays', async () => {
  try { await playKsz(staged.stage); } finally { (await import('node:fs')).writeFileSync('/tmp/ksz/out.txt', staged.lines.join('\n')); }
  expect(staged.lines.length).toBeGreaterThan(1);
});
