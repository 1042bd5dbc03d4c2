import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { driving } from '../candidacy/testing/driving.ts';
import { BRUSSELS, submittingIn } from '../result/testing/submitting.ts';
import { concluded, type JudgingCase, judgingCase } from '../scoring/testing/judging.ts';
import {
  type Applicant,
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
let acts: ReturnType<typeof submittingIn>;
beforeAll(async () => {
  selection = await openSelection();
  acts = submittingIn(selection);
});
afterAll(() => selection.close());

const PROCEDURE = `status ending version finalFrom steps { key status version }
  counts { candidates admitted suitable steps { passed step { key status version } } }
  result { suitable unsuitable ranked }`;
const shown = async (actor: Actor, id: string) => {
  const { data, errors } = await selection.ask(
    actor,
    `query ($id: ID!) { selectionProcedure(id: $id) { ${PROCEDURE} } }`,
    {
      id,
    },
  );
  expect(errors).toBeUndefined();
  return data.selectionProcedure;
};
/** A candidacy as its candidate sees it, with its procedure. */
const own = async ({ application, subject }: Applicant) => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress {
    status version step { key status version } outcomes { result step { key status version } }
    procedure { ${PROCEDURE} } } } } }`;
  const { data, errors } = await selection.ask(candidateActor(subject), query, {
    of: [{ __typename: 'Application', id: application }],
  });
  expect(errors).toBeUndefined();
  return data._entities[0].progress;
};
const statusOf = async (actor: Actor, id: string) => {
  const { status, ending } = await shown(actor, id);
  return `${status} ${ending}`;
};
const send = (procedure: string, given: object, institution = 'vrb') =>
  selection.write(recruiter(institution), 'sendOutcomes', {
    ...{ procedure, remedyStated: true, byLetter: true, ...given },
  });

describe('what is not sent yet', () => {
  test('does not show in a result: the same with one who is suitable, and with nobody', async () => {
    const submitted = async (vacancy: string, suitable: number) => {
      const judging = await judgingCase(selection, vacancy, BRUSSELS, { candidates: 2, members: 2 });
      await concluded(selection, judging, judging.applications.slice(0, suitable));
      expect(await acts.submit(judging)).toMatchObject({ __typename: 'SelectionRecorded' });
      return judging;
    };
    const [one, none] = [await submitted('gew:vacancy:one', 1), await submitted('gew:vacancy:none', 0)];
    const seen = await shown(PUBLIC_ACTOR, none.procedure);
    expect(seen).toMatchObject({ status: 'RESULT_SUBMITTED', ending: null, version: 3 });
    expect(await shown(PUBLIC_ACTOR, one.procedure)).toEqual(seen);
    // Nor to those whom it is about, or to the institution of another vacancy.
    const mine = async ({ applicants }: JudgingCase) => own(applicants[1]!);
    expect(await mine(one)).toEqual(await mine(none));
    expect((await mine(none)).procedure).toEqual(seen);
    for (const actor of [recruiter('vrb'), authority('vrb')]) expect(await shown(actor, none.procedure)).toEqual(seen);
    for (const actor of [recruiter('gew'), authority('gew'), none.actors[0]!])
      expect(await statusOf(actor, none.procedure)).toBe('ENDED_WITHOUT_APPOINTMENT NONE_SUITABLE');
    await send(none.procedure, { about: 'RESULT' }, 'gew');
    expect(await shown(PUBLIC_ACTOR, none.procedure)).toMatchObject({
      ...{ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE', version: 4, finalFrom: expect.any(String) },
    });
  });

  test('does not show in a procedure in which a step left nobody: the next one has its turn', async () => {
    const ended = async (vacancy: string, passes: number) => {
      const made = await startedProcedure(selection, vacancy, federalVacancy(), 3);
      const drive = driving(selection, made.procedure);
      await drive.exclude(made.applicants.slice(passes), 'ELIGIBILITY_SCREENING', 'FAILED');
      await drive.pass(made.applicants.slice(0, passes), 'ELIGIBILITY_SCREENING');
      await selection.write(recruiter(), 'concludeStep', { step: made.steps.get('screening'), version: 2 });
      return made;
    };
    const [some, nobody] = [await ended('vrb:vacancy:some', 1), await ended('vrb:vacancy:nobody', 0)];
    const seen = await shown(PUBLIC_ACTOR, nobody.procedure);
    expect(seen).toMatchObject({ status: 'RUNNING', ending: null, version: 2 });
    expect(seen.steps.slice(0, 3)).toEqual([
      { key: 'screening', status: 'CONCLUDED', version: 3 },
      { key: 'assessment', status: 'RUNNING', version: 2 },
      { key: 'oral', status: 'PENDING', version: 1 },
    ]);
    expect(await shown(PUBLIC_ACTOR, some.procedure)).toEqual(seen);
    expect(await own(nobody.applicants[2]!)).toEqual(await own(some.applicants[2]!));
    expect(await statusOf(recruiter(), nobody.procedure)).toBe('ENDED_WITHOUT_APPOINTMENT NONE_ADMISSIBLE');
    await send(nobody.procedure, { about: 'STEP', step: nobody.steps.get('screening') });
    expect(await statusOf(PUBLIC_ACTOR, nobody.procedure)).toBe('ENDED_WITHOUT_APPOINTMENT NONE_ADMISSIBLE');
  });

  test('does not show in a decision, in its answers or in its effect', async () => {
    const { procedure, applicants } = await startedProcedure(
      ...([selection, 'vrb:vacancy:decided', brusselsVacancy(), 3] as const),
    );
    const drive = driving(selection, procedure);
    const [first, second, other] = applicants;
    for (const kind of ['ELIGIBILITY_SCREENING', 'INTERVIEW'] as const) await drive.pass(applicants, kind);
    await drive.find(applicants, 'SUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    await drive.notify(applicants, 'RESULT');
    const [seen, mine] = [await shown(PUBLIC_ACTOR, procedure), await own(other!)];
    const nothingShows = async () => {
      expect(await shown(PUBLIC_ACTOR, procedure)).toEqual(seen);
      expect(await own(other!)).toEqual(mine);
    };
    await drive.change([first!], { act: 'SELECT', as: 'AUTHORITY' });
    await drive.procedure('DECIDE', 'AUTHORITY');
    await nothingShows();
    expect(await own(first!)).toMatchObject({ status: 'SELECTED', procedure: { status: 'RESULT_SUBMITTED' } });
    await drive.change([first!], { act: 'DECLINE', as: 'CANDIDATE' });
    await drive.procedure('REFUSE_APPOINTMENT', 'CANDIDATE');
    await nothingShows();
    await drive.change([second!], { act: 'SELECT', as: 'AUTHORITY' });
    await drive.procedure('DECIDE', 'AUTHORITY');
    await drive.change([second!], { act: 'ACCEPT', as: 'CANDIDATE' });
    await drive.procedure('COMPLETE', 'CANDIDATE', 'APPOINTED');
    await drive.change([other!], { act: 'PASS_OVER', as: 'RULE' });
    await nothingShows();
    expect(await statusOf(authority(), procedure)).toBe('COMPLETED APPOINTED');
    await drive.notify([other!], 'DECISION');
    expect(await shown(PUBLIC_ACTOR, procedure)).toMatchObject({
      status: 'COMPLETED',
      ending: 'APPOINTED',
      version: 4,
    });
  });

  test('does not show to a recruiter who takes part in it, as to any candidate', async () => {
    const { procedure, applicants } = await startedProcedure(
      ...([selection, 'vrb:vacancy:both', brusselsVacancy(), 1] as const),
    );
    const drive = driving(selection, procedure);
    await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED');
    await drive.procedure('END', 'RULE', 'NONE_ADMISSIBLE');
    const { subject } = applicants[0]!;
    expect(await statusOf({ ...recruiter(), subject }, procedure)).toBe('RUNNING null');
    expect(await statusOf(memberActor(subject, procedure), procedure)).toBe('RUNNING null');
    expect(await statusOf(recruiter(), procedure)).toBe('ENDED_WITHOUT_APPOINTMENT NONE_ADMISSIBLE');
  });
});

test('nobody waits for what cannot be sent: the end shows, and is final, though an erased candidate was not told', async () => {
  const { procedure, applicants } = await startedProcedure(
    ...([selection, 'vrb:vacancy:erased', brusselsVacancy(), 2] as const),
  );
  const drive = driving(selection, procedure);
  await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED');
  await drive.procedure('END', 'RULE', 'NONE_ADMISSIBLE');
  await drive.notify(applicants.slice(0, 1), 'STEP', 'ELIGIBILITY_SCREENING');
  expect(await shown(PUBLIC_ACTOR, procedure)).toMatchObject({ status: 'RUNNING', finalFrom: null });
  expect((await shown(recruiter(), procedure)).finalFrom).toBeNull();
  await selection.erased(applicants[1]!);
  expect(await shown(PUBLIC_ACTOR, procedure)).toMatchObject({
    ...{ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_ADMISSIBLE', finalFrom: expect.any(String) },
  });
});

test('who failed again is waited for, though the first failure was sent', async () => {
  const { procedure, applicants } = await startedProcedure(
    ...([selection, 'vrb:vacancy:again', brusselsVacancy(), 1] as const),
  );
  const drive = driving(selection, procedure);
  await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED');
  await drive.notify(applicants, 'STEP', 'ELIGIBILITY_SCREENING');
  selection.at('2025-10-27T10:00');
  await drive.change(applicants, { act: 'READMIT', as: 'RECRUITER' });
  await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED');
  await drive.procedure('END', 'RULE', 'NONE_ADMISSIBLE');
  expect(await statusOf(PUBLIC_ACTOR, procedure)).toBe('RUNNING null');
});
