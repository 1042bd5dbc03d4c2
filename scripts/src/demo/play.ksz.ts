import { afterwards } from './play.ksz.afterwards.ts';
import { applying } from './play.ksz.applying.ts';
import { assessment } from './play.ksz.assessment.ts';
import { KSZ_VACANCY, RECRUITER } from './play.ksz.cast.ts';
import { committee } from './play.ksz.committee.ts';
import { decision } from './play.ksz.decision.ts';
import { oral } from './play.ksz.oral.ts';
import { result } from './play.ksz.result.ts';
import { scores } from './play.ksz.scores.ts';
import { screening } from './play.ksz.screening.ts';
import { sessions } from './play.ksz.sessions.ts';
import { Round } from './round.ts';
import type { Stage } from './stage.ts';

/** A selection for the deputy administrator-general, from an account to an outcome that is final, with invented people. */
export async function playKsz(stage: Stage): Promise<{ readonly procedure: string }> {
  const round = new Round(stage, { vacancy: KSZ_VACANCY, recruiter: RECRUITER });
  await applying(round);
  await screening(round);
  await assessment(round, await sessions(round));
  const members = await committee(round);
  await oral(round, members);
  await scores(round, members);
  await result(round);
  await decision(round);
  await afterwards(round);
  return { procedure: round.procedure };
}
