import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { putOutcomes } from '../candidacy/outcome.store.ts';
import { candidateOf } from '../person/person.keys.ts';
import { rankPlace } from '../ranking/ranking.places.ts';
import type { SelectionServices } from '../selection.services.ts';
import { authority, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { scorePlace } from './scoring.store.ts';
import { competence, type JudgingCase, judgingCase, REASONS, seen } from './testing/judging.ts';

const vacancy = brusselsVacancy({ competences: [competence('a', 'interview'), competence('b', 'interview')] });
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** So many candidates, each scored by everybody, found suitable and ranked, written as the acts would have. */
async function crowded(local: string, count: number) {
  const judging = await judgingCase(selection, `gew:vacancy:${local}`, vacancy, { candidates: 1, members: 8 });
  const candidacies = Array.from({ length: count }, () => ({ id: randomUUID(), candidate: randomUUID() }));
  await selection.inProcedure(judging.procedure, async (work) => {
    const { manager, keys, procedure, now } = work;
    const result = judging.steps.get('result')!;
    const persons = candidacies.map(({ candidate }) => candidateOf(candidate));
    await keys.make(persons);
    const at = now.toString();
    await manager.query(
      `INSERT INTO candidacy (id, procedure_id, candidate_id, status, step_id, submitted_at, version, recorded_at,
         recorded_by)
       SELECT id, $1, candidate, 'SUITABLE', $2, $3, 1, $3, 'test'
       FROM unnest($4::uuid[], $5::uuid[]) AS new(id, candidate)`,
      [
        ...[procedure.id, result, at],
        ...[candidacies.map(({ id }) => id), candidacies.map(({ candidate }) => candidate)],
      ],
    );
    await putOutcomes(
      work,
      (await new CandidacyRepository(manager).ofProcedure(procedure.id)).map((candidacy) => ({
        ...{ candidacy, by: 'test', outcome: { stepId: result, result: 'SUITABLE', reasons: REASONS } },
      })),
    );
    const scores = candidacies.flatMap((one) =>
      judging.members.map((member) => ({ ...one, member, score: randomUUID() })),
    );
    const content = {
      scores: ['a', 'b'].map((key) => ({ competence: key, score: '11', remarks: null })),
      remarks: null,
    };
    await manager.query(
      `INSERT INTO committee_score (id, candidacy_id, member_id, data, version, recorded_at, recorded_by)
       SELECT id, candidacy, member, data, 1, $1, 'test'
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[]) AS new(id, candidacy, member, data)`,
      [
        ...[at, scores.map(({ score }) => score), scores.map(({ id }) => id), scores.map(({ member }) => member)],
        scores.map(({ score, candidate }) => keys.of(candidateOf(candidate))!.seal(scorePlace(score), content)),
      ],
    );
    await manager.query(`INSERT INTO ranking (id, version, recorded_at, recorded_by) VALUES ($1, 1, $2, 'test')`, [
      ...[procedure.id, at],
    ]);
    await manager.query(
      `INSERT INTO ranking_place (id, procedure_id, place, data, version, recorded_at, recorded_by)
       SELECT id, $1, place, data, 1, $2, 'test' FROM unnest($3::uuid[], $4::bytea[]) WITH ORDINALITY AS new(id, data, place)`,
      [
        ...[procedure.id, at, candidacies.map(({ id }) => id)],
        candidacies.map(({ id, candidate }) =>
          keys.of(candidateOf(candidate))!.seal(rankPlace(id), { reasons: REASONS }),
        ),
      ],
    );
  });
  return { ...judging, applications: candidacies.map(({ id }) => id) };
}

/** Everything that is shown of the judging of a candidate, asked for at once, as the fields of a query are. */
async function everything(services: SelectionServices, candidacy: CandidacyView) {
  const [scores, average, scoresIn, conclusion, ranked] = await Promise.all([
    services.scores.scoresOf(candidacy),
    services.scores.averageOf(candidacy),
    services.scores.scoresInOf(candidacy),
    services.conclusions.of(candidacy),
    services.rankings.of(candidacy),
  ]);
  return { scores: scores?.length, average, in: scoresIn?.length, group: conclusion?.group, place: ranked?.place };
}

describe('what is shown of the judging of candidates', () => {
  let few: JudgingCase;
  let many: JudgingCase;
  beforeAll(async () => {
    [few, many] = [await crowded('few', 2), await crowded('many', 500)];
  });

  test.each<[string, (judging: JudgingCase) => Actor]>([
    ['a member', ({ actors }) => actors[3]!],
    ['the institution', () => recruiter('gew')],
  ])('costs as many statements for 500 candidates and 8 members as for 2: to %s', async (_whom, actorOf) => {
    const one = await seen(selection, actorOf(few), few.applications, everything);
    const other = await seen(selection, actorOf(many), many.applications, everything);
    expect(other.answers).toHaveLength(500);
    expect(other.answers[499]).toEqual({ scores: 8, average: '11.00', in: 8, group: 'SUITABLE', place: 500 });
    expect(other.statements).toBe(one.statements);
    expect(one.statements).toBe(13);
  });

  test('is nothing to the authority before the result is submitted', async () => {
    const { answers, statements } = await seen(selection, authority('gew'), many.applications, everything);
    expect(answers).toEqual(Array(500).fill(undefined));
    expect(statements).toBe(0);
  });
});
