import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { memberOf, sit, stand } from '../selection/testing/standing.rows.ts';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { Adjusting, RECRUITER, REQUEST, VACANCY } from './testing/adjusting.ts';

let adjusting: Adjusting;
beforeAll(async () => {
  adjusting = await Adjusting.open();
});
afterAll(() => adjusting?.reading.close());

describe('who sees adjustments', () => {
  test('their candidate, without a trace', async () => {
    const { actor, application, save } = await adjusting.applicant();
    await save();
    expect((await adjusting.read(actor, application)).adjustments[0]).toHaveLength(1);
    expect(await adjusting.logged(application)).toEqual([]);
  });

  test('the recruiter of the institution, each reading noted, whether or not there are any', async () => {
    const [one, other] = [await adjusting.applicant(), await adjusting.applicant()];
    await one.save();
    const { adjustments, codes } = await adjusting.read(RECRUITER, one.application, other.application);
    expect(adjustments).toEqual([[expect.objectContaining({ kind: 'DISABILITY', request: REQUEST })], []]);
    expect(codes).toBeUndefined();
    const note = { actor: 'recruiter-1', role: 'recruiter', of: true };
    expect([await adjusting.logged(one.application), await adjusting.logged(other.application)]).toEqual([
      [note],
      [note],
    ]);
  });

  test('in as many statements for 20 applications as for one', async () => {
    const applications = await Promise.all(Array.from({ length: 20 }, () => adjusting.applicant()));
    for (const { save } of applications) await save();
    const costs = [
      await adjusting.read(RECRUITER, applications[0]!.application),
      await adjusting.read(RECRUITER, ...applications.map(({ application }) => application)),
    ];
    expect(costs[1]!.adjustments.map((all: unknown[]) => all.length)).toEqual(applications.map(() => 1));
    expect(costs[1]!.statements).toBe(costs[0]!.statements);
  });

  test('nobody of the institution once the application has ended', async () => {
    const { actor, application, save } = await adjusting.applicant();
    await save();
    await adjusting.write(actor, 'withdrawApplication', { application, version: 2 });
    expect((await adjusting.read(RECRUITER, application)).adjustments).toEqual([[]]);
    expect(await adjusting.logged(application)).toEqual([]);
    expect((await adjusting.read(actor, application)).adjustments[0]).toHaveLength(1);
  });

  test('a recruiter who applies sees their own as a candidate', async () => {
    const { actor, application, save } = await adjusting.applicant('DRAFT');
    await save();
    const both: Actor = { ...actor, grants: [...RECRUITER.grants, ...actor.grants] };
    expect((await adjusting.read(both, application)).adjustments[0]).toHaveLength(1);
    expect(await adjusting.logged(application)).toEqual([]);
  });

  const NOBODIES: readonly (readonly [string, Actor])[] = [
    ['the public', PUBLIC_ACTOR],
    ['another candidate', candidateOf('another')],
    ['a recruiter of another institution', holder('recruiter', 'recruiter-2', 'other')],
    ['the authority', holder('authority', 'authority-1', 'vrb')],
    ['an analyst', holder('analyst', 'analyst-1')],
    ['the privacy officer', holder('privacy-officer', 'officer-1')],
    [
      'a committee member',
      {
        ...{ kind: 'person', subject: 'member-1' },
        grants: [{ role: 'committee-member', institution: null, procedure: 'vrb:procedure:a', scopes: [] }],
      },
    ],
    [
      'an integration of the institution',
      {
        ...{ kind: 'machine', subject: 'machine-1' },
        grants: [
          { role: 'integration', institution: 'vrb', procedure: null, scopes: ['vacancies:write', 'history:read'] },
        ],
      },
    ],
  ];
  let shown: Awaited<ReturnType<Adjusting['applicant']>>;
  beforeAll(async () => {
    shown = await adjusting.applicant();
    await shown.save();
  });
  test.each(NOBODIES)('not %s, whatever way they come', async (_who, actor) => {
    const { application } = shown;
    expect((await adjusting.read(actor, application)).adjustments?.[0] ?? null).toBeNull();
    const { data } = await adjusting.reading.ask(
      actor,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { applications(first: 100) {
        edges { node { adjustments { request } } } } } } }`,
      { of: [{ __typename: 'Vacancy', id: VACANCY }] },
    );
    expect(JSON.stringify(data)).not.toContain('zebra');
    expect(await adjusting.logged(application)).toEqual([]);
  });

  test('not those who judge the application, though they see it', async () => {
    const { application, save } = await adjusting.applicant('DEFINITIVE');
    await save();
    await stand(adjusting.reading.database, 'SUITABLE', [application], true);
    await sit(adjusting.reading.database, VACANCY);
    for (const actor of [memberOf(VACANCY), holder('authority', 'authority-1', 'vrb')]) {
      const { found, adjustments, codes } = await adjusting.read(actor, application);
      expect(found).toEqual([application]);
      expect(adjustments).toEqual([null]);
      expect(codes).toEqual(['FORBIDDEN']);
    }
    expect(await adjusting.logged(application)).toEqual([]);
  });

  test('nobody else asks for them or takes them back', async () => {
    const { application, save } = await adjusting.applicant();
    const { id } = await save();
    for (const [who, actor] of [...NOBODIES, ['the recruiter', RECRUITER] as const]) {
      const input = { idempotencyKey: 'mine', application, id, version: 1 };
      const { data, errors } = await adjusting.reading.ask(
        actor,
        'mutation ($input: RemoveAdjustmentInput!) { removeAdjustment(input: $input) { __typename } }',
        { input },
      );
      const refused = who === 'another candidate' ? { __typename: 'Refused' } : null;
      expect([who, data.removeAdjustment]).toEqual([who, refused]);
      expect([who, errors?.length ?? 0]).toEqual([who, refused === null ? 1 : 0]);
    }
  });
});
