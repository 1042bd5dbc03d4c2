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

interface Round {
  readonly run: Running;
  readonly all: readonly Applicant[];
}

let stage: Stage;
let five: Round;
let fifty: Round;
let fiveHundred: Round;
beforeAll(async () => {
  const lap = (w: string) => { const c = process.cpuUsage(); process.stderr.write(`${w} ${Math.round(performance.now()-t0)} cpu ${Math.round((c.user+c.system-c0)/1000)}\n`); };
  const t0 = performance.now(); const c1 = process.cpuUsage(); const c0 = c1.user + c1.system;
  stage = await openStage('2025-09-01T09:00'); lap('open');
  const calls = ['five', 'fifty', 'five-hundred'];
  const vacancies = await Promise.all(calls.map((local) => publish(stage, GOB, local)));
  await stage.settled();
  stage.at('2025-10-24T10:00');
  const rounds = [5, 50, 500].map(async (count, at): Promise<Round> => {
    const run = new Running(stage, vacancies[at]!);
    return { run, all: await applied(stage, run.vacancy, count) };
  });
  [five, fifty, fiveHundred] = (await Promise.all(rounds)) as [Round, Round, Round];
  lap('applied');
  await Promise.all([five, fifty].map(concluded)); lap('concluded');
  await fiveHundred.run.start(); lap('started');
  await stage.settled(); lap('settled');
}, 500000);
afterAll(() => stage?.close());

/** Everybody was heard, scored and concluded on, and the suitable are ranked. */
async function concluded({ run, all }: Round): Promise<void> {
  await run.start();
  await run.concludeStep('ELIGIBILITY_SCREENING');
  await run.appoint(MEMBERS);
  await run.declareNoInterests();
  const present = run.members.slice(0, QUORUM);
  await run.openHearing('INTERVIEW', present);
  await run.hear('INTERVIEW', all, { present });
  await run.concludeStep('INTERVIEW');
  await Promise.all(present.map((member) => run.score(all, [member])));
  await Promise.all(all.map((one, at) => run.conclude(one, at < SUITABLE ? 'SUITABLE' : 'UNSUITABLE')));
  await run.rank(...all.slice(0, SUITABLE));
}

/** What a view takes: requests to subgraphs in their order, each with its statements. */
async function taken(as: Player, query: string, { run }: Round): Promise<{ readonly cost: unknown; readonly data: Data }> {
  const before = stage.graph.reports.length;
  const data = await stage.ask(as, query, query.includes('$id') ? { id: run.id } : {});
  const [report] = stage.graph.reports.slice(before);
  return { cost: report!.requests.map(({ subgraph, statements }) => `${subgraph} ${statements}`), data };
}
test('x', async () => {
  for (const [n, r] of [[5, five], [50, fifty], [500, fiveHundred]] as const) {
    for (const [name, as, q] of [['working', r.run.members[1], WORKING], ['progress', r.all[0]!.as, PROGRESS], ['public', PUBLIC, PUBLISHED], ['running', r.run.recruiter, RUNNING]] as const) {
      if (as === undefined) continue;
      const { cost, data } = await taken(as, q, r);
      process.stderr.write(`${n} ${name} ${JSON.stringify(cost)} ${JSON.stringify(data).length}\n`);
    }
  }
});
