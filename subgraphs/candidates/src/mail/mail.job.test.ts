import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import { type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import { always, askSubgraph, testEnvironment, testPlatform, vacancyState, withoutJobs } from '@mandate-graph/testkit';
import { createCandidates } from '../module.ts';
import { candidateOf, writeOf } from '../testing/candidates.subgraph.ts';
import { MailRepository } from './mail.repository.ts';
import { FROM, Mailing, NOW } from './testing/mailing.ts';

const VACANCY = 'vrb:vacancy:a';

let mailing: Mailing;
beforeAll(async () => {
  mailing = await Mailing.open();
  await mailing.inboxes.tellOfVacancy(VACANCY, 1, [always(vacancyState())]);
});
afterAll(() => mailing?.close());
beforeEach(() => {
  mailing.server.received.length = 0;
});
const received = () => mailing.server.received;

describe('a copy of a message', () => {
  test('is handed to the mail server once, to the address in the account', async () => {
    const id = await mailing.waiting('zoe@marmot.example', { code: 'VALIDATE', vacancyId: VACANCY });
    expect([await mailing.run(), await mailing.run({ hours: 100 })]).toEqual([1, 0]);
    expect(await mailing.stateOf(id)).toBe('SENT after 1');
    const [copy, ...others] = received();
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ from: FROM, to: ['zoe@marmot.example'] });
    expect(Object.fromEntries(copy!.headers)).toMatchObject({
      from: FROM,
      to: 'zoe@marmot.example',
      subject: 'Validate your application: Head',
      'message-id': `<${id}@graph.example>`,
      'auto-submitted': 'auto-generated',
    });
    expect(copy!.text).toMatch(
      /^Your application for the vacancy “Head” is submitted.*\n.*Only what stands in your account counts/s,
    );
  });

  test.each([
    ['nl', 'Valideer uw kandidatuur: Leidinggevende', 'Alleen wat in uw account staat, telt.'],
    ['fr', 'Validez votre candidature : Responsable', 'Seul compte ce qui figure dans votre compte.'],
    ['en', 'Validate your application: Head', 'Only what stands in your account counts.'],
  ])('is in the language of the candidate: %s', async (language, subject, note) => {
    await mailing.waiting('zoe@marmot.example', { code: 'VALIDATE', vacancyId: VACANCY }, language);
    await mailing.run();
    expect(received()[0]!.headers.get('subject')).toBe(subject);
    expect(received()[0]!.text).toContain(note);
  });

  test('has neither names, nor reasons, nor how a person judged', async () => {
    const reasons = 'The zebra diploma was not proven.';
    const facts = { conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE', remedyStated: 'true' };
    await mailing.waiting('zoe@marmot.example', { code: 'ELIGIBILITY_DECIDED', facts, reasons });
    await mailing.run();
    const [{ raw, text, headers }] = received() as [(typeof mailing.server.received)[number]];
    expect(`${raw}${text}${[...headers.values()]}`).not.toMatch(/zebra|Zebedee|do not meet/);
    expect(text).toContain('Council of State');
  });

  test('comes once, whoever else mails at the same time', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await mailing.waiting(`zoe-${count}@marmot.example`));
    const sent = await Promise.all([mailing.run(), mailing.run(), mailing.run()]);
    expect(sent.reduce((one, other) => one + other)).toBe(12);
    const copied = received().map(({ headers }) => headers.get('message-id'));
    expect(copied.toSorted()).toEqual(ids.map((id) => `<${id}@graph.example>`).toSorted());
  });

  test('is being mailed by one at a time, and the next one does not wait for that', async () => {
    const { source } = mailing.inboxes;
    const ids = [await mailing.waiting('zoe@marmot.example'), await mailing.waiting('zoe@marmot.example')];
    const claimed = await source.transaction(async (manager) => [
      await new MailRepository(manager).claim(NOW),
      await new MailRepository(source.manager).claim(NOW),
      await new MailRepository(source.manager).claim(NOW),
    ]);
    expect(claimed.map((message) => message?.id)).toEqual([...ids, undefined]);
    await mailing.run({ minutes: 6 });
  });

  test('is of a message of the last 7 days', async () => {
    const late = await mailing.waiting('zoe@marmot.example');
    const inTime = await mailing.waiting('zoe@marmot.example');
    await mailing.database.query(
      "UPDATE candidates.message SET sent_at = sent_at + interval '1 millisecond' WHERE id = $1",
      [inTime],
    );
    expect(await mailing.run({ hours: 7 * 24 })).toBe(1);
    expect([await mailing.stateOf(late), await mailing.stateOf(inTime)]).toEqual(['FAILED after 0', 'SENT after 1']);
  });
});

