import { CANDIDATES, type Candidate, GOB_VACANCY, RECRUITER } from './play.gob.cast.ts';
import type { Round, Scene } from './play.gob.round.ts';
import type { Data } from './stage.ts';

const { alix, bodil, camille, dana, elis, fadil, gwen } = CANDIDATES;

/** Who takes part: the rules propose, a person decides, and whoever does not is told so by letter. */
export const screening: Scene = {
  title: 'Screening of participation conditions and admissibility',
  play: async (round) => {
    await start(round);
    await conditions(round);
    await admissibility(round);
    await round.conclude('ELIGIBILITY_SCREENING');
    round.telling.did(RECRUITER, 'concludes the screening: five candidates are in the interview.');
  },
};

/** What the notice leaves open, and the regime says. */
const OPEN = ['decidingAuthority', 'committeeSize', 'absenceExcludes', 'appeal', 'interimMandate'];

async function start(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-09-15T09:00');
  const { id: procedure, version } = await round.see(RECRUITER, 'version');
  await round.act(RECRUITER, 'startSelection', { procedure, version });
  const { legalRegime, regime } = await round.see(RECRUITER, REGIME);
  telling.did(RECRUITER, `starts the selection. It runs by ${legalRegime}: ${regime.name.en}.`);
  for (const { name, value, basis, source } of regime.rules) {
    if (OPEN.includes(name)) telling.because(`${name}: ${value ?? 'none'} (${basis}). ${source.en}`);
  }
}

const REGIME = 'legalRegime regime { name { en } rules { name value basis source { en } } }';

async function conditions(round: Round): Promise<void> {
  const { stage, telling } = round;
  await telling.at('2025-09-16T10:00');
  const files = await stage.until(() => frozenFiles(round));
  const proposalFor = (candidate: Candidate) => files.get(round.application(candidate)).eligibility.participation;
  const ofAlix = proposalFor(alix);
  telling.did(RECRUITER, `reads the file of ${alix.name}. The platform proposes: ${ofAlix.outcome}.`);
  for (const line of ofAlix.text.en.split('\n')) telling.because(line.trim());
  for (const candidate of [alix, bodil, camille, dana, elis]) {
    await decide(round, candidate, 'ELIGIBLE', MEETS);
    telling.did(RECRUITER, `decides on ${candidate.name}: ELIGIBLE. “${MEETS}”`);
  }
  await decide(round, fadil, 'NOT_ELIGIBLE', TOO_SHORT);
  telling.did(RECRUITER, `decides on ${fadil.name}: NOT_ELIGIBLE, by letter. “${TOO_SHORT}”`);
  telling.because(`What the platform proposed is kept beside it: ${proposalFor(fadil).outcome}.`);
  await stage.until(() => heard(round));
  await told(round, fadil);
}

const MEETS = 'In service of the institution; the service note was put beside the file, and each condition is met.';
const TOO_SHORT =
  'The service note asks for three years in service of the institution on the last day; the file shows five months.';

async function decide(round: Round, candidate: Candidate, outcome: string, reasons: string): Promise<void> {
  const decision = { application: round.application(candidate), conditions: 'PARTICIPATION', outcome, reasons };
  await round.act(RECRUITER, 'decideEligibility', { ...decision, remedyStated: true }, 'ApplicationRecorded');
}

async function frozenFiles({ stage }: Round): Promise<ReadonlyMap<string, Data> | null> {
  const { vacancy } = await stage.ask(RECRUITER, FILES, { id: GOB_VACANCY });
  const files: Data[] = vacancy.applications.edges.map(({ node }: Data) => node);
  return files.every(({ file }) => file !== null) ? new Map(files.map((file) => [file.id, file])) : null;
}

const FILES = `query ($id: ID!) { vacancy(id: $id) { applications(first: 20) { edges { node {
  id file { frozenAt } eligibility { participation { outcome text { en } } } } } } } }`;

/** The selection hears of decisions a moment later: everybody but the one whose admissibility is open has one. */
async function heard(round: Round): Promise<true | null> {
  const waiting = (await round.candidacies(RECRUITER, 'status step { kind }')).filter(
    ({ status, step }) => status === 'IN_PROGRESS' && step.kind === 'ELIGIBILITY_SCREENING',
  );
  return waiting.length === 1 ? true : null;
}

/** What cannot be received at all is judged beside the conditions, and told by letter as well. */
async function admissibility(round: Round): Promise<void> {
  const { telling, procedure } = round;
  const application = round.application(gwen);
  const { version } = await round.candidacy(gwen, 'version');
  await round.act(RECRUITER, 'declareInadmissible', { application, version, reasons: OTHER_CALL });
  telling.did(RECRUITER, `declares the application of ${gwen.name} inadmissible. “${OTHER_CALL}”`);
  const { id: step } = await round.step('ELIGIBILITY_SCREENING');
  const sending = { procedure, about: 'STEP', step, remedyStated: true };
  const online = { ...sending, byLetter: false };
  await round.refuses(RECRUITER, 'sends it in the account only.', 'sendOutcomes', online);
  await round.act(RECRUITER, 'sendOutcomes', { ...sending, byLetter: true });
  telling.did(RECRUITER, 'sends it by letter and in the account, naming the remedy and its time.');
  await told(round, gwen);
}

const OTHER_CALL = 'What was handed in is a candidacy for another call, and says nothing of this function.';

/** What a candidate reads in the account once it was sent. */
async function told(round: Round, candidate: Candidate): Promise<void> {
  const { status } = await round.own(candidate, 'status');
  round.telling.did(candidate, `reads in the account: ${status}, why, and what can be done about it.`);
  await round.deadlines(candidate);
}
