import { describe, expect, test } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import fc from 'fast-check';
import { evaluate, type NodeEvaluation, whatLacks } from './evaluation.rules.ts';
import { COPY_KINDS, type Evidence } from './evidence.rules.ts';
import { decree, diploma, managerial, staffRecord, useful } from './testing/files.ts';
import { AT, DEGREE, group, INTERNAL, LEVEL_A, MANAGEMENT, OPEN, USEFUL } from './testing/trees.ts';
import { outcomeOf, RESERVATIONS } from './value.rules.ts';

const ORDER = ['NOT_ELIGIBLE', 'UNDETERMINED', 'CONDITIONAL', 'ELIGIBLE'];
const NAMES = ['Groep', 'Groupe', 'Group'] as const;
const judge = (rule: EligibilityRule, evidence: Evidence) =>
  evaluate('participationConditions', rule, {}, evidence, AT);
const nodes = (node: NodeEvaluation): NodeEvaluation[] => [node, ...node.children.flatMap(nodes)];

const year = fc.integer({ min: 2000, max: 2027 }).map(String);
const day = year.chain((y) => fc.constantFrom('01-01', '02-28', '06-30', '10-22').map((rest) => `${y}-${rest}`));
const until = fc.option(day, { nil: null });
const document = fc.constantFrom('document', null);

const evidence: fc.Arbitrary<Evidence> = fc.record({
  diplomas: fc.array(
    fc
      .record({
        cycle: fc.constantFrom(1, 2, 3, null),
        education: fc.constantFrom('UNIVERSITY', 'VOCATIONAL', null),
        equatedWith: fc.constantFrom(null, { cycle: 2, education: 'UNIVERSITY' }),
        country: fc.constantFrom('BE', 'FR'),
        language: fc.constantFrom('nl', 'fr'),
        awardedOn: day,
        document,
      })
      .map(diploma),
    { maxLength: 3 },
  ),
  appointmentDecrees: fc.array(
    fc.record({ level: fc.constantFrom('A', 'B', null), from: day, until, document }).map(decree),
    { maxLength: 2 },
  ),
  functionsHeld: fc.array(fc.record({ from: day, until }).map(decree), { maxLength: 2 }),
  experience: fc.array(
    fc
      .tuple(
        fc.constantFrom(managerial, useful),
        day,
        until,
        fc.constantFrom('SPECIFIC_SECTIONS' as const, 'CV' as const),
        fc.constantFrom('nl' as const, 'fr' as const, null),
        fc.boolean(),
      )
      .map(([entry, begin, end, enteredIn, language, vague]) =>
        entry(begin, end, { enteredIn, language, ...(vague ? { setting: null, domain: null } : {}) }),
      ),
    { maxLength: 4 },
  ),
  staffRecords: fc.array(
    fc
      .record({
        employer: fc.constantFrom('example:unit:ministry', 'example:unit:agency'),
        relation: fc.constantFrom('CONTRACTUAL' as const, 'STATUTORY' as const, null),
        from: day,
        until,
      })
      .map(staffRecord),
    { maxLength: 2 },
  ),
  nationalities: fc.constant([]),
  declarations: fc.constant([]),
  dismissals: fc.constant([]),
  unlinkedCopies: fc.subarray([...COPY_KINDS]),
});

/** Trees of conditions of every kind of evidence, those that count anything included. */
const open = <R extends EligibilityRule & { operator: 'CONDITION' }>(rule: R): EligibilityRule => ({
  ...rule,
  condition: { ...rule.condition, evidence: [], evidenceExclusive: false },
});
const leaf = fc.constantFrom<EligibilityRule>(
  DEGREE,
  LEVEL_A,
  MANAGEMENT,
  USEFUL,
  INTERNAL,
  open(DEGREE),
  open(LEVEL_A),
  open(MANAGEMENT),
  open(USEFUL),
  ...(INTERNAL.operator === 'CONDITION' ? [] : INTERNAL.rules),
);
const { tree } = fc.letrec<{ tree: EligibilityRule }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(fc.constantFrom('ALL_OF' as const, 'ANY_OF' as const), fc.array(tie('tree'), { maxLength: 3 }))
      .map(([operator, rules]) => group('group', operator, NAMES, ...rules)),
  ),
}));
const anyTree = fc.oneof(fc.constant(OPEN), tree);

