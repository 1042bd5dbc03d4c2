import { describe, expect, test } from '@jest/globals';
import { ours, SILENT_PAY, SILENT_STEP, SILENT_VACANCY } from '@mandate-graph/domain';
import type { EligibilityRuleInput } from './eligibility.input.ts';
import type { VacancyContentInput } from './vacancy.content.input.ts';
import { CONTENT_FIELDS, changesOf, contentOf, inputProblems, notNullable } from './vacancy.input.rules.ts';

const words = { nl: 'naam' };
const text = { nl: 'naam', fr: null, en: null, original: null };
const least: VacancyContentInput = {
  noticeType: 'MANDATE_VACANCY',
  title: words,
  function: 'OTHER',
  unitsConcerned: ['vrb:unit:a'],
  position: 'vrb:position:head',
  applicationDeadline: { date: '2025-10-06' },
  mission: { summary: words },
};

describe('the content of an input', () => {
  test('that says the least is silent on everything else', () =>
    expect(contentOf(least)).toEqual({
      ...SILENT_VACANCY,
      noticeType: 'MANDATE_VACANCY',
      title: text,
      function: 'OTHER',
      unitsConcerned: ['vrb:unit:a'],
      position: 'vrb:position:head',
      applicationDeadline: { date: '2025-10-06', timeOfDay: null },
      mission: { summary: text, fullText: null },
    }));

  test('has every field of the domain, and no other', () =>
    expect(Object.keys(contentOf(least)).toSorted()).toEqual([...CONTENT_FIELDS].toSorted()));

  test('takes null for what is left out', () =>
    expect(contentOf({ ...least, rank: null, aims: null, pay: null })).toEqual(contentOf(least)));

  test('fills what its parts leave out, and numbers steps by their place', () => {
    const { announcedSteps, pay, competences } = contentOf({
      ...least,
      announcedSteps: ['a', 'b'].map((key) => ({
        key,
        kind: 'INTERVIEW',
        name: words,
        description: { summary: words },
      })),
      pay: { grossAnnualSalary: { amount: '100000.00', currency: 'EUR' } },
      competences: [{ key: 'it', kind: 'TECHNICAL', label: words }],
    });
    expect(announcedSteps[1]).toEqual({
      ...SILENT_STEP,
      key: 'b',
      position: 2,
      kind: 'INTERVIEW',
      name: text,
      description: { summary: text, fullText: null },
    });
    expect(pay).toEqual({ ...SILENT_PAY, grossAnnualSalary: { amount: '100000.00', currency: 'EUR' } });
    expect(competences[0]).toMatchObject({ scope: null, group: null, statements: [], assessedIn: [] });
  });
});

describe('the changes of an input', () => {
  test('are what it holds; null clears what a notice may be silent on', () =>
    expect(changesOf({ title: words, rank: null, diploma: null, vacantPositions: 0 })).toEqual({
      title: text,
      rank: null,
      diploma: null,
      vacantPositions: 0,
    }));

  test('of none are none', () => expect(changesOf({})).toEqual({}));

  test('cannot clear what must have a value, lists included', () => {
    const nothing = { title: null, aims: null, pay: null, position: null, rank: null };
    expect(changesOf(nothing)).toEqual({ rank: null });
    expect(notNullable('changes', nothing).map(({ path, code }) => [path, code])).toEqual([
      ['changes.title', 'NOT_NULLABLE'],
      ['changes.position', 'NOT_NULLABLE'],
      ['changes.aims', 'NOT_NULLABLE'],
      ['changes.pay', 'NOT_NULLABLE'],
    ]);
  });
});

describe('a tree of conditions', () => {
  const condition = { kind: 'DEGREE', evidenceExclusive: false, contentKnown: true } as const;
  const leaf = (own: Partial<EligibilityRuleInput> = {}): EligibilityRuleInput => ({
    key: 'degree',
    operator: 'CONDITION',
    label: words,
    condition,
    ...own,
  });
  const group = (...rules: EligibilityRuleInput[]): EligibilityRuleInput => ({
    key: 'all',
    operator: 'ALL_OF',
    label: words,
    rules,
  });
  const problemsOf = (participationConditions: EligibilityRuleInput) =>
    inputProblems('content', { ...least, participationConditions }).map(({ path, code }) => [path, code]);

  test('is taken over as it is given', () => {
    expect(problemsOf(group(leaf()))).toEqual([]);
    expect(contentOf({ ...least, participationConditions: group(leaf()) }).participationConditions).toEqual({
      key: 'all',
      operator: 'ALL_OF',
      label: text,
      notes: [],
      rules: [
        {
          key: 'degree',
          operator: 'CONDITION',
          label: text,
          notes: [],
          condition: { ...condition, parameters: [], evidence: [] },
        },
      ],
    });
  });

  test('says in each node what its operator needs, and nothing else', () =>
    expect(problemsOf({ ...group(leaf({ condition: null }), leaf({ rules: [leaf()] })), condition })).toEqual([
      ['content.participationConditions.condition', 'CONFLICT'],
      ['content.participationConditions.rules[0].condition', 'REQUIRED'],
      ['content.participationConditions.rules[1].rules', 'CONFLICT'],
    ]));
});

test('a text of the graph’s own makes the same input and state', () =>
  expect(contentOf({ ...least, title: ours('a', 'b', 'c') }).title).toEqual(ours('a', 'b', 'c')));
