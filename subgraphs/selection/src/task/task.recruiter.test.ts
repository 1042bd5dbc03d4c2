import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { eventOf, recordedSubject } from '@mandate-graph/testkit';
import { driving } from '../candidacy/testing/driving.ts';
import { BRUSSELS, submittingIn } from '../result/testing/submitting.ts';
import { concluded, judgingCase } from '../scoring/testing/judging.ts';
import {
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { DONE, myTasks, taskIn, tasksIn, waitingIn } from './testing/tasks.ts';

const REASONS = 'The application came in after the last day.';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const write = (mutation: string, input: Record<string, unknown>) => selection.write(recruiter(), mutation, input);
const waiting = (procedure: string, institution = 'vrb') => waitingIn(selection, recruiter(institution), procedure);
const send = (procedure: string, about: string, own: object = {}) =>
  write('sendOutcomes', { procedure, about, remedyStated: true, byLetter: true, ...own });

describe('a selection to be started', () => {
  test('waits from when applying is over until it has been started', async () => {
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy('vrb:vacancy:start', federalVacancy());
    await selection.applicant('vrb:vacancy:start');
    selection.at('2025-10-22T23:59:59');
    expect(await waiting(procedure)).toEqual([]);
    selection.at('2025-10-23T00:00');
    expect(await tasksIn(selection, recruiter(), procedure)).toEqual([
      {
        ...{ kind: 'START_SELECTION', application: null, count: null, dueAt: null, procedure: { id: procedure } },
        text: {
          nl: 'Start de selectie: solliciteren kan niet meer.',
          fr: 'Lancez la sélection : il n’est plus possible de postuler.',
          en: 'Start the selection: applying is over.',
          original: null,
        },
      },
    ]);
    expect(await write('startSelection', { procedure, version: 1 })).toMatchObject(DONE);
    expect(await waiting(procedure)).toEqual(['SCREEN_CANDIDATES 1', 'COMPLETE_COMMITTEE']);
  });

  test.each([
    ['is withdrawn', federalVacancy({ publication: 'WITHDRAWN' }), 'vrb', 'NOT_AT_THIS_TIME'],
    ['names several positions', federalVacancy({ vacantPositions: 2 }), 'vrb', 'SEVERAL_POSITIONS'],
    ['announces no result', federalVacancy({ announcedSteps: [] }), 'vrb', 'NO_RESULT_STEP'],
    ['is of an institution without a legal regime', federalVacancy(), 'xyz', 'NO_LEGAL_REGIME'],
  ])('is none where the vacancy %s, and so it is refused', async (what, state, institution, code) => {
    selection.at('2025-10-24T10:00');
    const procedure = await selection.vacancy(`${institution}:vacancy:${what.replaceAll(' ', '-')}`, state);
    expect(await waiting(procedure, institution)).toEqual([]);
    expect(await selection.write(recruiter(institution), 'startSelection', { procedure, version: 1 })).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });
});

describe('candidates to be screened, and a step to be concluded', () => {
  test('wait until each was decided on, and then until the step is concluded', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      selection,
      'gew:vacancy:screen',
      brusselsVacancy(),
      3,
    );
    const of = recruiter('gew');
    const [one, two, three] = applicants;
    const screening = () => taskIn(selection, of, procedure, 'SCREEN_CANDIDATES');
    expect(await screening()).toMatchObject({ count: 3, application: null });
    await selection.decided(one!, 'ELIGIBLE');
    expect(await screening()).toMatchObject({ count: 2, text: { en: 'Decide whether 2 candidates can take part.' } });
    await selection.decided(two!, 'NOT_ELIGIBLE');
    expect(await screening()).toMatchObject({ count: 1, application: three!.application });
    expect(await waiting(procedure, 'gew')).not.toContain('CONCLUDE_STEP');
    const input = { application: three!.application, version: 1, reasons: REASONS };
    expect(await selection.write(of, 'declareInadmissible', input)).toMatchObject(DONE);
    expect(await waiting(procedure, 'gew')).toEqual([
      ...['COMPLETE_COMMITTEE', 'INVITE_TO_HEARING 1', 'CONCLUDE_STEP', 'SEND_OUTCOMES 1'],
    ]);
    const conclude = await taskIn(selection, of, procedure, 'CONCLUDE_STEP');
    expect(conclude!.text.nl).toBe('Sluit het nazicht van de voorwaarden af: niemand wacht er nog.');
    expect(await selection.write(of, 'concludeStep', { step: steps.get('screening'), version: 2 })).toMatchObject(DONE);
    expect(await waiting(procedure, 'gew')).not.toContain('CONCLUDE_STEP');
  });

  test('of a later step waits for the earlier one', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      selection,
      'vrb:vacancy:order',
      federalVacancy(),
      2,
    );
    const drive = driving(selection, procedure);
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    await drive.pass(applicants.slice(0, 1), 'COMPUTER_ASSESSMENT');
    const assessment = { step: steps.get('assessment'), version: 2 };
    expect(await write('concludeStep', assessment)).toMatchObject({ problems: [{ code: 'EARLIER_STEP' }] });
    expect(await waiting(procedure)).not.toContain('CONCLUDE_STEP');
    await selection.applied(applicants[1]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await taskIn(selection, recruiter(), procedure, 'CONCLUDE_STEP')).toMatchObject({
      text: { en: expect.stringContaining('the check of the conditions') },
    });
    await write('concludeStep', { step: steps.get('screening'), version: 2 });
    expect(await taskIn(selection, recruiter(), procedure, 'CONCLUDE_STEP')).toMatchObject({
      text: { en: expect.stringContaining('the computer assessment') },
    });
    expect(await write('concludeStep', assessment)).toMatchObject(DONE);
    expect(await waiting(procedure)).not.toContain('CONCLUDE_STEP');
  });
});

