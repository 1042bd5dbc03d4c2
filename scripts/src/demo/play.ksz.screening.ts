import { CANDIDATES, KSZ_VACANCY, RECRUITER } from './play.ksz.cast.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf } from './telling.ts';

const { robin, noor, sam, kim, alex, charlie, lou, dominique } = CANDIDATES;

/** Who takes part: by the file as it was frozen only. The rules propose, a person decides. */
export async function screening(round: Round): Promise<void> {
  round.telling.chapter('Preselection by DG R&O');
  await start(round);
  await afterwards(round);
  await decide(round);
  await told(round);
}

/** Rules of the procedure that are told when it starts. */
const TOLD = ['committeeSize', 'scoreScale', 'tiesAllowed', 'appeal', 'mandateDuration'];

async function start(round: Round): Promise<void> {
  const { telling, stage } = round;
  await telling.at('2025-10-24T10:00');
  const { id: procedure, version, status } = await round.see(RECRUITER, 'version status');
  await round.act(RECRUITER, 'startSelection', { procedure, version });
  const seen = await stage.until(async () => {
    const now = await round.see(RECRUITER, STARTED);
    return now.candidacies.edges.length === 8 ? now : null;
  });
  const { code, name, validFrom, rules } = seen.regime;
  telling.did(
    RECRUITER,
    `starts the selection, which was ${status}. ${seen.status} by ${code} (in force from ${dayOf(validFrom)}).`,
  );
  telling.because(`${name.en}. What the notice prints comes first, since candidates applied on it.`);
  for (const rule of rules) {
    if (!TOLD.includes(rule.name)) continue;
    telling.because(`${rule.name} = ${plain(rule.value)}. ${rule.basis}, by the ${rule.from}: ${rule.source.en}`);
  }
  telling.rule(`the ${seen.candidacies.edges.length} candidates who are DEFINITIVE come into the preselection.`);
  await round.tasks(RECRUITER);
}

/** A value of JSON as people write it. */
const plain = (json: string) => json.replace(/["{}]/g, '').replace(/([:,])/g, '$1 ');

const STARTED = `status regime { code validFrom name { en } rules { name value basis from source { en } } }
  candidacies(first: 20) { edges { node { id } } }`;

/** What comes into the account after the deadline is not in the file that is judged. */
async function afterwards(round: Round): Promise<void> {
  const { telling, stage } = round;
  await telling.at('2025-10-25T11:00');
  await round.act(kim, 'saveDiploma', { diploma: LATE }, 'CandidateRecorded');
  const { me } = await stage.ask(kim, '{ me { diplomas { id } applications { file { diplomas { id } } } } }');
  const [account, file] = [me.diplomas.length, me.applications[0].file.diplomas.length];
  telling.did(
    kim,
    `adds a diploma to the account after all. In the account: ${account}. In the file that was frozen: ${file}.`,
  );
}

const LATE = {
  ...{ title: 'Master in de gezondheidswetenschappen', institution: 'Universiteit Voorbeeldstad', language: 'nl' },
  ...{ awardedOn: '2009-07-06', cycle: 2, education: 'UNIVERSITY', country: 'BE' },
};

const MET = 'The diploma that was uploaded and the specific sections prove both conditions.';
const CONDITIONAL = 'Both conditions are proven; the diploma is in French, so this is under reserve.';
const NOT_MET = 'The file holds no copy of a diploma and no appointment decree: the first condition is not proven.';

async function decide(round: Round): Promise<void> {
  const { telling, stage } = round;
  await telling.at('2025-10-27T09:30');
  const { vacancy } = await stage.ask(RECRUITER, PROPOSALS, { id: KSZ_VACANCY });
  const proposalOf = (candidate: Candidate) =>
    vacancy.applications.edges.find(({ node }: Data) => node.id === round.application(candidate)).node.eligibility
      .participation;
  const decideOn = async (candidate: Candidate, outcome: string, reasons: string) => {
    const decision = { application: round.application(candidate), conditions: 'PARTICIPATION', outcome, reasons };
    await round.act(RECRUITER, 'decideEligibility', { ...decision, remedyStated: true }, 'ApplicationRecorded');
  };
  for (const candidate of ELIGIBLE) await decideOn(candidate, 'ELIGIBLE', MET);
  const names = ELIGIBLE.map(({ name }) => name).join(', ');
  const proposed = new Set(ELIGIBLE.map((candidate) => proposalOf(candidate).outcome));
  telling.did(
    RECRUITER,
    `decides on ${names}: ELIGIBLE, where the rules propose ${[...proposed].join(', ')}. “${MET}”`,
  );
  telling.because(proposalOf(robin).sentence.en);
  await decideOn(sam, 'CONDITIONAL', CONDITIONAL);
  telling.did(RECRUITER, `decides on ${sam.name}: CONDITIONAL, as the rules propose. “${CONDITIONAL}”`);
  telling.explained(proposalOf(sam).text.en);
  await decideOn(kim, 'NOT_ELIGIBLE', NOT_MET);
  telling.did(RECRUITER, `decides on ${kim.name}: NOT_ELIGIBLE, as the rules propose. “${NOT_MET}”`);
  telling.explained(proposalOf(kim).text.en);
}

const ELIGIBLE = [robin, noor, alex, charlie, lou, dominique];
const PROPOSALS = `query ($id: ID!) { vacancy(id: $id) { applications(first: 20) { edges { node {
  id eligibility { participation { outcome sentence { en } text { en } } } } } } } }`;

async function told(round: Round): Promise<void> {
  const { telling, stage } = round;
  await stage.until(async () => ((await round.own(kim, 'status')).status === 'EXCLUDED' ? true : null));
  await stage.until(async () => {
    const { candidacies } = await round.see(RECRUITER, 'candidacies(first: 20) { edges { node { step { kind } } } }');
    const waiting = candidacies.edges.filter(({ node }: Data) => node.step.kind === 'ELIGIBILITY_SCREENING');
    return waiting.length === 1 ? true : null;
  });
  const { me } = await stage.ask(kim, '{ me { applications { decisions { reasons } progress { status final } } } }');
  const [{ decisions, progress }] = me.applications;
  telling.did(kim, `reads the outcome in the account: ${progress.status}. “${decisions[0].reasons}”`);
  await round.deadlines(kim, ['FEEDBACK', 'APPEAL', 'COMPLAINT']);
  telling.because(`Final: ${progress.final ? 'yes' : 'not yet, since a window is open'}.`);
  await telling.at('2025-10-31T12:00');
  await round.conclude('ELIGIBILITY_SCREENING');
  telling.did(
    RECRUITER,
    'concludes the preselection: seven candidates are in the computer assessment, one of them under reserve.',
  );
}
