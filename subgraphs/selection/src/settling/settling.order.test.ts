import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Applicant, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const APPLICANTS = 3;
/** What candidates, recruiters and the institution do; each of them in the order in which they do it. */
const decision = fc.record({
  kind: fc.constant('DECISION' as const),
  of: fc.nat(APPLICANTS - 1),
  outcome: fc.constantFrom('ELIGIBLE', 'CONDITIONAL', 'NOT_ELIGIBLE'),
});
const withdrawal = fc.record({ kind: fc.constant('WITHDRAWAL' as const), of: fc.nat(APPLICANTS - 1) });
const amendment = fc.record({ kind: fc.constant('AMENDMENT' as const) });
const happening = fc.oneof({ weight: 6, arbitrary: decision }, withdrawal, amendment);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Lets it all happen, with the start somewhere between; gives where everybody stands, and on what. */
async function live(happenings: readonly Happening[], startsAfter: number) {
  number += 1;
  const vacancy = `vrb:vacancy:order-${number}`;
  selection.at('2025-10-01T10:00');
  const procedure = await selection.vacancy(vacancy, federalVacancy());
  const applicants: Applicant[] = [];
  for (let made = 0; made < APPLICANTS; made++) applicants.push(await selection.applicant(vacancy));
  selection.at('2025-10-24T10:00');
  const start = () => selection.write(recruiter(), 'startSelection', { procedure, version: 1 });
  const happens = async (one: Happening) => {
    if (one.kind === 'AMENDMENT') await selection.vacancy(vacancy, federalVacancy({ weightingClasses: [1] }));
    if (one.kind === 'DECISION') await selection.decided(applicants[one.of]!, one.outcome);
    if (one.kind === 'WITHDRAWAL') await selection.applied(applicants[one.of]!, 'WITHDRAWN', 'WITHDRAW');
  };
  for (const one of happenings.slice(0, startsAfter)) await happens(one);
  await start();
  for (const one of happenings.slice(startsAfter)) await happens(one);
  const rows = await selection.query<{ id: string }>(
    `SELECT candidacy.id, candidacy.status, step.key, outcome.result, outcome.rule, outcome.decision_version AS decided
     FROM candidacy JOIN selection_step step ON step.id = candidacy.step_id
     LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id WHERE candidacy.procedure_id = $1`,
    [procedure],
  );
  return applicants.map(({ application }) => {
    const { id: _id, ...row } = rows.find(({ id }) => id === application) ?? { id: null };
    return row;
  });
}

/** What everybody does, one person and the institution after the other, in their own order. */
const inTurn = (happenings: readonly Happening[]): Happening[] =>
  [...happenings].sort((one, other) => turnOf(one) - turnOf(other));
const turnOf = (one: Happening): number => (one.kind === 'AMENDMENT' ? APPLICANTS : one.of);

test('where everybody stands does not hang on the order in which the events of different persons come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 10 }), fc.nat(10), async (happenings, place) => {
      // Who withdraws before the start never takes part: it happens after it in both.
      const acts = happenings.filter(({ kind }) => kind !== 'WITHDRAWAL');
      const withdrawals = happenings.filter(({ kind }) => kind === 'WITHDRAWAL');
      expect(await live([...inTurn(acts), ...inTurn(withdrawals)], 0)).toEqual(
        await live([...acts, ...withdrawals], Math.min(place, acts.length)),
      );
    }),
    { numRuns: 15 },
  );
});

test('events that come again, or late, change nothing', async () => {
  const vacancy = 'vrb:vacancy:again';
  selection.at('2025-10-01T10:00');
  const procedure = await selection.vacancy(vacancy, federalVacancy());
  const applicant = await selection.applicant(vacancy);
  selection.at('2025-10-24T10:00');
  await selection.write(recruiter(), 'startSelection', { procedure, version: 1 });
  await selection.decided(applicant, 'NOT_ELIGIBLE', { version: 1 });
  await selection.decided(applicant, 'ELIGIBLE', { version: 2 });
  const all = () => selection.query('SELECT * FROM trail_entry WHERE procedure_id = $1 ORDER BY seq', [procedure]);
  const before = await all();
  await selection.decided(applicant, 'NOT_ELIGIBLE', { version: 1 });
  await selection.decided(applicant, 'ELIGIBLE', { version: 2 });
  await selection.candidatesTell('application.recorded', {
    ...{ application: applicant.application, candidate: applicant.candidate, vacancy, status: 'WITHDRAWN', version: 1 },
    ...{ submittedAt: null, holder: null, recordedAt: '2025-10-01T08:00:00Z' },
  });
  expect(await all()).toEqual(before);
  await selection.vacancy(vacancy, federalVacancy());
  expect((await all()).slice(0, before.length)).toEqual(before);
  expect((await all()).slice(before.length)).toMatchObject([{ act: 'VACANCY_AMENDED' }]);
});