describe('outcomes to be sent', () => {
  test('of a step are those that a person decided, and that were not sent as they stand', async () => {
    const { procedure, applicants, steps } = await startedProcedure(selection, 'vrb:vacancy:send', federalVacancy(), 3);
    const drive = driving(selection, procedure);
    for (const applicant of applicants) await selection.decided(applicant, 'ELIGIBLE');
    const [one, two, three] = applicants;
    await drive.exclude([one!, two!], 'COMPUTER_ASSESSMENT', 'FAILED', REASONS);
    await drive.exclude([three!], 'COMPUTER_ASSESSMENT', 'ABSENT');
    const task = () => taskIn(selection, recruiter(), procedure, 'SEND_OUTCOMES');
    expect(await task()).toMatchObject({
      count: 2,
      text: { en: 'Send the outcome of the computer assessment to 2 candidates.' },
    });
    const step = steps.get('assessment');
    expect(await send(procedure, 'STEP', { step, applications: [one!.application] })).toMatchObject(DONE);
    expect(await task()).toMatchObject({ count: 1, application: two!.application });
    expect(await send(procedure, 'STEP', { step })).toMatchObject(DONE);
    expect(await task()).toBeUndefined();
    expect(await send(procedure, 'STEP', { step })).toMatchObject({ problems: [{ code: 'NOTHING_TO_SEND' }] });
  });

  test('of a result wait until it is submitted', async () => {
    const judging = await judgingCase(selection, 'gew:vacancy:result', BRUSSELS, { candidates: 2, members: 1 });
    const { procedure, applications } = judging;
    const of = recruiter('gew');
    const task = () => taskIn(selection, of, procedure, 'SEND_OUTCOMES');
    await concluded(selection, judging, [applications[0]!]);
    expect(await task()).toBeUndefined();
    await submittingIn(selection).submit(judging);
    expect(await task()).toMatchObject({ count: 2, text: { fr: 'Envoyez le résultat : 2 candidatures.' } });
    const input = { procedure, remedyStated: true, byLetter: false };
    expect(await selection.write(of, 'sendOutcomes', { ...input, about: 'RESULT' })).toMatchObject(DONE);
    expect(await task()).toBeUndefined();
  });
});

describe('requests to be answered', () => {
  test.each([
    ['FEEDBACK', 'requestFeedback', {}],
    ['COMPLAINT', 'fileComplaint', {}],
    ['CONTEST', 'contestOutcome', { upheld: true }],
  ] as const)('%s: wait until they are', async (kind, mutation, own) => {
    const vacancy = `vrb:vacancy:${kind.toLowerCase()}`;
    const { procedure, applicants, steps } = await startedProcedure(selection, vacancy, federalVacancy(), 2);
    for (const applicant of applicants) await selection.decided(applicant, 'ELIGIBLE');
    const drive = driving(selection, procedure);
    const [{ application, subject }] = applicants as [(typeof applicants)[0]];
    await drive.exclude(applicants.slice(0, 1), 'COMPUTER_ASSESSMENT', 'ABSENT');
    await drive.notify(applicants.slice(0, 1), 'STEP', 'COMPUTER_ASSESSMENT');
    const task = () => taskIn(selection, recruiter(), procedure, 'ANSWER_REQUEST');
    expect(await task()).toBeUndefined();
    const words = kind === 'CONTEST' ? { grounds: REASONS, step: steps.get('assessment') } : { text: REASONS };
    const filed = await selection.write(candidateActor(subject), mutation, { application, ...words });
    expect(filed).toMatchObject(DONE);
    expect(await task()).toMatchObject({ application, count: 1, dueAt: null });
    const answer = { request: filed.id, version: 1, answer: REASONS, ...own };
    expect(await write('answerRequest', answer)).toMatchObject(DONE);
    expect(await task()).toBeUndefined();
  });
});

