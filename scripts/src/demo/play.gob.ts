import { afterwards, final } from './play.gob.afterwards.ts';
import { applying } from './play.gob.applying.ts';
import { GOB_VACANCY, RECRUITER } from './play.gob.cast.ts';
import { committee } from './play.gob.committee.ts';
import { decision, secondDecision } from './play.gob.decision.ts';
import { interview } from './play.gob.interview.ts';
import { result, sending } from './play.gob.result.ts';
import type { Scene } from './play.gob.scene.ts';
import { screening } from './play.gob.screening.ts';
import { Round } from './round.ts';
import type { Stage } from './stage.ts';

/** The parts of the play, in their order. */
export const GOB_SCENES: readonly Scene[] = [
  ...[applying, screening, committee, interview, result, sending, decision, secondDecision, afterwards, final],
];

export const gobRound = (stage: Stage): Round => new Round(stage, { vacancy: GOB_VACANCY, recruiter: RECRUITER });

export async function playScene(round: Round, { title, play }: Scene): Promise<void> {
  round.telling.chapter(title);
  await play(round);
}

/** A whole selection for the interim director-general, from an account to an outcome that is final, with invented people. */
export async function playGob(stage: Stage): Promise<void> {
  const round = gobRound(stage);
  for (const scene of GOB_SCENES) await playScene(round, scene);
}
