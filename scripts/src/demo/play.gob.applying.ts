import { CANDIDATES, GOB, GOB_VACANCY, PUBLIC, RECRUITER } from './play.gob.cast.ts';
import type { Scene } from './play.gob.scene.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf, momentOf } from './telling.ts';

const { alix, bodil, camille, dana, elis, fadil, gwen } = CANDIDATES;

/** From an account to a definitive application, until the end of the last day. */
export const applying: Scene = {
  title: 'Applying, until 12 September 2025',
  play: async (round) => {
    const { telling } = round;
    await telling.at('2025-09-02T10:00');
    await notice(round);
    for (const [local, candidate] of APPLY) {
      await telling.at(local);
      await apply(round, candidate);
    }
    const { id: procedure, version } = await round.see(RECRUITER, 'version');
    await round.refuses(RECRUITER, 'starts the selection.', 'startSelection', { procedure, version });
  },
};

const APPLY: readonly (readonly [local: string, candidate: Candidate])[] = [
  ['2025-09-03T10:00', alix],
  ['2025-09-04T20:10', bodil],
  ['2025-09-05T12:30', camille],
  ['2025-09-08T18:45', dana],
  ['2025-09-10T09:15', elis],
  ['2025-09-11T21:00', fadil],
  ['2025-09-12T23:40', gwen],
];

/** How the records of the employer have them. */
const IN_SERVICE: ReadonlyMap<Candidate, { readonly from: string; readonly relation: 'STATUTORY' | 'CONTRACTUAL' }> =
  new Map([
    [alix, { from: '2009-03-01', relation: 'STATUTORY' }],
    [bodil, { from: '2012-09-01', relation: 'STATUTORY' }],
    [camille, { from: '2015-02-01', relation: 'CONTRACTUAL' }],
    [dana, { from: '2017-06-01', relation: 'CONTRACTUAL' }],
    [elis, { from: '2011-01-01', relation: 'STATUTORY' }],
    [fadil, { from: '2025-04-01', relation: 'CONTRACTUAL' }],
    [gwen, { from: '2014-10-01', relation: 'STATUTORY' }],
  ]);

async function notice({ stage, telling }: Round): Promise<void> {
  const { vacancy } = await stage.ask(PUBLIC, NOTICE, { id: GOB_VACANCY });
  const { title, rank, internalOnly, status, applicationDeadline, announcedSteps } = vacancy;
  const { date, closesAt } = applicationDeadline;
  telling.did(
    PUBLIC,
    `reads the call “${title.en}”, rank ${rank}${internalOnly ? ', for staff only' : ''}: ${status}.`,
  );
  telling.because(`The last day for applying, ${dayOf(date)}, counts whole: it is over at ${momentOf(closesAt)}.`);
  telling.because(`Steps: ${announcedSteps.map(({ name }: Data) => name.en).join(' → ')}.`);
}

const NOTICE = `query ($id: ID!) { vacancy(id: $id) {
  title { en } status rank internalOnly applicationDeadline { date closesAt } announcedSteps { name { en } } } }`;

/** How one applies the notice does not say: the workflow is the platform's own. */
async function apply(round: Round, candidate: Candidate): Promise<void> {
  const { givenNames, familyName } = candidate;
  const { from, relation } = IN_SERVICE.get(candidate)!;
  const email = `${givenNames.toLowerCase()}@example.org`;
  await round.act(
    candidate,
    'saveAccount',
    { givenNames, familyName, email, preferredLanguage: 'NL' },
    'CandidateRecorded',
  );
  const employer = { employer: `${GOB}:unit:gob`, employerName: 'Gewestelijke Overheidsdienst Brussel' };
  await round.act(candidate, 'saveStaffRecord', { staffRecord: { ...employer, from, relation } }, 'CandidateRecorded');
  const { id: application, version } = await applied(round, candidate, 'startApplication', { vacancy: GOB_VACANCY });
  const submitted = await applied(round, candidate, 'submitApplication', { application, version });
  await applied(round, candidate, 'validateApplication', { application, version: submitted.version });
  round.applies(candidate, application);
  const service = `${relation.toLowerCase()} staff since ${dayOf(from)}`;
  round.telling.did(candidate, `makes an account, applies as ${service}, and validates: DEFINITIVE.`);
}

const applied = (round: Round, candidate: Candidate, mutation: string, input: object) =>
  round.act(candidate, mutation, input, 'ApplicationRecorded');