describe('whose tasks they are', () => {
  test('is that of each institution that a recruiter is of, and of no other', async () => {
    const here = await startedProcedure(selection, 'vrb:vacancy:both', federalVacancy(), 1);
    const there = await startedProcedure(selection, 'gew:vacancy:both', brusselsVacancy(), 1);
    const both = { ...recruiter(), grants: [...recruiter().grants, ...recruiter('gew').grants] };
    const of = async (actor: Actor) => (await myTasks(selection, actor)).map(({ procedure }) => procedure?.id);
    expect(await of(both)).toEqual(expect.arrayContaining([here.procedure, there.procedure]));
    expect(await of(recruiter())).toContain(here.procedure);
    expect(await of(recruiter())).not.toContain(there.procedure);
    expect(await of(recruiter('gew'))).not.toContain(here.procedure);
    expect(await of(recruiter('xyz'))).toEqual([]);
  });

  test('stays where a vacancy is not public any more, without its procedure', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:gone', federalVacancy(), 1);
    const input = { application: applicants[0]!.application, version: 1, reasons: REASONS };
    await write('declareInadmissible', input);
    const task = async () =>
      (await myTasks(selection, recruiter())).find(({ application }) => application === applicants[0]!.application);
    expect(await task()).toMatchObject({ kind: 'SEND_OUTCOMES', procedure: { id: procedure } });
    await selection.takeIn('vrb', eventOf(recordedSubject('vacancy', 'vrb:vacancy:gone', 2, [])));
    expect(await task()).toMatchObject({ kind: 'SEND_OUTCOMES', procedure: null });
  });

  /** Something of each kind to be done for four candidates. */
  async function varied(vacancy: string) {
    const { procedure, applicants } = await startedProcedure(selection, vacancy, federalVacancy(), 4);
    const [one, two] = applicants;
    const drive = driving(selection, procedure);
    await selection.decided(one!, 'ELIGIBLE');
    await selection.decided(two!, 'ELIGIBLE');
    await drive.exclude([two!], 'COMPUTER_ASSESSMENT', 'FAILED', REASONS);
    await drive.notify([two!], 'STEP', 'COMPUTER_ASSESSMENT');
    await selection.write(candidateActor(two!.subject), 'fileComplaint', {
      application: two!.application,
      text: REASONS,
    });
    await selection.query('DELETE FROM notification WHERE candidacy_id = $1', [two!.application]);
    expect(await waiting(procedure)).toEqual([
      ...['ANSWER_REQUEST 1', 'SCREEN_CANDIDATES 2', 'PLAN_SESSIONS 1', 'COMPLETE_COMMITTEE', 'SEND_OUTCOMES 1'],
    ]);
    return { procedure, applicants };
  }

  test('is not that of a recruiter who is a candidate of the procedure, whatever became of them in it', async () => {
    const { procedure, applicants } = await varied('vrb:vacancy:own');
    const other = await startedProcedure(selection, 'vrb:vacancy:not-own', federalVacancy(), 1);
    for (const { subject, application } of [applicants[1]!, applicants[3]!]) {
      const own = { ...recruiter(), subject };
      expect(await waitingIn(selection, own, procedure)).toEqual([]);
      expect(await waitingIn(selection, own, other.procedure)).toEqual(['SCREEN_CANDIDATES 1', 'COMPLETE_COMMITTEE']);
      const input = { application, version: 1, reasons: REASONS };
      expect(await selection.write(own, 'declareInadmissible', input)).toMatchObject({
        problems: [{ code: 'OWN_CANDIDACY' }],
      });
    }
  });

  test('never concerns who was erased', async () => {
    const { procedure, applicants } = await varied('vrb:vacancy:erased');
    for (const applicant of applicants.slice(0, 3)) await selection.erased(applicant);
    expect(await waiting(procedure)).toEqual(['SCREEN_CANDIDATES 1', 'COMPLETE_COMMITTEE']);
  });
});
