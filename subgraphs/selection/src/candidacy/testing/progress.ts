import type { Actor } from '@mandate-graph/runtime';
import { type Applicant, candidateActor, startedProcedure, type TestSelection } from '../../testing/selection.ts';
import { brusselsVacancy } from '../../testing/templates.ts';
import { driving } from './driving.ts';

const PROGRESS = `id status version application { id } procedure { id status } step { key status }
  outcomes { step { key } result rule reasons decidedBy decidedAt contestable
    ruleText { nl fr en } reasonsNote { en } }`;
const QUERY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { ${PROGRESS} } } } }`;

/** What becomes of applications, as it is read. */
export const progressIn = (selection: TestSelection) => {
  let number = 0;
  const read = (actor: Actor, ...applications: string[]) =>
    selection.ask(actor, QUERY, { of: applications.map((id) => ({ __typename: 'Application', id })) });
  const progressOf = async (actor: Actor, { application }: Pick<Applicant, 'application'>) => {
    const { data, errors } = await read(actor, application);
    return errors === undefined ? data._entities[0].progress : errors[0]!.extensions['code'];
  };
  return {
    read,
    progressOf,
    /** As candidates see where they stand. */
    seen: async ({ application, subject }: Applicant) => {
      const { status, step, version } = await progressOf(candidateActor(subject), { application });
      return `${status} ${step?.key ?? null} ${version}`;
    },
    resultsTo: async (actor: Actor, applicant: Applicant) =>
      ((await progressOf(actor, applicant)) as { outcomes: { step: { key: string }; result: string }[] }).outcomes.map(
        ({ step, result }) => `${step.key} ${result}`,
      ),
    /** A procedure in which everybody is in the step after the screening. */
    screened: async (count: number, state = brusselsVacancy()) => {
      number += 1;
      const made = await startedProcedure(selection, `vrb:vacancy:progress-${number}`, state, count);
      for (const applicant of made.applicants) await selection.decided(applicant, 'ELIGIBLE');
      return { ...made, drive: driving(selection, made.procedure) };
    },
  };
};
