import { describe, expect, test } from '@jest/globals';
import {
  type EligibilityRule,
  type LocalizedText,
  ours,
  type Passage,
  SILENT_PAY,
  SILENT_STEP,
  type VacancyState,
} from '@mandate-graph/domain';
import { same, vacancy } from '../testing/recorded.ts';
import { vacancyFragments } from './vacancy.fragments.rules.ts';

const said = (text: string): Passage => ({ summary: same(text), fullText: null });

const conditions = (key: string): EligibilityRule => ({
  key,
  operator: 'ALL_OF',
  label: same(`${key}-label`),
  notes: [{ kind: 'SCOPE', label: same(`${key}-note`) }],
  rules: [
    {
      key: 'leaf',
      operator: 'CONDITION',
      label: same(`${key}-leaf-label`),
      notes: [{ kind: 'EQUIVALENCE', label: same(`${key}-leaf-note`) }],
      condition: {
        kind: 'DEGREE',
        parameters: [{ name: 'degree', values: [`${key}-value-1`, `${key}-value-2`], quantity: 'P6Y' }],
        evidence: [],
        evidenceExclusive: false,
        contentKnown: true,
      },
    },
  ],
});
const NODES = ['label', 'note', 'leaf-label', 'leaf-note', 'value-1', 'value-2'];

/** What a notice may say, and the words that must then find the vacancy. */
const SAID: readonly [Partial<VacancyState>, readonly string[]][] = [
  [{ selectionCode: 'code' }, ['code']],
  [{ rank: 'rank', functionLevel: 'level', recruitmentType: 'type' }, ['rank', 'level', 'type']],
  [{ pay: { ...SILENT_PAY, payScale: 'scale', payee: same('payee') } }, ['scale', 'payee']],
  [
    { workplace: { name: 'tower', street: 'street', postcode: '1000', city: 'city' } },
    ['tower', 'street', '1000', 'city'],
  ],
  [
    { contactPoints: [{ label: same('contact'), email: 'a@b.example', purpose: same('purpose') }] },
    ['contact', 'a@b.example', 'purpose'],
  ],
  [{ links: [{ label: same('link'), url: 'https://nowhere.example' }] }, ['link']],
  [{ participationConditions: conditions('apply') }, NODES.map((node) => `apply-${node}`)],
  [{ appointmentConditions: conditions('appoint') }, NODES.map((node) => `appoint-${node}`)],
  [
    {
      announcedSteps: [
        {
          ...SILENT_STEP,
          key: 'one',
          position: 1,
          kind: 'INTERVIEW',
          name: same('step'),
          description: said('description'),
          evaluates: [same('evaluates')],
          inputs: [same('input')],
          outcomes: [same('outcome')],
          rules: [
            {
              kind: 'EXEMPT_HOLDER',
              label: same('rule'),
              duration: null,
              startsFrom: null,
              levels: 'SAME_OR_LOWER',
            },
          ],
        },
      ],
    },
    ['step', 'description', 'evaluates', 'input', 'outcome', 'rule'],
  ],
  [
    {
      documentRules: {
        formats: ['PDF', 'TIF'],
        maxBytes: null,
        maxSize: '3 MB',
        kinds: [same('kind')],
        fallback: said('fallback'),
        unresolved: [said('unresolved')],
      },
    },
    ['PDF', 'TIF', '3 MB', 'kind', 'fallback', 'unresolved'],
  ],
  [
    {
      applicationProcedure: {
        channels: [same('channel')],
        excludedChannels: [same('excluded')],
        actions: [{ position: 1, label: same('action'), leadsTo: null }],
        specificSectionsLanguage: null,
        cvCountsAsExperience: null,
        currentJobEndsOn: null,
        editableUntilDeadline: null,
        revalidationAfterEdit: null,
        independent: null,
        snapshotAt: null,
      },
    },
    ['channel', 'excluded', 'action'],
  ],
  [
    {
      testRegistration: {
        onlyWithinRegistrationPeriod: true,
        choiceOfDate: false,
        invitationChannels: [same('invitation')],
        cancelAtLatest: 'PT1H',
        cancelAsked: 'P1D',
        rebookingAllowed: false,
        reportProblemsWorkingDays: 1,
        absenceExcludes: true,
      },
    },
    ['invitation'],
  ],
  [
    {
      rights: [
        {
          key: 'right',
          kind: 'FEEDBACK',
          label: same('right'),
          form: null,
          duration: null,
          startsFrom: null,
          legalBasis: { title: same('law'), date: null },
        },
      ],
    },
    ['right', 'law'],
  ],
  [{ equalOpportunities: [said('equal')], remarks: [said('remark')] }, ['equal', 'remark']],
];

const institution: LocalizedText = same('Institution');
const bodiesIn = (language: string, over: Partial<VacancyState>): string[] =>
  vacancyFragments(vacancy(over), institution)
    .filter((fragment) => fragment.language === language)
    .map(({ body }) => body);

describe('a vacancy is found, in each language, by', () => {
  test.each(SAID.map(([over, words]) => ({ over, words, fields: Object.keys(over).join(', ') })))(
    'its $fields',
    ({ over, words }) => {
      for (const language of ['nl', 'fr', 'en']) {
        expect(bodiesIn(language, over)).toEqual(expect.arrayContaining([...words]));
      }
    },
  );
});

test('a text is found in the language it is in', () => {
  const over = { pay: { ...SILENT_PAY, payee: ours('mandataris', 'mandataire', 'holder') } };
  expect(bodiesIn('fr', over)).toContain('mandataire');
  expect(bodiesIn('fr', over)).not.toContain('mandataris');
});

test('what only the practical parts say weighs least', () => {
  const fragments = vacancyFragments(vacancy({ pay: { ...SILENT_PAY, payScale: 'A500' } }), institution);
  expect(fragments.find(({ body }) => body === 'A500')?.weight).toBe('D');
});
