import { procedureIdOf } from '@mandate-graph/writing';
import type { ApplicationFacts } from './application.repository.ts';
import { vacancyOf } from './application.rules.ts';
import type { ApplicationView } from './application.type.ts';

/** An application as it is shown, with whose it is: its candidate’s, the institution’s, and the procedure’s. */
export const viewOf = ({ subject, submittedAt, ...facts }: ApplicationFacts): ApplicationView => ({
  ...facts,
  submittedAt: submittedAt?.toISOString() ?? null,
  whose: {
    subject,
    institution: vacancyOf(facts.vacancyId)?.institution ?? null,
    procedure: procedureIdOf(facts.vacancyId),
  },
});
