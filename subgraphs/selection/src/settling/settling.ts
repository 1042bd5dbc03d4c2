import { settleDecision } from '../decision/decision.settling.ts';
import { settleExemptions } from '../ledger/ledger.settling.ts';
import type { Work } from '../writing/work.ts';
import { settleApplications } from './settling.applications.ts';
import { settleScreening } from './settling.screening.ts';
import { settleSessions } from './settling.sessions.ts';
import { settleVacancy } from './settling.vacancy.ts';

/** Takes in what the clock, the institutions and the candidates have done to a procedure since it was last seen. */
export interface Settling {
  settle(work: Work): Promise<void>;
}

type Settler = (work: Work) => Promise<void>;

/**
 * In this order: a vacancy that is withdrawn ends everything, only who takes part is screened, and whoever was exempt has
 * no session to be missing from.
 */
const SETTLERS: readonly Settler[] = [
  settleVacancy,
  settleApplications,
  settleScreening,
  settleExemptions,
  settleSessions,
  settleDecision,
];

/** Before every act on a procedure that has started, and after every event that could concern it. */
export const SETTLING: Settling = {
  settle: async (work) => {
    for (const settler of SETTLERS) {
      if (work.procedure.template === null) return;
      await settler(work);
    }
  },
};
