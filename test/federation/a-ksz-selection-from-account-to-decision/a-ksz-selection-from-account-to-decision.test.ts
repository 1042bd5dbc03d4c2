import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditTrails, type TrailReport } from '@mandate-graph/selection';
import {
  AUTHORITY,
  CANDIDATES,
  KSZ_POSITION,
  KSZ_VACANCY,
  PUBLIC,
  RECRUITER,
} from '../../../scripts/src/demo/play.ksz.cast.ts';
import { playKsz } from '../../../scripts/src/demo/play.ksz.ts';
import type { Candidate } from '../../../scripts/src/demo/round.ts';
import type { Data, Player } from '../../../scripts/src/demo/stage.ts';
import { settled } from '../../support/settled.ts';
import { expectChapter, type StagedGraph, startStage } from '../../support/stage.ts';
import { missingFrom, TOLD } from './told.ts';

const { robin, noor, sam, kim, alex, charlie, lou, dominique, mika } = CANDIDATES;

let staged: StagedGraph;
beforeAll(async () => {
  staged = await startStage();
  await playKsz(staged.stage);
  await settled(staged.graph);
});
afterAll(() => staged?.graph.close());

const procedureFor = async (as: Player, fields: string): Promise<Data> =>
  (
    await staged.stage.ask(as, `query ($id: ID!) { vacancy(id: $id) { selectionProcedure { ${fields} } } }`, {
      id: KSZ_VACANCY,
    })
  ).vacancy.selectionProcedure;
const progressOf = async (candidate: Candidate, fields: string): Promise<Data> =>
  (await staged.stage.ask(candidate, `{ me { applications { status progress { ${fields} } } } }`)).me.applications[0];

test('the play is told in docs/procedures.md', () => expectChapter('A KSZ selection', staged.lines));

describe('the play tells that', () => {
  test.each(TOLD)('%s', (_what, lines) => {
    expect(missingFrom(staged.lines, lines)).toEqual([]);
  });

  test('each act has an instant and somebody who did it, and nobody is a number', () => {
    const acts = staged.lines.filter((line) => line.startsWith('- '));
    expect(acts.length).toBeGreaterThan(100);
    for (const line of acts) expect(line).toMatch(/^- \d{1,2} \w+ 202[56], \d\d:\d\d · [^:]+: \S/);
    expect(staged.lines.filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(line))).toEqual([]);
  });
});

describe('in the end', () => {
  test('the procedure is completed, each of its steps held, and everybody knows how it ended', async () => {
    expect(await procedureFor(PUBLIC, 'status ending finalFrom legalRegime steps { kind status }')).toEqual({
      ...{
        status: 'COMPLETED',
        ending: 'APPOINTED',
        finalFrom: '2026-05-31T22:00:00Z',
        legalRegime: 'OISZ_MANAGEMENT',
      },
      steps: ['ELIGIBILITY_SCREENING', 'COMPUTER_ASSESSMENT', 'ORAL_TEST', 'RESULT', 'ADDITIONAL_INTERVIEW'].map(
        (kind) => ({ kind, status: 'CONCLUDED' }),
      ),
    });
  });

  test.each<readonly [string, Candidate, string, readonly string[]]>([
    [robin.name, robin, 'APPOINTED', ['PASSED', 'PASSED', 'HELD', 'SUITABLE', 'HELD']],
    [noor.name, noor, 'NOT_APPOINTED', ['PASSED', 'PASSED', 'HELD', 'SUITABLE', 'HELD']],
    [sam.name, sam, 'NOT_APPOINTED', ['PASSED CONDITIONAL', 'EXEMPT EXEMPT_HOLDER', 'HELD', 'SUITABLE', 'HELD']],
    [lou.name, lou, 'UNSUITABLE', ['PASSED', 'PASSED', 'HELD', 'UNSUITABLE']],
    [alex.name, alex, 'EXCLUDED', ['PASSED', 'FAILED']],
    [charlie.name, charlie, 'EXCLUDED', ['PASSED', 'NOT_REGISTERED NOT_REGISTERED']],
    [dominique.name, dominique, 'EXCLUDED', ['PASSED', 'ABSENT ABSENT']],
    [kim.name, kim, 'EXCLUDED', ['FAILED']],
  ])('%s reads where the steps have led', async (_name, candidate, status, outcomes) => {
    const { progress } = await progressOf(candidate, 'status final outcomes { result rule }');
    expect(progress.status).toBe(status);
    expect(progress.final).toBe(true);
    const read = progress.outcomes.map(({ result, rule }: Data) => (rule === null ? result : `${result} ${rule}`));
    expect(read).toEqual(outcomes);
  });

  test('whoever did not validate in time has no part in it', async () => {
    expect(await progressOf(mika, 'status')).toEqual({ status: 'LAPSED', progress: null });
  });

  test.each([
    ['2026-02-28', 'UNKNOWN'],
    ['2026-03-01', 'HELD'],
    ['2032-02-29', 'HELD'],
    ['2032-03-01', 'UNKNOWN'],
  ])('the post is on %s %s: the organisation follows, for as long as the mandate lasts', async (day, status) => {
    const query =
      'query ($id: ID!, $day: LocalDate) { position(id: $id, asOf: $day) { holder { status languageRole } } }';
    const { position } = await staged.stage.ask(PUBLIC, query, { id: KSZ_POSITION, day });
    expect(position.holder).toEqual({ status, languageRole: status === 'HELD' ? 'NL' : null });
  });
});

