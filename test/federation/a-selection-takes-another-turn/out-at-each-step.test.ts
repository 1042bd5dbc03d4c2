import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FederalRound, NAMES, type Name } from './federal.round.ts';
import { toldOf } from './inbox.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let round: FederalRound;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  round = await FederalRound.applied(stage);
  await round.preselection();
  await round.assessment();
  await round.oral();
  await round.result();
  await round.decision();
});
afterAll(() => stage?.close());

test('x', async () => {
  const out: Record<string, unknown> = {};
  for (const [n, a] of Object.entries(round.all)) out[n] = await toldOf(stage, a.as);
  process.stderr.write(JSON.stringify(out));
});
