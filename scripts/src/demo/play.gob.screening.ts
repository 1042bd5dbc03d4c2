import { CANDIDATES, GOB_VACANCY, RECRUITER } from './play.gob.cast.ts';
import { readsOfBeingOut, type Scene } from './play.gob.scene.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf } from './telling.ts';

const { alix, bodil, camille, dana, elis, fadil, gwen } = CANDIDATES;

/** Who takes part: the rules propose, a person decides, and whoever does not is told so by letter. */
export const screening: Scene = {
  title: 'Screening of participation conditions and admissibility',
  play: async (round) => {
    await start(round);
    await conditions(round);
    await admissibility(round);
    await round.conclude('ELIGIBILITY_SCREENING');
    const standing = await round.candidacies(RECRUITER, 'step { kind }');
    const admitted = standing.filter(({ step }) => step.kind === 'INTERVIEW').length;
    round.telling.did(RECRUITER, `concludes the screening: ${admitted} of ${standing.length} are in the interview.`);
  },
};

/** What the notice leaves open, and the regime says. */
const OPEN = [
  ...[
    'decidingAuthority',
    'committeeSize',
    'chairRequired',
    'absenceExcludes',
    'appeal',
    'mandateDuration',
    'mandateEnd',
  ],
];

async function start(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-09-15T09:00');
  const { id: procedure, version } = await round.see(RECRUITER, 'version');
  await round.act(RECRUITER, 'startSelection', { procedure, version });
  const { status, regime, candidacies } = await round.stage.until(async () => {
    const seen = await round.see(RECRUITER, STARTED);
    return seen.candidacies.edges.length === 7 ? seen : null;
  });
  const { code, name, validFrom, rules } = regime;
  telling.did(RECRUITER, `starts the selection: ${status}, by ${code} (in force from ${dayOf(validFrom)}).`);
  telling.because(`${name.en}. What the notice prints comes first, since candidates applied on it.`);
  for (const rule of rules.filter((one: Data) => OPEN.includes(one.name))) {
    telling.because(`${rule.name} = ${plain(rule.value)}. ${rule.basis}, by the ${rule.from}: ${rule.source.en}`);
  }
  telling.rule(`the ${candidacies.edges.length} candidates who are DEFINITIVE come into the screening.`);
  await round.tasks(RECRUITER);
}

/** A value of JSON as people write it. */
const plain = (json: string | null) => json?.replace(/["{}]/g, '').replace(/([:,])/g, '$1 ') ?? 'none';

const STARTED = `status regime { code validFrom name { en } rules { name value basis from source { en } } }
  candidacies(first: 20) { edges { node { id } } }`;

async function conditions(round: Round): Promise<void> {
  const { stage, telling } = round;
  await telling.at('2025-09-16T10:00');
  const files = await stage.until(() => frozenFiles(round));
  const proposalFor = (candidate: Candidate) => files.get(round.application(candidate)).eligibility.participation;
  const ofAlix = proposalFor(alix);
  telling.did(RECRUITER, `reads the file of ${alix.name}. The platform proposes: ${ofAlix.outcome}.`);
  telling.explained(ofAlix.text.en);
  for (const candidate of [alix, bodil, camille, dana, elis]) {
    await decide(round, candidate, 'ELIGIBLE', MEETS);
    const proposed = proposalFor(candidate).outcome;
    telling.did(RECRUITER, `decides on ${candidate.name}, where the platform proposed ${proposed}: ELIGIBLE.`);
  }
  telling.because(`Of each: “${MEETS}”`);
  await decide(round, fadil, 'NOT_ELIGIBLE', TOO_SHORT);
  const proposed = proposalFor(fadil).outcome;
  telling.did(RECRUITER, `decides on ${fadil.name}, where the platform proposed ${proposed}: NOT_ELIGIBLE.`);
  telling.because(`“${TOO_SHORT}”`);
  await stage.until(() => heard(round));
  await readsOfBeingOut(round, fadil);
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
  // File and proposal are read side by side: the one may be of a moment before the other.
  const whole = files.every(({ file, eligibility }) => file !== null && eligibility !== null);
  return whole ? new Map(files.map((file) => [file.id, file])) : null;
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
  telling.did(RECRUITER, `declares the application of ${gwen.name} inadmissible.`);
  telling.because(`“${OTHER_CALL}”`);
  const { id: step } = await round.step('ELIGIBILITY_SCREENING');
  const sending = { procedure, about: 'STEP', step, remedyStated: true };
  const online = { ...sending, byLetter: false };
  await round.refuses(RECRUITER, 'sends it in the account only.', 'sendOutcomes', online);
  await round.act(RECRUITER, 'sendOutcomes', { ...sending, byLetter: true });
  telling.did(RECRUITER, 'sends it by letter and in the account.');
  await readsOfBeingOut(round, gwen);
}

const OTHER_CALL = 'What was handed in is a candidacy for another call, and says nothing of this function.';
