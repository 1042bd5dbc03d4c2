import { applying } from './play.ksz.applying.ts';
import { Round } from './play.ksz.round.ts';
import { screening } from './play.ksz.screening.ts';
import type { Stage } from './stage.ts';

/** A selection for the deputy administrator-general, from an account to an outcome that is final, with invented people. */
export async function playKsz(stage: Stage): Promise<{ readonly procedure: string }> {
  const round = new Round(stage);
  for (const part of [applying, screening]) await part(round);
  return { procedure: round.procedure };
}
