import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { progressIn } from './testing/progress.ts';

let selection: TestSelection;
let progress: ReturnType<typeof progressIn>;
beforeAll(async () => {
  selection = await openSelection();
  progress = progressIn(selection);
});
afterAll(() => selection.close());

describe('what an outcome rests on', () => {
  test('is open to the institution and the authority, and to nobody once the person was erased', async () => {
    const { applicants, drive } = await progress.screened(1);
    await drive.pass(applicants, 'INTERVIEW');
    await drive.find(applicants, 'SUITABLE', 'Why suitable');
    expect(await progress.progressOf(authority(), applicants[0]!)).toBeNull();
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    for (const actor of [authority(), recruiter()]) {
      expect((await progress.progressOf(actor, applicants[0]!)).outcomes[2]).toMatchObject({
        ...{ result: 'SUITABLE', reasons: 'Why suitable', decidedBy: 'test' },
      });
    }
    await selection.erased(applicants[0]!);
    expect((await progress.progressOf(recruiter(), applicants[0]!)).outcomes[2]).toMatchObject({
      ...{ result: 'SUITABLE', reasons: null },
    });
    expect(await progress.progressOf(candidateActor(applicants[0]!.subject), applicants[0]!)).toBeNull();
  });

  test('is not shown to members of the committee, who see what it came to', async () => {
    const { applicants, drive, procedure } = await progress.screened(2);
    const member = memberActor(`member-${randomUUID()}`, procedure);
    const appointed = await selection.write(recruiter(), 'appointMember', {
      ...{ procedure, subject: member.subject, name: 'Invented Member', function: 'MEMBER', languageRole: 'NL' },
    });
    expect(appointed).toMatchObject({ __typename: 'SelectionRecorded' });
    await drive.exclude(applicants.slice(1), 'INTERVIEW', 'FAILED', 'Why not');
    await drive.pass(applicants.slice(0, 1), 'INTERVIEW', 'Why on');
    expect((await progress.progressOf(member, applicants[0]!)).outcomes[1]).toMatchObject({
      ...{ result: 'PASSED', reasons: null, decidedBy: null },
    });
    expect(await progress.progressOf(member, applicants[1]!)).toBeNull();
  });
});
