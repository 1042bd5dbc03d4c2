import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { progressIn } from './testing/progress.ts';

let selection: TestSelection;
let progress: ReturnType<typeof progressIn>;
beforeAll(async () => {
  selection = await openSelection();
  progress = progressIn(selection);
});
afterAll(() => selection.close());

describe('the progress of an application', () => {
  test('tells its candidate where it stands, and what steps came to by which rule', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:progress', federalVacancy(), 1);
    await selection.decided(applicants[0]!, 'CONDITIONAL');
    const { application, subject } = applicants[0]!;
    expect(await progress.progressOf(candidateActor(subject), applicants[0]!)).toEqual({
      ...{ id: application, status: 'IN_PROGRESS', version: 2, application: { id: application } },
      ...{ procedure: { id: procedure, status: 'RUNNING' }, step: { key: 'assessment', status: 'RUNNING' } },
      outcomes: [
        {
          ...{ step: { key: 'screening' }, result: 'PASSED', rule: 'CONDITIONAL', reasons: null, decidedBy: null },
          ...{ decidedAt: '2025-10-24T08:00:00.000Z', contestable: false },
          ruleText: {
            nl: expect.stringContaining('voorbehoud'),
            fr: expect.stringContaining('réserve'),
            en: expect.stringContaining('reservation'),
          },
          reasonsNote: { en: expect.stringContaining('Application.decisions') },
        },
      ],
    });
  });

  test('is null for one that is nowhere, has not begun, or is another’s; and not for the public', async () => {
    const { applicants, procedure } = await progress.screened(2);
    selection.at('2025-10-01T10:00');
    await selection.vacancy('vrb:vacancy:waiting', federalVacancy());
    const waiting = await selection.applicant('vrb:vacancy:waiting');
    const other = candidateActor(applicants[1]!.subject);
    for (const [actor, application] of [
      [other, applicants[0]!.application],
      [other, randomUUID()],
      [other, 'nonsense'],
      [candidateActor(waiting.subject), waiting.application],
      [recruiter('gew'), applicants[0]!.application],
      [authority(), applicants[0]!.application],
      [memberActor('somebody', procedure), applicants[0]!.application],
    ] as const)
      expect(await progress.progressOf(actor, { application })).toBeNull();
    expect(await progress.progressOf(PUBLIC_ACTOR, applicants[0]!)).toBe('UNAUTHENTICATED');
  });

  test('takes the same number of statements for 1 application and for 50', async () => {
    const { applicants, drive } = await progress.screened(50);
    await drive.exclude(applicants.slice(0, 20), 'INTERVIEW', 'FAILED', 'Reasons that are sealed');
    const [one, all] = [
      await progress.read(recruiter(), applicants[0]!.application),
      await progress.read(recruiter(), ...applicants.map(({ application }) => application)),
    ];
    expect(all.errors).toBeUndefined();
    const found = all.data._entities.map(({ progress }: { progress: { outcomes: unknown[] } }) => progress.outcomes);
    expect(found.flat()).toHaveLength(70);
    expect([one.statements, all.statements]).toEqual([5, 5]);
  });
});

