import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { driving } from '../candidacy/testing/driving.ts';
import {
  authority,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const COUNTS = 'counts { candidates admitted suitable steps { passed step { key status } } }';
interface Counts {
  readonly candidates: number | null;
  readonly admitted: number | null;
  readonly suitable: number | null;
  readonly steps: readonly { readonly passed: number | null; readonly step: { readonly key: string } }[];
}
/** Who took part, and how many each step let through. */
const counted = async (actor: Actor, id: string) => {
  const { data, errors } = await selection.ask(
    actor,
    `query ($id: ID!) { selectionProcedure(id: $id) { ${COUNTS} } }`,
    {
      id,
    },
  );
  expect(errors).toBeUndefined();
  const counts: Counts | null = data.selectionProcedure.counts;
  if (counts === null) return null;
  const of = (kind: string) => counts.steps.find(({ step }) => step.key === kind)?.passed;
  expect([counts.admitted, counts.suitable]).toEqual([of('screening'), of('result')]);
  return [counts.candidates, ...counts.steps.map(({ passed }) => passed)];
};

describe('the counts of a procedure', () => {
  test('are exact for the institution and the authority, at each point of it; the public sees what is over', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      ...([selection, 'vrb:vacancy:counts', brusselsVacancy(), 24] as const),
    );
    const drive = driving(selection, procedure);
    const everyone = async () => ({
      exact: await counted(recruiter(), procedure),
      shown: await counted(PUBLIC_ACTOR, procedure),
    });
    expect(await everyone()).toEqual({ exact: [24, 0, 0, 0], shown: [24, null, null, null] });
    await drive.exclude(applicants.slice(0, 6), 'ELIGIBILITY_SCREENING', 'FAILED');
    await drive.pass(applicants.slice(6), 'ELIGIBILITY_SCREENING');
    await selection.applied(applicants[6]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await everyone()).toEqual({ exact: [24, 18, 0, 0], shown: [24, null, null, null] });
    await selection.write(recruiter(), 'concludeStep', { step: steps.get('screening'), version: 2 });
    expect(await everyone()).toEqual({ exact: [24, 18, 0, 0], shown: [24, 18, null, null] });
    // Of the interview two are not passed: that number would follow from the one that it let through.
    await drive.exclude(applicants.slice(7, 8), 'INTERVIEW', 'FAILED');
    await drive.pass(applicants.slice(8), 'INTERVIEW');
    await selection.write(recruiter(), 'concludeStep', { step: steps.get('interview'), version: 2 });
    expect(await everyone()).toEqual({ exact: [24, 18, 16, 0], shown: [24, 18, null, null] });
    await drive.find(applicants.slice(8, 14), 'SUITABLE');
    await drive.find(applicants.slice(14), 'UNSUITABLE');
    expect(await everyone()).toEqual({ exact: [24, 18, 16, 6], shown: [24, 18, null, null] });
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    expect(await everyone()).toEqual({ exact: [24, 18, 16, 6], shown: [24, 18, null, 6] });
    await drive.change(applicants.slice(8, 9), { act: 'SELECT', as: 'AUTHORITY' });
    expect(await counted(authority(), procedure)).toEqual([24, 18, 16, 6]);
  });

  test('under five, none among them, are shown to nobody else', async () => {
    const few = await startedProcedure(selection, 'vrb:vacancy:few', federalVacancy(), 4);
    const none = await startedProcedure(selection, 'vrb:vacancy:none', federalVacancy(), 0);
    for (const { procedure } of [few, none]) {
      for (const actor of [PUBLIC_ACTOR, recruiter('gew'), authority('gew'), memberActor('member', procedure)])
        expect(await counted(actor, procedure)).toEqual(Array(6).fill(null));
    }
    expect(await counted(recruiter(), few.procedure)).toEqual([4, 0, 0, 0, 0, 0]);
  });

  test('are null for a procedure without steps', async () => {
    const silent = await selection.vacancy('vrb:vacancy:silent', federalVacancy({ announcedSteps: [] }));
    expect(await counted(recruiter(), silent)).toBeNull();
  });

  test('take the same number of statements with the public view of 1 vacancy and of 20, whatever the candidates', async () => {
    await Promise.all(
      Array.from({ length: 19 }, (_one, at) => selection.vacancy(`vrb:vacancy:public-${at}`, federalVacancy())),
    );
    const vacancies = ['vrb:vacancy:counts', ...Array.from({ length: 19 }, (_one, at) => `vrb:vacancy:public-${at}`)];
    const view = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { selectionProcedure {
      id status ending steps { key status } trailHead { hash } ${COUNTS} } } } }`;
    const ask = (ids: readonly string[]) =>
      selection.ask(PUBLIC_ACTOR, view, { of: ids.map((id) => ({ __typename: 'Vacancy', id })) });
    const [one, all] = [await ask(vacancies.slice(0, 1)), await ask(vacancies)];
    expect([one.errors, all.errors]).toEqual([undefined, undefined]);
    expect(all.data._entities).toHaveLength(20);
    expect([one.statements, all.statements]).toEqual([4, 4]);
  });
});
