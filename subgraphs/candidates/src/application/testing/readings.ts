import type { Actor } from '@mandate-graph/runtime';
import type { Reading } from './reading.graph.ts';

/** All that there is to read of an application. */
const WHOLE = `id status submittedAt version lapsedBy contest vacancy { id }
  candidate { id givenNames familyName email }
  file { frozenAt diplomas { id title document } specificSections { id kind begin end language } documents { id fileName } workExperience { id } }
  documents { id kind mediaType bytes version }
  eligibility { participation { outcome judgedOn text { en } rules { key value } } appointment { outcome } }
  decisions { id }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { ${WHOLE} } } }`;
const LIST = `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on Vacancy {
  applications(first: $first) { edges { node { ${WHOLE} } } } } } }`;

/** Reads applications of a graph that is running by then, and what that brings into the access log. */
export function readings(running: () => Reading) {
  let noted = 0;
  /** What the test brought into the access log: of which application, as which operation, by whom. */
  const newInLog = async () => {
    const rows = await running().database.query<
      Record<'id' | 'application' | 'operation' | 'by' | 'candidate', string>
    >(
      `SELECT id::text, application_id AS application, operation, actor || ' ' || role AS by, candidate_id AS candidate
       FROM candidates.access_log WHERE id > $1 ORDER BY access_log.id`,
      [noted],
    );
    noted = Number(rows.at(-1)?.id ?? noted);
    return rows.map(({ id, ...row }) => row);
  };
  const read = async (actor: Actor, ...ids: string[]) => {
    const of = ids.map((id) => ({ __typename: 'Application', id }));
    const { data, errors, statements } = await running().ask(actor, ENTITIES, { of });
    return { found: data._entities, errors, statements };
  };
  const listOf = async (actor: Actor, vacancy: string, first: number) => {
    const of = [{ __typename: 'Vacancy', id: vacancy }];
    const { data, errors, statements } = await running().ask(actor, LIST, { of, first });
    return {
      nodes: data._entities[0].applications.edges.map(({ node }: { node: object }) => node),
      errors,
      statements,
    };
  };
  return { read, listOf, newInLog };
}