describe('what is known', () => {
  const OPEN = `status counts { candidates admitted suitable steps { passed } } result { suitable unsuitable ranked }
    appointee { name mandate { startsOn endsOn } } steps { name { en } }`;
  test('to the public is the appointee, and nothing of anybody else', async () => {
    const seen = await procedureFor(PUBLIC, OPEN);
    expect(seen.appointee).toEqual({ name: robin.name, mandate: { startsOn: '2026-03-01', endsOn: '2032-02-29' } });
    expect(seen.counts).toMatchObject({ candidates: 8, admitted: null, suitable: null });
    expect(seen.result).toEqual({ suitable: null, unsuitable: null, ranked: null });
    for (const { givenNames } of [noor, sam, kim, alex, charlie, lou, dominique, mika]) {
      expect(JSON.stringify(seen)).not.toContain(givenNames);
    }
  });

  test('to the authority are those who came before it, and to the institution all', async () => {
    const listed = async (as: Player) => {
      const { candidacies } = await procedureFor(as, 'candidacies(first: 20) { edges { node { status } } }');
      return candidacies.edges.map(({ node }: Data) => node.status).toSorted();
    };
    expect(await listed(AUTHORITY)).toEqual(['APPOINTED', 'NOT_APPOINTED', 'NOT_APPOINTED']);
    expect(await listed(RECRUITER)).toHaveLength(8);
  });
});

describe('the trail of all of it', () => {
  const audited = async (): Promise<TrailReport[]> => {
    const reports: TrailReport[] = [];
    await auditTrails(staged.graph.database.url, { tell: (report) => void reports.push(report) });
    return reports;
  };
  const query = (sql: string) => staged.graph.database.query(sql);

  test('is whole, also once a candidate who failed has been erased', async () => {
    const before = await audited();
    expect(before).toMatchObject([{ name: KSZ_VACANCY, verdict: { whole: true } }]);
    const erase = 'mutation ($input: EraseMeInput!) { eraseMe(input: $input) { __typename } }';
    const { eraseMe } = await staged.stage.ask(lou, erase, { input: { idempotencyKey: 'erase-lou' } });
    expect(eraseMe).toEqual({ __typename: 'Erased' });
    expect(await audited()).toEqual(before);
  });

  const MOVE = 'UPDATE selection.trail_entry SET seq = ';
  const COPIED = 'at, act, actor, about, about_id, before, after, reason, person, sealed, nonce, previous, hash';
  test.each<readonly [string, number, readonly string[]]>([
    ['CHANGED', 50, ["UPDATE selection.trail_entry SET actor = 'somebody' WHERE seq = 50"]],
    ['DELETED', 50, ['DELETE FROM selection.trail_entry WHERE seq = 50']],
    [
      'INSERTED',
      51,
      [
        `${MOVE} seq + 10001 WHERE seq > 50`,
        `${MOVE} seq - 10000 WHERE seq > 10000`,
        `INSERT INTO selection.trail_entry (procedure_id, seq, ${COPIED})
         SELECT procedure_id, 51, ${COPIED} FROM selection.trail_entry WHERE seq = 50`,
      ],
    ],
    ['SWAPPED', 50, [`${MOVE} 10000 WHERE seq = 50`, `${MOVE} 50 WHERE seq = 51`, `${MOVE} 51 WHERE seq = 10000`]],
  ])('shows an entry that was %s by whoever owns the database', async (tampering, place, statements) => {
    await query('CREATE TABLE kept AS SELECT * FROM selection.trail_entry');
    await query('ALTER TABLE selection.trail_entry DISABLE TRIGGER ALL');
    for (const statement of statements) await query(statement);
    expect(await audited()).toMatchObject([{ verdict: { whole: false, tampering, place } }]);
    await query('DELETE FROM selection.trail_entry');
    await query('INSERT INTO selection.trail_entry SELECT * FROM kept');
    await query('ALTER TABLE selection.trail_entry ENABLE TRIGGER ALL');
    await query('DROP TABLE kept');
    expect(await audited()).toMatchObject([{ verdict: { whole: true } }]);
  });
});
