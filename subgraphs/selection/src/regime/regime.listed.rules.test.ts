import { describe, expect, test } from '@jest/globals';
import { rulesFor } from './regime.effective.rules.ts';
import { listedEffective } from './regime.listed.rules.ts';
import { listedRules } from './regime.rules.ts';
import { BRUSSELS, FEDERAL, FEDERAL_NOTICE, regime, SILENT_NOTICE } from './testing/notices.ts';

const COMPOSED = ['passMark', 'mandate', 'interimMandate', 'otherMandate'];

describe('the rules by which a procedure runs', () => {
  test('are those of its regime, each of them once, and what only a notice can say', () => {
    const names = listedEffective(FEDERAL).map(({ name }) => name);
    const ofRegime = listedRules(regime('OISZ_MANAGEMENT')).map(({ name }) => name as string);
    const plain = ofRegime.filter((name) => !COMPOSED.includes(name));
    expect([...names].sort()).toEqual([...plain, 'decidingBody', 'passMark', 'mandateDuration', 'mandateEnd'].sort());
  });

  test('say of each what it rests on and where it stands, so that law, notice and choice are told apart', () => {
    const rules = new Map(listedEffective(FEDERAL).map(({ name, source: _, ...rule }) => [name, rule]));
    expect(rules.get('exemption')).toEqual({
      value: '{"duration":"P2Y","startsFrom":"DAY_OF_PASSING","levels":"SAME_OR_LOWER","lastDay":"INCLUDED"}',
      ...{ basis: 'STATED', from: 'NOTICE', step: 'assessment' },
    });
    expect(rules.get('passMark')).toMatchObject({ value: '{"atLeast":"60","outOf":"100"}', step: 'assessment' });
    expect(rules.get('assessmentLevels')).toEqual({
      ...{ value: '[[1,2,3],[4,5],[6,7]]', basis: 'FOUND', from: 'REGIME', step: null },
    });
    expect(rules.get('quorum')).toEqual({ value: 'MORE_THAN_HALF', basis: 'CHOICE', from: 'REGIME', step: null });
    expect(rules.get('tiesAllowed')).toMatchObject({ value: 'false', basis: 'CHOICE' });
    expect(rules.get('cancelAtLatest')).toMatchObject({ value: 'PT1H', from: 'NOTICE', step: null });
    expect(rules.get('complaint')).toMatchObject({ value: null, basis: 'CHOICE', from: 'REGIME' });
    expect(rules.get('mandateDuration')).toMatchObject({ value: 'P6Y', basis: 'FOUND', from: 'REGIME' });
  });

  test('list no mark where none is printed, and no mandate where the notice does not say that it is one', () => {
    const silent = listedEffective(rulesFor(regime('OISZ_MANAGEMENT'), SILENT_NOTICE)).map(({ name }) => name);
    expect(silent.filter((name) => name === 'passMark' || name.startsWith('mandate'))).toEqual([]);
    expect(listedEffective(BRUSSELS).find(({ name }) => name === 'mandateDuration')).toMatchObject({ value: null });
    const marks = FEDERAL_NOTICE.announcedSteps.map((step) => ({ ...step, passMark: { atLeast: '1', outOf: '2' } }));
    const rules = listedEffective(rulesFor(regime('OISZ_MANAGEMENT'), { ...FEDERAL_NOTICE, announcedSteps: marks }));
    expect(rules.filter(({ name }) => name === 'passMark').map(({ step }) => step)).toEqual(
      marks.map(({ key }) => key),
    );
  });
});
