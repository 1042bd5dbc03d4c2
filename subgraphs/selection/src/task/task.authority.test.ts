import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answer, decide, REASONS, recordNoAnswer, type Submitted, submitted } from '../decision/testing/deciding.ts';
import { authority, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { DONE, myTasks, taskIn, tasksIn, waitingIn } from './testing/tasks.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const acted = (given: object) => expect(given).toMatchObject(DONE);
const waiting = ({ procedure, institution }: Submitted) => waitingIn(selection, authority(institution), procedure);
const interview = (application: string) =>
  selection.write(authority(), 'recordInterview', {
    ...{ application, result: 'HELD', specificCompetences: REASONS },
    ...{ interpersonalSkills: REASONS, leadershipAbilities: REASONS },
  });
const own = ({ applicants }: Submitted, at: number) => myTasks(selection, candidateActor(applicants[at]!.subject));

describe('an authority', () => {
  test('S2.S4: interviews the suitable, decides, and publishes the appointment that was accepted', async () => {
    const of = await submitted(selection, 'vrb:vacancy:decide', federalVacancy(), [1, 2, null]);
    const [one, two] = of.applications as [string, string];
    expect(await waiting(of)).toEqual(['INTERVIEW_CANDIDATES 2']);
    acted(await interview(one));
    expect(await taskIn(selection, authority(), of.procedure, 'INTERVIEW_CANDIDATES')).toMatchObject({
      ...{ count: 1, application: two, dueAt: null },
    });
    expect(await decide(selection, of, one)).toMatchObject({ problems: [{ code: 'INTERVIEWS_MISSING' }] });
    acted(await selection.write(authority(), 'recordInterview', { application: two, result: 'ABSENT' }));
    expect(await waiting(of)).toEqual(['DECIDE_APPOINTMENT']);
    acted(await decide(selection, of, one));
    expect(await waiting(of)).toEqual([]);
    expect(await own(of, 1)).toEqual([]);
    expect(await own(of, 0)).toMatchObject([
      {
        ...{ kind: 'ANSWER_APPOINTMENT', application: one, count: 1, procedure: { id: of.procedure } },
        dueAt: '2025-12-31T23:00:00Z',
        text: { en: 'You were chosen: accept or decline the appointment.' },
      },
    ]);
    acted(await answer(selection, of.applicants[0]!, 'acceptAppointment'));
    expect(await own(of, 0)).toEqual([]);
    expect(await tasksIn(selection, authority(), of.procedure)).toMatchObject([
      { kind: 'PUBLISH_APPOINTMENT', application: one, count: 1 },
    ]);
    const publication = { procedure: of.procedure, publishedName: 'Invented Name' };
    acted(await selection.write(authority(), 'publishAppointment', publication));
    expect(await waiting(of)).toEqual([]);
    const sending = { procedure: of.procedure, about: 'DECISION', remedyStated: true, byLetter: false };
    const unsent = () => taskIn(selection, recruiter(), of.procedure, 'SEND_OUTCOMES');
    expect(await unsent()).toMatchObject({ count: 2, text: { en: expect.stringContaining('decision') } });
    acted(await selection.write(recruiter(), 'sendOutcomes', sending));
    expect(await unsent()).toBeUndefined();
  });

  test('S1.S3: decides without an interview that the notice does not announce, and again after a refusal', async () => {
    const of = await submitted(selection, 'gew:vacancy:again', brusselsVacancy(), [1]);
    expect(await waiting(of)).toEqual(['DECIDE_APPOINTMENT']);
    acted(await decide(selection, of, of.applications[0]!));
    expect(await waiting(of)).toEqual([]);
    acted(await answer(selection, of.applicants[0]!, 'declineAppointment'));
    expect(await own(of, 0)).toEqual([]);
    expect(await waiting(of)).toEqual(['DECIDE_APPOINTMENT']);
    acted(await decide(selection, of, null));
    expect(await waiting(of)).toEqual([]);
  });

  test('records that no answer came once the last day for it is over, and decides again', async () => {
    const of = await submitted(selection, 'gew:vacancy:silent', brusselsVacancy(), [1]);
    acted(await decide(selection, of, of.applications[0]!));
    selection.at('2025-12-31T23:59');
    expect(await waiting(of)).toEqual([]);
    selection.at('2026-01-01T00:00');
    expect(await tasksIn(selection, authority('gew'), of.procedure)).toMatchObject([
      {
        ...{ kind: 'RECORD_NO_ANSWER', application: null, count: null, dueAt: null },
        text: { en: 'Record that whoever was chosen gave no answer: the last day for it is over.' },
      },
    ]);
    const { subject } = of.applicants[0]!;
    expect(await waitingIn(selection, { ...authority('gew'), subject }, of.procedure)).toEqual([]);
    expect(await waitingIn(selection, authority(), of.procedure)).toEqual([]);
    expect(await own(of, 0)).toMatchObject([{ kind: 'ANSWER_APPOINTMENT', dueAt: '2025-12-31T23:00:00Z' }]);
    acted(await recordNoAnswer(selection, of));
    expect(await own(of, 0)).toEqual([]);
    expect(await waiting(of)).toEqual(['DECIDE_APPOINTMENT']);
  });

  test('has no task in a procedure in which they are a candidate, nor in that of another institution', async () => {
    const of = await submitted(selection, 'vrb:vacancy:own', federalVacancy(), [1]);
    const { subject } = of.applicants[0]!;
    const candidate = { ...authority(), subject };
    expect(await waitingIn(selection, candidate, of.procedure)).toEqual([]);
    const interviewed = { application: of.applications[0], result: 'ABSENT' };
    expect(await selection.write(candidate, 'recordInterview', interviewed)).toMatchObject({
      problems: [{ code: 'OWN_CANDIDACY' }],
    });
    expect(await waiting(of)).toEqual(['INTERVIEW_CANDIDATES 1']);
    expect(await waitingIn(selection, authority('gew'), of.procedure)).toEqual([]);
    acted(await selection.write(authority(), 'recordInterview', interviewed));
    expect(await waitingIn(selection, candidate, of.procedure)).toEqual([]);
    expect(await waiting(of)).toEqual(['DECIDE_APPOINTMENT']);
    acted(await decide(selection, of, of.applications[0]!));
    acted(await answer(selection, of.applicants[0]!, 'acceptAppointment'));
    expect(await waitingIn(selection, candidate, of.procedure)).toEqual([]);
    expect(await waiting(of)).toEqual(['PUBLISH_APPOINTMENT 1']);
  });

  test('has no decision to take where none can be taken', async () => {
    const of = await submitted(selection, 'gew:vacancy:two', brusselsVacancy({ vacantPositions: 2 }), [1]);
    expect(await decide(selection, of, null)).toMatchObject({ problems: [{ code: 'SEVERAL_POSITIONS' }] });
    expect(await waiting(of)).toEqual([]);
  });

  test('has no task for who was erased', async () => {
    const of = await submitted(selection, 'vrb:vacancy:erased', federalVacancy(), [1, 2]);
    expect(await waiting(of)).toEqual(['INTERVIEW_CANDIDATES 2']);
    await selection.erased(of.applicants[1]!);
    expect(await waiting(of)).toEqual(['INTERVIEW_CANDIDATES 1']);
    for (const application of of.applications) await interview(application);
    acted(await decide(selection, of, of.applications[0]!));
    acted(await answer(selection, of.applicants[0]!, 'acceptAppointment'));
    expect(await waiting(of)).toEqual(['PUBLISH_APPOINTMENT 1']);
    await selection.erased(of.applicants[0]!);
    expect(await waiting(of)).toEqual([]);
    expect(await taskIn(selection, recruiter(), of.procedure, 'SEND_OUTCOMES')).toBeUndefined();
  });
});

describe('who was chosen', () => {
  test('is not asked any more once the vacancy is withdrawn, or once erased', async () => {
    const [withdrawn, erased] = [
      await submitted(selection, 'gew:vacancy:withdrawn', brusselsVacancy(), [1]),
      await submitted(selection, 'gew:vacancy:gone', brusselsVacancy(), [1]),
    ];
    for (const one of [withdrawn, erased]) {
      acted(await decide(selection, one, one.applications[0]!));
      expect(await own(one, 0)).toHaveLength(1);
    }
    await selection.vacancy('gew:vacancy:withdrawn', brusselsVacancy({ publication: 'WITHDRAWN' }));
    await selection.erased(erased.applicants[0]!);
    expect(await own(withdrawn, 0)).toEqual([]);
    expect(await own(erased, 0)).toEqual([]);
  });
});
