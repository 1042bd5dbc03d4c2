import { AUTHORITY, CANDIDATES, RECRUITER } from './play.ksz.cast.ts';
import { judgeConditions } from './play.ksz.conditions.ts';
import type { Candidate, Round } from './round.ts';
import { refused } from './stage.ts';

const { robin, noor, sam } = CANDIDATES;

/** The first day of the mandate. */
export const BEGINS = '2026-03-01';

/** The authority interviews the suitable, and decides on titles and merits, with reasons. */
export async function decision(round: Round): Promise<void> {
  const { telling } = round;
  telling.chapter('Additional interviews and the decision');
  await telling.at('2026-01-12T09:00');
  const { candidacies } = await round.see(AUTHORITY, 'candidacies(first: 20) { edges { node { place } } }');
  telling.did(AUTHORITY, `sees the ${candidacies.edges.length} who are suitable, with their places and the reasons.`);
  await round.tasks(AUTHORITY);
  await decide(round, async (given) => {
    await round.refuses(AUTHORITY, 'decides before the interviews.', 'decideAppointment', given);
  });
  await interviews(round);
  await judgeConditions(round, robin, BEGINS);
  await chosen(round);
}

const FOUND: readonly (readonly [candidate: Candidate, local: string, competences: string, others: string])[] = [
  [
    noor,
    '2026-01-12T11:00',
    'Explains the architecture of the sector better than anybody.',
    'Prefers the work itself to the consultation.',
  ],
  [
    robin,
    '2026-01-12T15:00',
    'Knows the programmes and what stands in their way.',
    'Brings parties together, as the references confirm.',
  ],
  [
    sam,
    '2026-01-13T10:00',
    'Knows health care from the inside, ICT from reports.',
    'Leads calmly, in a smaller team so far.',
  ],
];

async function interviews(round: Round): Promise<void> {
  const { telling } = round;
  for (const [candidate, local, specificCompetences, others] of FOUND) {
    await telling.at(local);
    await round.act(AUTHORITY, 'recordInterview', {
      ...{ application: round.application(candidate), result: 'HELD', specificCompetences },
      ...{ interpersonalSkills: others, leadershipAbilities: others },
    });
    telling.did(AUTHORITY, `interviews ${candidate.name}. “${specificCompetences} ${others}”`);
  }
}

const ON_ROBIN =
  'Of comparable merits on the technical side, and with the stronger record in bringing the actors of the sector together.';
const ON_NOOR = 'The technical merits are the highest; the record in consultation with the actors is shorter.';
const ON_SAM = 'The merits lie in health care; those in ICT and in leading programmes are less.';
const DEPARTING =
  'The function lives by consultation with the actors of the sector; there the interview and the references showed a clear difference in favour of the second place.';

async function decide(round: Round, act: (given: object) => Promise<void>): Promise<void> {
  const { version } = await round.see(RECRUITER, 'version');
  await act({
    ...{ procedure: round.procedure, version, application: round.application(robin), appointmentOn: BEGINS },
    ...{ reasons: ON_ROBIN, languageRole: 'NL' },
    others: [
      { application: round.application(noor), reasons: ON_NOOR },
      { application: round.application(sam), reasons: ON_SAM },
    ],
  });
}

async function chosen(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2026-01-20T14:00');
  await decide(round, async (given) => {
    telling.refused(
      AUTHORITY,
      `chooses ${robin.name}, without a word on the first place.`,
      await unexplained(round, given),
    );
    await round.act(AUTHORITY, 'decideAppointment', { ...given, departureReasons: DEPARTING });
  });
  const { status, decision: taken } = await round.see(AUTHORITY, DECISION);
  telling.did(AUTHORITY, `chooses ${robin.name}: ${status}. “${ON_ROBIN}”`);
  if (taken.departsFromRanking) telling.because(`Departs from the ranking: “${taken.departureReasons}”`);
  for (const [{ name }, why] of [
    [noor, ON_NOOR],
    [sam, ON_SAM],
  ] as const)
    telling.because(`On ${name}: “${why}”`);
  telling.because(`Terms: ${taken.terms.explanation.en}`);
  const own = await round.own(robin, 'status');
  telling.did(robin, `reads: ${own.status}, and is asked for an answer.`);
  await round.tasks(robin);
}

/** The selection hears a moment later of what was decided on the conditions. */
const unexplained = ({ stage }: Round, given: object) =>
  stage.until(async () => {
    const problems = await refused(stage, AUTHORITY, 'decideAppointment', given);
    return problems.some(({ code }) => code === 'CONDITIONS_NOT_JUDGED') ? null : problems;
  });

const DECISION = 'status decision { departsFromRanking departureReasons terms { explanation { en } } }';