describe('a candidate', () => {
  test('S1.S1, S2.S: learns of a failed step, and why, when it is sent', async () => {
    const { applicants, drive } = await progress.screened(2);
    const [failed, passed] = applicants;
    await drive.exclude([failed!], 'INTERVIEW', 'FAILED', 'These are the reasons');
    await drive.pass([passed!], 'INTERVIEW', 'Well done');
    expect(await progress.seen(failed!)).toBe('IN_PROGRESS interview 2');
    expect(await progress.resultsTo(candidateActor(failed!.subject), failed!)).toEqual(['screening PASSED']);
    expect(await progress.seen(passed!)).toBe('IN_PROGRESS result 3');
    expect(await progress.progressOf(recruiter(), failed!)).toMatchObject({ status: 'EXCLUDED', version: 3 });
    selection.at('2025-11-03T10:00');
    await drive.notify([failed!], 'STEP', 'INTERVIEW');
    expect(await progress.seen(failed!)).toBe('EXCLUDED interview 3');
    const { outcomes } = await progress.progressOf(candidateActor(failed!.subject), failed!);
    expect(outcomes[1]).toMatchObject({
      ...{ step: { key: 'interview' }, result: 'FAILED', rule: null, ruleText: null, contestable: false },
      ...{ reasons: 'These are the reasons', reasonsNote: null, decidedBy: null },
    });
    expect((await progress.progressOf(candidateActor(passed!.subject), passed!)).outcomes[1].reasons).toBe('Well done');
    const byRecruiter = await progress.progressOf(recruiter(), failed!);
    expect(byRecruiter.outcomes[1]).toMatchObject({ reasons: 'These are the reasons', decidedBy: 'test' });
  });

  test('who failed, was let in again and failed anew is not shown the second time before it is sent', async () => {
    const { applicants, drive } = await progress.screened(1);
    await drive.exclude(applicants, 'INTERVIEW', 'FAILED', 'The first time');
    await drive.notify(applicants, 'STEP', 'INTERVIEW');
    selection.at('2025-11-04T10:00');
    await drive.change(applicants, { act: 'READMIT', as: 'RECRUITER' });
    await drive.exclude(applicants, 'INTERVIEW', 'FAILED', 'The second time');
    expect(await progress.seen(applicants[0]!)).toBe('IN_PROGRESS interview 4');
    const { outcomes } = await progress.progressOf(candidateActor(applicants[0]!.subject), applicants[0]!);
    expect(
      outcomes.map(({ result, reasons }: { result: string; reasons: string | null }) => [result, reasons]),
    ).toEqual([
      ...[
        ['PASSED', null],
        ['FAILED', 'The first time'],
      ],
    ]);
    expect((await progress.progressOf(recruiter(), applicants[0]!)).outcomes[1].reasons).toBe('The second time');
  });

  test.each([
    ['NOT_REGISTERED', 'registered'],
    ['ABSENT', 'absent'],
    ['BARRED', 'waiting period'],
  ] as const)('S2.T: is told at once of what a rule says (%s), and that it can be contested', async (result, words) => {
    const { applicants, drive } = await progress.screened(1, federalVacancy());
    await drive.exclude(applicants, 'COMPUTER_ASSESSMENT', result);
    expect(await progress.seen(applicants[0]!)).toBe('EXCLUDED assessment 3');
    const { outcomes } = await progress.progressOf(candidateActor(applicants[0]!.subject), applicants[0]!);
    expect(outcomes[1]).toMatchObject({ result, rule: result, contestable: true, reasons: null });
    expect(outcomes[1].ruleText.en).toContain(words);
    expect(outcomes[1].ruleText.nl).toContain('betwisten');
  });

  test('S1.S3, S2.S: sees nothing of the group, whichever it is, before the result is sent', async () => {
    const { applicants, drive } = await progress.screened(4);
    const [suitable, unsuitable, gone, alike] = applicants;
    await drive.pass(applicants, 'INTERVIEW');
    await drive.find([suitable!, gone!], 'SUITABLE', 'Why suitable');
    await drive.find([unsuitable!, alike!], 'UNSUITABLE', 'Why unsuitable');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    await drive.change([suitable!], { act: 'SUBMIT', as: 'COMMITTEE' });
    for (const applicant of [suitable!, unsuitable!]) {
      expect(await progress.seen(applicant)).toBe('IN_PROGRESS result 3');
      expect(await progress.resultsTo(candidateActor(applicant.subject), applicant)).toEqual([
        ...['screening PASSED', 'interview PASSED'],
      ]);
    }
    await selection.applied(gone!, 'WITHDRAWN', 'WITHDRAW');
    expect(await progress.seen(gone!)).toBe('WITHDRAWN result 4');
    await selection.applied(alike!, 'WITHDRAWN', 'WITHDRAW');
    expect(await progress.seen(alike!)).toBe(await progress.seen(gone!));
    expect(await progress.progressOf(recruiter(), alike!)).toMatchObject({ status: 'UNSUITABLE' });
    selection.at('2025-11-05T10:00');
    await drive.notify([suitable!, unsuitable!], 'RESULT');
    expect([await progress.seen(suitable!), await progress.seen(unsuitable!)]).toEqual([
      'SUITABLE result 5',
      'UNSUITABLE result 4',
    ]);
    const { outcomes } = await progress.progressOf(candidateActor(unsuitable!.subject), unsuitable!);
    expect(outcomes[2]).toMatchObject({ result: 'UNSUITABLE', reasons: 'Why unsuitable' });
  });

  test('learns that another was appointed when the decision is sent, and of being selected at once', async () => {
    const { applicants, drive } = await progress.screened(2);
    const [selected, other] = applicants;
    await drive.pass(applicants, 'INTERVIEW');
    await drive.find(applicants, 'SUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    await drive.notify(applicants, 'RESULT');
    await drive.change([selected!], { act: 'SELECT', as: 'AUTHORITY' });
    await drive.procedure('DECIDE', 'AUTHORITY');
    expect([await progress.seen(selected!), await progress.seen(other!)]).toEqual([
      'SELECTED result 5',
      'SUITABLE result 4',
    ]);
    await drive.change([selected!], { act: 'ACCEPT', as: 'CANDIDATE' });
    await drive.procedure('COMPLETE', 'CANDIDATE', 'APPOINTED');
    await drive.change([other!], { act: 'PASS_OVER', as: 'RULE' });
    expect([await progress.seen(selected!), await progress.seen(other!)]).toEqual([
      'APPOINTED result 6',
      'SUITABLE result 4',
    ]);
    selection.at('2025-11-06T10:00');
    await drive.notify([other!], 'DECISION');
    expect(await progress.seen(other!)).toBe('NOT_APPOINTED result 5');
  });

  test('who withdraws sees the same end, whatever a step had come to that was not sent', async () => {
    const { applicants, drive } = await progress.screened(2);
    const [failed, waits] = applicants;
    await drive.exclude([failed!], 'INTERVIEW', 'FAILED');
    for (const applicant of applicants) await selection.applied(applicant, 'WITHDRAWN', 'WITHDRAW');
    expect([await progress.seen(failed!), await progress.seen(waits!)]).toEqual(Array(2).fill('WITHDRAWN interview 3'));
  });

  test('whose vacancy is withdrawn sees the same end, whatever had been decided and not sent', async () => {
    const { applicants, drive } = await progress.screened(3);
    const [suitable, unsuitable, failed] = applicants;
    await drive.pass([suitable!, unsuitable!], 'INTERVIEW');
    await drive.exclude([failed!], 'INTERVIEW', 'FAILED');
    await drive.find([suitable!], 'SUITABLE');
    await drive.find([unsuitable!], 'UNSUITABLE');
    await selection.vacancy(suitable!.vacancy, brusselsVacancy({ publication: 'WITHDRAWN' }));
    expect([await progress.seen(suitable!), await progress.seen(unsuitable!)]).toEqual(
      Array(2).fill('DISCONTINUED result 4'),
    );
    expect(await progress.seen(failed!)).toBe('DISCONTINUED interview 3');
  });
});