const joined = (one: Evidence, other: Evidence): Evidence =>
  Object.fromEntries(
    Object.entries(one).map(([name, list]) => [name, [...list, ...other[name as keyof Evidence]]]),
  ) as unknown as Evidence;
const reversed = (one: Evidence): Evidence =>
  Object.fromEntries(Object.entries(one).map(([name, list]) => [name, [...list].reverse()])) as unknown as Evidence;
const turned = (rule: EligibilityRule): EligibilityRule =>
  rule.operator === 'CONDITION' ? rule : { ...rule, rules: rule.rules.map(turned).reverse() };

describe('any rule tree over any file', () => {
  test('more evidence never turns satisfied into less, nor adds a reservation', () => {
    fc.assert(
      fc.property(anyTree, evidence, evidence, (rule, some, more) => {
        const [before, after] = [judge(rule, some), judge(rule, joined(some, more))];
        if (before.root!.value === 'SATISFIED')
          expect(ORDER.indexOf(after.outcome)).toBeGreaterThanOrEqual(ORDER.indexOf(before.outcome));
      }),
      { numRuns: 600 },
    );
  });

  test('a copy that no entry refers to proves nothing, and never makes any rule worse', () => {
    fc.assert(
      fc.property(anyTree, evidence, (rule, some) => {
        const [before, after] = [[], COPY_KINDS].map((unlinkedCopies) => judge(rule, { ...some, unlinkedCopies }));
        const [without, beside] = [nodes(before!.root!), nodes(after!.root!)];
        for (const [at, node] of beside.entries()) {
          expect(ORDER.indexOf(outcomeOf(node))).toBeGreaterThanOrEqual(ORDER.indexOf(outcomeOf(without[at]!)));
          expect(node.value === 'SATISFIED').toBe(without[at]!.value === 'SATISFIED');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a reserve is told exactly where evidence is accepted under it, with its reasons', () => {
    fc.assert(
      fc.property(anyTree, evidence, (rule, some) => {
        for (const { found, reservations } of nodes(judge(rule, some).root!).filter(({ kind }) => kind === 'DEGREE')) {
          const reserves = found.flatMap((fact) => (fact.code === 'RESERVED' ? [fact] : []));
          expect(reserves.length > 0).toBe(reservations.length > 0);
          for (const { country, language } of reserves)
            expect([country !== null, language !== null]).toEqual(
              RESERVATIONS.map((one) => reservations.includes(one)),
            );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('neither the order of rules nor that of evidence matters', () => {
    fc.assert(
      fc.property(anyTree, evidence, (rule, some) => {
        const { outcome, root } = judge(rule, some);
        const other = judge(turned(rule), reversed(some));
        expect(other.outcome).toBe(outcome);
        expect(other.root!.reservations).toEqual(root!.reservations);
      }),
      { numRuns: 300 },
    );
  });

  test('says what lacks exactly when it is not satisfied, unless nothing could satisfy it', () => {
    fc.assert(
      fc.property(anyTree, evidence, (rule, some) => {
        const root = judge(rule, some).root!;
        for (const node of nodes(root)) {
          if (node.operator === 'CONDITION') expect(node.missing.length > 0).toBe(node.value !== 'SATISFIED');
          if (node.value === 'SATISFIED') expect(whatLacks(node)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a document of unknown content is never found satisfied', () => {
    fc.assert(
      fc.property(evidence, (some) => {
        expect(['UNDETERMINED', 'NOT_ELIGIBLE']).toContain(judge(INTERNAL, some).outcome);
        const unknown = nodes(judge(INTERNAL, some).root!).find(({ kind }) => kind === 'EXTERNAL_DOCUMENT')!;
        expect(unknown.value).toBe('UNDETERMINED');
      }),
    );
  });

  test('names only evidence of the kinds that count', () => {
    fc.assert(
      fc.property(evidence, (some) => {
        const kinds = nodes(judge(OPEN, some).root!).flatMap((node) => node.evidence.map(({ kind }) => kind));
        expect(kinds.filter((kind) => kind === 'CV' || kind === 'STAFF_RECORD')).toEqual([]);
      }),
    );
  });
});
