import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { HolderDigest } from '@mandate-graph/writing';
import { USEFUL_SECTION } from '../section/testing/sections.ts';
import { APPLICATION_EVENT, type ApplicationEvent } from './application.store.ts';
import { type Applicant, Applying, openVacancy, recruiterOf } from './testing/applying.ts';

let applying: Applying;
let applicant: Applicant;
let events: ApplicationEvent[];

beforeAll(async () => {
  applying = await Applying.open({ open: openVacancy() });
  applicant = await applying.applicant('open');
  await applicant.save(USEFUL_SECTION);
  applying.now = applying.now.add({ hours: 1 });
  await applicant.act('submitApplication', 1);
  // The clock lets it lapse, and the institution decides on the contest.
  applying.now = applying.now.add({ hours: 24 * 20 });
  await applicant.act('contestLapse', 3, { reasons: 'I was ill.' });
  const contested = {
    application: applicant.application,
    version: 4,
    upheld: false,
    reasons: 'Nothing of the kind was shown.',
  };
  await applying.write(recruiterOf('vrb'), 'decideContest', contested);
  const rows = await applying.database.query<{ data: ApplicationEvent }>(
    'SELECT data FROM candidates.outbox WHERE type = $1 AND subject = $2 ORDER BY id',
    [APPLICATION_EVENT, applicant.application],
  );
  events = rows.map(({ data }) => data);
});
afterAll(() => applying?.close());

describe('what others are told of an application', () => {
  test('is whose it is, as a digest, whoever acts: the candidate, a rule or the institution', () => {
    const holder = new HolderDigest(TEST_PERSON_KEY).of(applicant.actor.subject);
    expect(events.map((event) => [event.act, event.holder])).toEqual(
      ['START', 'SUBMIT', 'LAPSE', 'CONTEST', 'REJECT_CONTEST'].map((act) => [act, holder]),
    );
    expect(JSON.stringify(events)).not.toContain(applicant.actor.subject);
  });

  test('is when it was first submitted, from then on', () => {
    const submitted = '2025-09-01T08:00:00Z';
    expect(events.map(({ submittedAt }) => submittedAt)).toEqual([null, submitted, submitted, submitted, submitted]);
  });
});
