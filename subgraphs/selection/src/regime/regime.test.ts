import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const REGIME = `regime { code validFrom validTo validityBasis name { en }
  rules { name value basis source { nl fr en } from step } }`;
const regimesOf = async (procedures: readonly string[]) => {
  const { data, errors, statements } = await selection.ask(
    PUBLIC_ACTOR,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SelectionProcedure { legalRegime ${REGIME} } } }`,
    { of: procedures.map((id) => ({ __typename: 'SelectionProcedure', id })) },
  );
  expect(errors).toBeUndefined();
  return { regimes: data._entities, statements };
};

describe('the legal regime of a procedure', () => {
  test('is for everyone to see, with what each rule rests on', async () => {
    const { procedure } = await startedProcedure(selection, 'vrb:vacancy:regime', federalVacancy(), 1);
    const { regimes } = await regimesOf([procedure]);
    const { rules, ...regime } = regimes[0].regime;
    expect(regimes[0].legalRegime).toBe('OISZ_MANAGEMENT');
    expect(regime).toMatchObject({
      ...{ code: 'OISZ_MANAGEMENT', validFrom: '2014-05-19', validTo: null, validityBasis: 'UNVERIFIED' },
      name: { en: 'Management functions in public institutions of social security' },
    });
    const rule = (name: string) => rules.find((one: { name: string }) => one.name === name);
    expect(rule('waiting')).toMatchObject({ basis: 'STATED', from: 'NOTICE', step: 'assessment' });
    expect(JSON.parse(rule('waiting').value)).toMatchObject({ duration: 'P6M', levels: 'SAME_OR_HIGHER' });
    expect(rule('exemptionJudgedOn')).toMatchObject({
      ...{ value: 'OPENING_OF_STEP', basis: 'CHOICE', from: 'REGIME', step: null },
      source: { en: expect.stringContaining('whoever is exempt on the day the assessment begins') },
    });
  });

  test('is null until the procedure starts, and stays as it was on that day', async () => {
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy('vrb:vacancy:not-started', federalVacancy());
    expect((await regimesOf([procedure])).regimes).toEqual([{ legalRegime: null, regime: null }]);
    const started = await startedProcedure(selection, 'vrb:vacancy:amended', federalVacancy(), 1);
    const before = await regimesOf([started.procedure]);
    await selection.vacancy('vrb:vacancy:amended', brusselsVacancy());
    selection.at('2035-01-01T10:00');
    expect(await regimesOf([started.procedure])).toEqual(before);
  });

  test('of many procedures takes two statements, as of one', async () => {
    const procedures: string[] = [];
    for (let made = 0; made < 8; made++) {
      const vacancy = `${made % 2 === 0 ? 'vrb' : 'gew'}:vacancy:${randomUUID()}`;
      procedures.push((await startedProcedure(selection, vacancy, federalVacancy(), 0)).procedure);
    }
    const many = await regimesOf(procedures);
    expect(many.statements).toBe(2);
    expect((await regimesOf(procedures.slice(0, 1))).statements).toBe(2);
    expect(new Set(many.regimes.map(({ regime }: { regime: { code: string } }) => regime.code))).toEqual(
      new Set(['OISZ_MANAGEMENT', 'BRUSSELS_STATUTE']),
    );
  });
});