describe('no copy', () => {
  const without = async (what: Promise<string>) => {
    const id = await mailing.post(await what);
    expect(await mailing.run()).toBe(0);
    expect([await mailing.stateOf(id), received()]).toEqual(['OFF after 1', []]);
  };

  test('goes to whoever has no address', () => without(mailing.candidate(null)));

  test('goes to whoever was erased', async () => {
    const subject = await mailing.candidate({ email: 'zoe@marmot.example', preferredLanguage: 'nl' });
    const id = await mailing.post(subject);
    await mailing.database.query(
      `DELETE FROM candidates.person_key WHERE candidate_id =
         (SELECT candidate_id FROM candidates.candidate_subject WHERE subject = $1)`,
      [subject],
    );
    await mailing.run();
    expect([await mailing.stateOf(id), received()]).toEqual(['OFF after 1', []]);
  });

  test.each([
    'zoe@marmot.example\r\nBcc: victim@example.org',
    'zoe@marmot.example, victim@example.org',
    'zoe@marmot.example victim@example.org',
    '"victim@example.org zoe"@marmot.example',
    'zoe(victim@example.org)@marmot.example',
    'group:victim@example.org;',
    '<victim@example.org>',
    'zoe',
    '',
  ])('goes to what is more or less than one plain address: %j', (email) =>
    without(mailing.candidate({ email, preferredLanguage: 'nl' })),
  );
});

test('a line break in a title makes no other header', async () => {
  const title = ours('x', 'x', 'Head\r\nBcc: victim@example.org\r\n\r\nbody');
  await mailing.inboxes.tellOfVacancy('vrb:vacancy:breaks', 1, [always(vacancyState({ title }))]);
  await mailing.waiting('zoe@marmot.example', { vacancyId: 'vrb:vacancy:breaks' });
  await mailing.run();
  const [copy] = received();
  expect(copy!.headers.get('subject')).toBe('Submit your application: Head Bcc: victim@example.org body');
  expect(copy!.headers.has('bcc')).toBe(false);
  expect(copy!.to).toEqual(['zoe@marmot.example']);
});

describe('the subgraph', () => {
  let running: RunningSubgraph;
  const start = async (variables: Record<string, string>, subgraph = createCandidates([])) => {
    const platform = testPlatform({ databaseUrl: mailing.database.url, environment: testEnvironment(variables) });
    running = await startSubgraph(subgraph, platform, { host: '127.0.0.1', port: 0, variable: 'none' });
    return platform;
  };
  /** Makes an account and begins an application, of which the candidate is told. */
  const apply = async (platform: Awaited<ReturnType<typeof start>>, subject: string) => {
    const write = async (mutation: string, input: object) =>
      (await askSubgraph(running, platform, writeOf(mutation), { input }, candidateOf(subject))).data.result;
    const account = { givenNames: 'Zoë', familyName: 'Q', email: `${subject}@marmot.example`, preferredLanguage: 'FR' };
    await write('saveAccount', { idempotencyKey: 'account', ...account });
    await askSubgraph(
      running,
      platform,
      'mutation ($vacancy: ID!) { startApplication(input: { idempotencyKey: "start", vacancy: $vacancy }) { __typename } }',
      { vacancy: VACANCY },
      candidateOf(subject),
    );
    return mailing.database.query<{ mail: string }>(
      `SELECT mail FROM candidates.message JOIN candidates.candidate_subject USING (candidate_id) WHERE subject = $1`,
      [subject],
    );
  };

  test('mails nothing unless it is told a server, not even later', async () => {
    expect(await apply(await start({}), 'without')).toEqual([{ mail: 'OFF' }]);
    await running.close();
  });

  test('mails what waits once it is started, and stops when it is told to', async () => {
    const variables = { MAIL_URL: mailing.server.url, MAIL_FROM: FROM };
    // Nothing is mailed yet: a round that is late would come between what is told and what is looked at.
    expect(await apply(await start(variables, withoutJobs(createCandidates([]))), 'with')).toEqual([
      { mail: 'WAITING' },
    ]);
    await running.close();
    const next = mailing.server.next();
    await start(variables);
    await next;
    await running.close();
    expect(received().map(({ to }) => to)).toEqual([['with@marmot.example']]);
  });
});
