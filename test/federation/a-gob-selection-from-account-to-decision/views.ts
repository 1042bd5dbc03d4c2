import {
  CANDIDATES,
  COMMITTEE,
  GOB_VACANCY,
  GOVERNMENT,
  PUBLIC,
  RECRUITER,
} from '../../../scripts/src/demo/play.gob.cast.ts';
import type { Round } from '../../../scripts/src/demo/round.ts';
import type { Data, Player } from '../../../scripts/src/demo/stage.ts';
import type { Graph } from '../../support/graph.ts';

const { alix, bodil, camille, dana } = CANDIDATES;
const [hanne, , , , lou] = COMMITTEE;
export const OF_ANOTHER: Player = {
  ...{ name: 'recruiter elsewhere', role: 'recruiter', subject: 'ksz-recruiter', institution: 'ksz-ehealth' },
};

/** What is answered to somebody, and the fields that are refused to them. */
export interface Seen {
  readonly data: Data;
  readonly refused: readonly string[];
}

const PUBLIC_PARTS = `status ending finalFrom legalRegime steps { kind status } result { suitable unsuitable ranked }
  appointee { name mandate { kind startsOn endsOn endRule } }`;
const CANDIDACY = `status step { kind } outcomes { result reasons } group groupReasons place placeReasons concludedAt
  hearings { status startsAt } notifications { about byLetter } deadlines { code lastDay open } requests { kind status }
  decision { chosen status reasons } final`;
const JUDGING = `id status version outcomes { result } group place scores { own } averageScore conflicts { kind }
  notifications { about } decision { chosen } application { candidate { givenNames email } }`;

/** Everything that is asked for, whoever asks. */
const INSIDE = `query ($id: ID!) { vacancy(id: $id) {
  applications(first: 20) { edges { node { candidate { givenNames } } } }
  selectionProcedure { committee { members { name } } candidacies { edges { node { ${JUDGING} } } } } } }`;
const OUTSIDE = `query ($id: ID!) { vacancy(id: $id) { status applicationCount selectionProcedure { ${PUBLIC_PARTS} } } }`;
const OWN = `{ me { givenNames applications { status progress { version ${CANDIDACY} } }
  inbox(first: 50) { edges { node { code } } } } }`;

/** Who looks, and at what: hanne chairs the committee, lou is on it with a conflict of interest. */
const lookersOf = (round: Round) =>
  ({
    ...{
      public: [PUBLIC, OUTSIDE],
      alix: [alix, OWN],
      bodil: [bodil, OWN],
      camille: [camille, OWN],
      dana: [dana, OWN],
    },
    ...{ recruiter: [RECRUITER, INSIDE], government: [GOVERNMENT, INSIDE], elsewhere: [OF_ANOTHER, INSIDE] },
    ...{ hanne: [round.seat(hanne), INSIDE], lou: [round.seat(lou), INSIDE] },
  }) as const satisfies Record<string, readonly [Player, string]>;

/** What each sees at one moment of the play. */
export type Views = Readonly<Record<keyof ReturnType<typeof lookersOf>, Seen>>;

export async function viewsOf(graph: Graph, round: Round): Promise<Views> {
  const see = async ([{ role, subject, institution, procedure }, query]: readonly [Player, string]): Promise<Seen> => {
    const bound = { ...(subject && { subject }), ...(institution && { institution }), ...(procedure && { procedure }) };
    const asker = role === 'public' ? graph : graph.as(role, bound);
    const { data, errors = [] } = await asker.ask(query, query === OWN ? {} : { id: GOB_VACANCY });
    return { data: data?.me ?? data?.vacancy, refused: errors.map(({ path }) => String(path?.at(-1))) };
  };
  const seen = Object.entries(lookersOf(round)).map(async ([who, asking]) => [who, await see(asking)] as const);
  return Object.fromEntries(await Promise.all(seen)) as Views;
}

/** Candidacies as somebody is shown them, by the given name of whose it is. */
export const shownIn = ({ data }: Seen): Readonly<Record<string, Data>> =>
  Object.fromEntries(
    data.selectionProcedure.candidacies.edges.map(({ node }: Data) => [node.application.candidate.givenNames, node]),
  );

/** The own candidacy of a candidate. */
export const progressIn = ({ data }: Seen): Data => data.applications[0].progress;
