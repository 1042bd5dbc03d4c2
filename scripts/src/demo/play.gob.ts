import { afterwards } from './play.gob.afterwards.ts';
import { applying } from './play.gob.applying.ts';
import { committee } from './play.gob.committee.ts';
import { decision } from './play.gob.decision.ts';
import { interview } from './play.gob.interview.ts';
import { result } from './play.gob.result.ts';
import { Round, type Scene } from './play.gob.round.ts';
import { screening } from './play.gob.screening.ts';
import type { Stage } from './stage.ts';

/** The parts of the play, in their order. */
export const GOB_SCENES: readonly Scene[] = [
  ...[applying, screening, committee, interview, result, decision, afterwards],
];

export async function playScene(round: Round, { title, play }: Scene): Promise<void> {
  round.telling.chapter(title);
  await play(round);
}

/** A whole selection for the interim director-general, from an account to an outcome that is final, with invented people. */
export async function playGob(stage: Stage): Promise<void> {
  const round = new Round(stage);
  for (const scene of GOB_SCENES) await playScene(round, scene);
}
