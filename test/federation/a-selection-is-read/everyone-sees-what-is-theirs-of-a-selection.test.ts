import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Player } from '../a-selection-takes-another-turn/acts.ts';
import type { FederalRound } from '../a-selection-takes-another-turn/federal.round.ts';
import { openStage, type Stage } from '../a-selection-takes-another-turn/stage.ts';
import { letsHave } from '../everyone-sees-exactly-what-is-theirs/matrix.ts';
import { listenToAll, type Written } from '../everyone-sees-exactly-what-is-theirs/written.ts';
import { everyone, READERS } from './everyone.ts';
import { personalIn } from './personal.ts';
import { NEED, playedRound } from './told.round.ts';
import { doesSo, type Ids, idsOf, NOWHERE, tried } from './tried.ts';
import { FROM_PROCEDURE, FROM_PROGRESS, isNeverNull, isRuledApart, ROWS, seenFrom } from './walk.ts';

let written: Written;
let stage: Stage;
let round: FederalRound;
let ids: Ids;
/** Every error that anybody was answered with. */
const errors: string[] = [];
beforeAll(async () => {
  written = listenToAll();
  stage = await openStage('2025-09-01T09:00', { log: written.log });
  round = await playedRound(stage);
  ids = await idsOf(round);
});
afterAll(async () => {
  written.stop();
  await stage?.close();
});

const asked =
  (as: Player) =>
  async (query: string, variables: Record<string, unknown> = { id: round.run.id }): Promise<Answer> => {
    const answer = await stage.tell(as, query, query.includes('$') ? variables : {});
    errors.push(...(answer.errors ?? []).map((error) => JSON.stringify(error)));
    return answer;
  };
const readerOf = (name: string) => everyone(round).get(name)!;

/** What nobody has in this selection, and what is read by another way. */
const UNSEEN =
  /^(Mutation|Query|Application|AssessmentLedger\w+|SelectionTask|SelectionRecorded|ExemptingFunction)\.|^(AppointmentDecision\.(declineReasons|departureReasons|languageRole|termsReasons)|AssessmentStanding\.(until|window)|Candidacy\.(functionHeld|sessions)|CandidacyDecision\.declineReasons|CommitteeMember\.(expertise|position|present|replaces)|CommitteeParity\.balanced|CompetenceScore\.remarks|Hearing\.minutes|SelectionProcedure\.earlierDecisions|SessionBooking\.leftAt)$/;

describe('every field of a selection that has been', () => {
  test.each(READERS)('shows nothing but what the matrix lets them have to: %s', async (name) => {
    const reader = readerOf(name);
    const seen = await seenFrom(FROM_PROCEDURE, asked(reader));
    expect(seen.filter((field) => !letsHave(ROWS.get(field)!, reader))).toEqual([]);
    // Who has the token and not the seat sees no candidate, and no member.
    const empty = ['candidacies', 'rankingVersion', 'scoreSheet'];
    const inside = seen.filter((field) => !/^ScoreSheet\.|\.pageInfo$/.test(field));
    if (reader.isUnseated === true) expect(inside).toEqual(empty.map((field) => `SelectionProcedure.${field}`));
  });

  test('shows candidates of their own what the matrix lets them have', async () => {
    const candidate = { column: 'candidate', own: true, scopes: [] };
    for (const { as } of [round.all.Appointed, round.all.Unsuitable, round.all.Nearly, round.all.Absent]) {
      const seen = await seenFrom(FROM_PROGRESS, asked(as));
      expect(seen).toContain('Candidacy.status');
      expect(seen.filter((field) => !letsHave(ROWS.get(field)!, candidate))).toEqual([]);
    }
  });

  test('takes no neighbour away from who sees those and not itself', () => {
    const apart = [...ROWS.keys()].filter(isRuledApart);
    expect(apart.length).toBeGreaterThan(10);
    // The key of an application is of another subgraph, which has a rule of its own for it.
    expect(apart.filter(isNeverNull)).toEqual(['Application.id']);
  });

  test('has something in it for somebody', async () => {
    const seen = [
      await seenFrom(FROM_PROCEDURE, asked(readerOf('the recruiter'))),
      await seenFrom(FROM_PROGRESS, asked(round.all.Appointed.as)),
    ].flat();
    expect([...ROWS.keys()].filter((field) => !seen.includes(field) && !UNSEEN.test(field))).toEqual([]);
  });
});

describe('every act on a selection', () => {
  const acts = [...ROWS.values()].filter(({ type }) => type === 'Mutation');

  test.each(READERS)('is refused, as if there were no such selection, to whoever is not to do it: %s', async (name) => {
    const reader = readerOf(name);
    const others = acts.filter((row) => !reader.own || reader.isUnseated === true || !doesSo(row, reader));
    const names = others.map(({ field }) => field);
    const [there, nowhere] = await Promise.all([ids, NOWHERE].map((given) => tried(asked(reader), names, given)));
    expect(there).toEqual(nowhere);
    const refused = reader.role === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(names.map((act) => [act, there!.get(act)!.code.replace(/^UNKNOWN_\w+$/, 'UNKNOWN')])).toEqual(
      others.map((row) => [row.field, doesSo(row, reader) ? 'UNKNOWN' : refused]),
    );
  });
});

describe('what a candidate needs', () => {
  const query = `query ($id: ID!) { selectionProcedure(id: $id) { candidacies(first: 100) { edges { node {
    application { adjustments { kind request } } } } } } }`;

  test('is seen by who runs the selection, and never by who judges in it', async () => {
    const answers = await Promise.all(
      ['the recruiter', 'the chair', 'the authority'].map((name) => asked(readerOf(name))(query)),
    );
    expect(answers.map((answer) => JSON.stringify(answer).includes(NEED))).toEqual([true, false, false]);
    const codes = answers.map(({ errors: all = [] }) => new Set(all.map(({ extensions }) => extensions['code'])));
    expect(codes).toEqual([new Set(), new Set(['FORBIDDEN']), new Set(['FORBIDDEN'])]);
  });
});

describe('nothing personal', () => {
  test('was written to a log, with what was asked where, or told in an error', () => {
    expect(written.lines.length).toBeGreaterThan(100);
    expect(errors.length).toBeGreaterThan(100);
    expect(personalIn([...written.lines, ...errors])).toEqual([]);
  });

  test('stands in an event, or in anything else of the selection that is not sealed', async () => {
    const tables = await stage.graph.database.query<{ table: string }>(
      `SELECT table_schema || '.' || table_name AS "table" FROM information_schema.tables
       WHERE table_schema = 'selection' OR table_name = 'outbox'`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { table } of tables) {
      const rows = await stage.graph.database.query<{ row: string }>(
        `SELECT to_jsonb(one)::text AS row FROM ${table} one`,
      );
      expect({ table, personal: personalIn(rows.map(({ row }) => row)) }).toEqual({ table, personal: [] });
    }
  });
});
