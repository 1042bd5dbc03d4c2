import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Data, type Player, PUBLIC } from '../a-selection-takes-another-turn/acts.ts';
import type { Applicant } from '../a-selection-takes-another-turn/applicants.ts';
import { Running } from '../a-selection-takes-another-turn/running.ts';
import { openStage, type Stage } from '../a-selection-takes-another-turn/stage.ts';
import { GOB, publish } from '../a-selection-takes-another-turn/vacancies.ts';
import { applied } from './seeded.ts';
import { PROGRESS, PUBLISHED, RUNNING, WORKING } from './views.ts';

const MEMBERS = 8;
/** As many as must hear a candidate. */
const QUORUM = 5;
const SUITABLE = 3;
/** Version of a candidacy that was admitted and heard. */
const HEARD = 3;

interface Round {
  readonly run: Running;
  readonly all: readonly Applicant[];
}

let stage: Stage;
let five: Round;
let fifty: Round;
/** Of these nobody was heard yet. */
let fiveToHear: Round;
let fiveHundredToHear: Round;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  const counts = { five: 5, fifty: 50, 'five-to-hear': 5, 'five-hundred-to-hear': 500 };
  const vacancies = await Promise.all(Object.keys(counts).map((local) => publish(stage, GOB, local)));
  await stage.settled();
  stage.at('2025-10-24T10:00');
  const rounds = Object.values(counts).map(async (count, at): Promise<Round> => {
    const run = new Running(stage, vacancies[at]!);
    const all = await applied(stage, run.vacancy, { count, frozen: at < 2 });
    await run.start();
    await run.concludeStep('ELIGIBILITY_SCREENING');
    return { run, all };
  });
  [five, fifty, fiveToHear, fiveHundredToHear] = (await Promise.all(rounds)) as [Round, Round, Round, Round];
  await Promise.all([five, fifty].map(concluded));
  await Promise.all([fiveToHear, fiveHundredToHear].map(({ run }) => run.appoint(MEMBERS)));
  await stage.settled();
});
afterAll(() => stage?.close());

/** Everybody was heard, scored and concluded on, and the suitable are ranked. */
async function concluded({ run, all }: Round): Promise<void> {
  await run.appoint(MEMBERS);
  await run.declareNoInterests();
  const present = run.members.slice(0, QUORUM);
  await run.openHearing('INTERVIEW', present);
  await run.hear('INTERVIEW', all, { present });
  await run.concludeStep('INTERVIEW');
  await Promise.all(present.map((member) => run.score(all, [member])));
  await Promise.all(all.map((one, at) => run.conclude(one, at < SUITABLE ? 'SUITABLE' : 'UNSUITABLE', HEARD)));
  await run.rank(...all.slice(0, SUITABLE));
}

/** What a view takes: requests to subgraphs in their order, each with its statements. */
async function taken(
  as: Player,
  query: string,
  { run }: Round,
): Promise<{ readonly cost: unknown; readonly data: Data }> {
  const before = stage.graph.reports.length;
  const data = await stage.ask(as, query, query.includes('$id') ? { id: run.id } : {});
  const [report] = stage.graph.reports.slice(before);
  return { cost: report!.requests.map(({ subgraph, statements }) => `${subgraph} ${statements}`), data };
}

/** As many statements are taken for one candidate as for all, and as many requests. */
const COSTS: readonly (readonly [string, (round: Round) => Player, string, readonly string[]])[] = [
  ['the committee works with', ({ run }) => run.members[1]!, WORKING, ['selection 63', 'candidates 8']],
  ['a candidate sees', ({ all }) => all[0]!.as, PROGRESS, ['candidates 2', 'selection 33']],
  ['anyone sees', () => PUBLIC, PUBLISHED, ['selection 9', 'catalogue 0', `${GOB} 1`]],
  ['the institution runs a selection with', ({ run }) => run.recruiter, RUNNING, ['selection 27']],
];

test.each(COSTS)('what %s takes as much of fifty candidates as of five', async (_what, as, query, cost) => {
  expect((await taken(as(five), query, five)).cost).toEqual(cost);
  expect((await taken(as(fifty), query, fifty)).cost).toEqual(cost);
});

test.each(COSTS)('what %s takes as much of five hundred who are to be heard as of five', async (_what, as, query) => {
  const [few, many] = [
    await taken(as(fiveToHear), query, fiveToHear),
    await taken(as(fiveHundredToHear), query, fiveHundredToHear),
  ];
  expect(few.cost).not.toEqual([]);
  expect(many.cost).toEqual(few.cost);
});

test('there is something to be read in each of them', async () => {
  const { data } = await taken(fifty.run.members[1]!, WORKING, fifty);
  const { committee, candidacies } = data.selectionProcedure;
  expect([committee.members, candidacies.edges]).toMatchObject([{ length: MEMBERS }, { length: 50 }]);
  for (const { node } of candidacies.edges) {
    expect(node.application).toEqual({ candidate: { familyName: 'Peeters' }, documents: [{ fileName: 'kopie.pdf' }] });
    expect([node.scoresIn, node.scores]).toMatchObject([{ length: QUORUM }, { length: QUORUM }]);
  }
  const progress = (await taken(fifty.all[0]!.as, PROGRESS, fifty)).data.me.applications[0].progress;
  // Found suitable, and not told so yet.
  expect(progress).toMatchObject({ status: 'IN_PROGRESS', step: { kind: 'RESULT' }, group: null });
  // All of them were admitted: that none was not is a number under five.
  const { counts } = (await taken(PUBLIC, PUBLISHED, fiveHundredToHear)).data.selectionProcedure;
  expect(counts).toMatchObject({ candidates: 500, admitted: null });
});
