import { CANDIDATES, COMMITTEE, GOB_VACANCY, RECRUITER } from './play.gob.cast.ts';
import type { Scene } from './play.gob.scene.ts';
import type { Round } from './round.ts';
import type { Data } from './stage.ts';
import { momentOf } from './telling.ts';

const { alix, bodil, camille, dana, elis } = CANDIDATES;
const [hanne, ilias, jo, kim, lou] = COMMITTEE;

/** Who judges. The notice says nothing of size or composition: what is checked is what the regime says. */
export const committee: Scene = {
  title: 'The committee',
  play: async (round) => {
    const { telling } = round;
    await telling.at('2025-09-19T10:00');
    await compose(round);
    await interests(round);
    await invite(round);
    await round.tasks(round.seat(kim));
  },
};

async function compose(round: Round): Promise<void> {
  const { telling, procedure } = round;
  for (const sitting of COMMITTEE) {
    const as = sitting === hanne ? 'CHAIR' : 'MEMBER';
    const { id } = await round.act(RECRUITER, 'appointMember', { procedure, ...sitting, function: as });
    round.sits(sitting, id);
    const { name, languageRole, expertise } = sitting;
    telling.did(RECRUITER, `appoints ${name} (${languageRole}; ${expertise}): ${as}.`);
  }
  const { name, subject } = alix;
  const applicant = { procedure, name, subject, function: 'MEMBER' };
  await round.refuses(RECRUITER, `appoints ${name}.`, 'appointMember', applicant);
  const { size, chairing, quorum, parity } = (await round.see(RECRUITER, COMPOSITION)).committee;
  telling.did(RECRUITER, 'sees how the committee is composed.');
  telling.because(`Size: ${size.now}, ${size.withinRange === null ? 'not checked' : 'checked'}. ${size.source.en}`);
  telling.because(`Chair: ${chairing.chair.name}. ${chairing.source.en}`);
  telling.because(`Quorum: ${quorum.needed} of ${size.now}. ${quorum.source.en}`);
  telling.because(`Language roles: ${parity.nl} NL and ${parity.fr} FR. ${parity.source.en}`);
}

const COMPOSITION = `committee {
  size { now withinRange source { en } } chairing { chair { name } source { en } }
  quorum { needed source { en } } parity { nl fr source { en } } }`;

/** What a member declares bars until the institution says otherwise. */
async function interests(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-09-22T14:00');
  const application = round.application(camille);
  const conflict = { procedure, kind: 'CONFLICT', application, reasons: APPRAISED };
  const { version } = await round.act(round.seat(lou), 'declareInterest', conflict);
  telling.did(lou, `declares a conflict of interest with ${camille.name}. “${APPRAISED}”`);
  const assessment = { member: round.member(lou), application, version, assessment: 'BARRING', reasons: BARS };
  await round.act(RECRUITER, 'assessInterest', assessment);
  telling.did(RECRUITER, `finds that it bars: ${lou.name} neither hears nor scores ${camille.name}. “${BARS}”`);
  for (const sitting of [hanne, ilias, jo, lou]) {
    await round.act(round.seat(sitting), 'declareInterest', { procedure, kind: 'NONE' });
    telling.did(sitting, `declares: nothing ${sitting === lou ? 'else ' : ''}ties them to the candidates.`);
  }
}

const APPRAISED = 'I lead the project on which Camille has worked since 2021, and appraise that work.';
const BARS = 'Whoever appraises the work of a candidate has formed an opinion before the interview.';

async function invite(round: Round): Promise<void> {
  const { id: step } = await round.step('INTERVIEW');
  const applications = [alix, bodil, camille, dana, elis].map((candidate) => round.application(candidate));
  const startsAt = '2025-10-02T07:00:00Z';
  await round.act(RECRUITER, 'inviteToHearing', { step, applications, startsAt, place: 'Iristower, Brussel' });
  round.telling.did(RECRUITER, `invites the five candidates to the interview of ${momentOf(startsAt)}.`);
  const { vacancy } = await round.stage.ask(RECRUITER, EVALUATED, { id: GOB_VACANCY });
  const { evaluates } = vacancy.announcedSteps.find(({ kind }: Data) => kind === 'INTERVIEW');
  round.telling.because(`It is on: ${evaluates.map(({ en }: Data) => en.toLowerCase()).join('; ')}.`);
}

const EVALUATED = 'query ($id: ID!) { vacancy(id: $id) { announcedSteps { kind evaluates { en } } } }';
