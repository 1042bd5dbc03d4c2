import { describe, expect, test } from '@jest/globals';
import { vacancyState } from '@mandate-graph/testkit';
import fc from 'fast-check';
import { evaluate } from '../eligibility/evaluation.rules.ts';
import { decree, diploma, staffRecord } from '../eligibility/testing/files.ts';
import { APPOINTMENT, AT, INTERNAL, OPEN } from '../eligibility/testing/trees.ts';
import { evidenceOf, profileIn, proposalsFor } from './file.rules.ts';
import type { FileContent, WorkExperience } from './file.types.ts';
import { completeFile, copy, entry, section } from './testing/contents.ts';

const WORK: WorkExperience = {
  ...{
    title: 'Directeur',
    employer: 'Firma',
    kind: 'MANAGERIAL',
    setting: 'PRIVATE_SECTOR_ORGANISATION',
    domain: null,
  },
  ...{ begin: '2010-01-01', end: '2024-12-31', description: null },
};

describe('the evidence in a file', () => {
  test('has the ids of entries and sections for keys', () => {
    const { profile, sections, documents } = completeFile();
    const { diplomas, experience } = evidenceOf({ profile, sections, documents });
    expect(diplomas).toEqual([{ ...diploma({ document: documents[0]!.id }), key: profile[0]!.id }]);
    expect(experience).toEqual([
      {
        ...{ key: sections[0]!.id, enteredIn: 'SPECIFIC_SECTIONS', kind: 'MANAGERIAL', employer: 'Dienst Digitaal' },
        ...{ setting: 'PUBLIC_SERVICE', domain: null, begin: '2015-03-01', end: null, language: 'nl' },
      },
    ]);
  });

  test('has every kind of entry in its own list', () => {
    const profile = [
      entry('APPOINTMENT_DECREE', decree({ document: null })),
      entry('FUNCTION_HELD', {
        title: 'Adviseur',
        employer: 'M',
        level: 'A',
        service: null,
        from: '2010-01-01',
        until: null,
      }),
      entry('STAFF_RECORD', staffRecord()),
      entry('NATIONALITY', { country: 'BE', assimilated: false }),
      entry('DECLARATION', { condition: 'CONDUCT', holds: true, declaredOn: '2026-09-01' }),
      entry('DISMISSAL', { ground: 'URGENT_CAUSE', service: 'HIRING_SERVICE', decidedOn: '2020-01-01' }),
    ];
    const evidence = evidenceOf({ profile, sections: [], documents: [] });
    const lists = [
      'appointmentDecrees',
      'functionsHeld',
      'staffRecords',
      'nationalities',
      'declarations',
      'dismissals',
    ];
    for (const [at, name] of lists.entries()) {
      const { id: key, data } = profile[at]!;
      expect(evidence[name as keyof typeof evidence]).toEqual([{ ...data, key }]);
    }
    expect([evidence.diplomas, evidence.experience]).toEqual([[], []]);
  });

  test.each(['DIPLOMA', 'APPOINTMENT_DECREE'] as const)('counts no copy of a %s that is not in the file', (kind) => {
    const [there, gone] = [copy(), copy()];
    const parts = { there: { document: there.id }, gone: { document: gone.id } };
    const profile = Object.values(parts).map((own) =>
      kind === 'DIPLOMA' ? entry(kind, diploma(own)) : entry(kind, decree(own)),
    );
    const { diplomas, appointmentDecrees } = evidenceOf({ profile, sections: [], documents: [there] });
    expect([...diplomas, ...appointmentDecrees].map(({ document }) => document)).toEqual([there.id, null]);
  });

  test('leaves the other entries, and what is in the file, as they are', () => {
    const file = completeFile();
    const profile = [...file.profile, entry('WORK_EXPERIENCE', WORK), entry('DIPLOMA', diploma({ document: null }))];
    expect(profileIn({ ...file, profile })).toEqual(profile);
  });

  test('has the kinds of copies that no entry refers to, uploaded or on paper', () => {
    const [linked, loose, other] = [copy(), copy(), copy('EQUIVALENCE')];
    const paper = { ...copy('APPOINTMENT_DECREE'), medium: 'PAPER' as const, institution: 'vrb' };
    const profile = [entry('DIPLOMA', diploma({ document: linked.id }))];
    const unlinked = (...documents: FileContent['documents']) =>
      evidenceOf({ profile, sections: [], documents }).unlinkedCopies;
    expect(unlinked(linked, other)).toEqual([]);
    expect(unlinked(linked, loose, loose)).toEqual(['DIPLOMA']);
    expect(unlinked(paper, linked, loose)).toEqual(['DIPLOMA', 'APPOINTMENT_DECREE']);
  });

  test('has work of the CV as experience of the CV, where its kind is said', () => {
    const profile = [entry('WORK_EXPERIENCE', WORK), entry('WORK_EXPERIENCE', { ...WORK, kind: null })];
    const { experience } = evidenceOf({ profile, sections: [], documents: [] });
    expect(experience).toMatchObject([{ key: profile[0]!.id, enteredIn: 'CV', kind: 'MANAGERIAL', language: null }]);
  });
});

describe('any file', () => {
  const year = fc.integer({ min: 2000, max: 2027 }).map(String);
  const day = year.chain((y) => fc.constantFrom('01-01', '06-30', '10-22').map((rest) => `${y}-${rest}`));
  const until = fc.option(day, { nil: null });
  const documents = [copy(), copy()];
  const document = fc.constantFrom(documents[0]!.id, documents[1]!.id, 'of-another', null);
  const anyEntry = fc.oneof(
    fc
      .record({ cycle: fc.constantFrom(1, 2, 3, null), country: fc.constantFrom('BE', 'FR'), awardedOn: day, document })
      .map((own) => entry('DIPLOMA', diploma(own))),
    fc
      .record({ level: fc.constantFrom('A', 'B', null), from: day, until, document })
      .map((own) => entry('APPOINTMENT_DECREE', decree(own))),
    fc.record({ begin: day, end: until }).map((own) => entry('WORK_EXPERIENCE', { ...WORK, ...own })),
    fc
      .record({ relation: fc.constantFrom('CONTRACTUAL' as const, null), from: day, until })
      .map((own) => entry('STAFF_RECORD', staffRecord(own))),
  );
  const anySection = fc
    .record({
      kind: fc.constantFrom('MANAGERIAL' as const, 'USEFUL' as const),
      setting: fc.constantFrom('PUBLIC_SERVICE', 'CLUB', null),
      domain: fc.constantFrom('HEALTH', 'MUSIC', null),
      begin: day,
      end: until,
      language: fc.constantFrom('nl' as const, 'fr' as const),
    })
    .map(section);
  const anyFile: fc.Arbitrary<FileContent> = fc.record({
    profile: fc.array(anyEntry, { maxLength: 5 }),
    sections: fc.array(anySection, { maxLength: 4 }),
    documents: fc.subarray(documents),
  });
  const joined = (one: FileContent, other: FileContent): FileContent => ({
    profile: [...one.profile, ...other.profile],
    sections: [...one.sections, ...other.sections],
    documents: [...new Set([...one.documents, ...other.documents])],
  });
  const judged = (content: FileContent, rule = OPEN) =>
    evaluate('participationConditions', rule, {}, evidenceOf(content), AT).root!.value;

  test.each([['open', OPEN] as const, ['internal', INTERNAL] as const])(
    'with more in it is never judged worse, where it was satisfied: the %s tree',
    (_name, rule) => {
      fc.assert(
        fc.property(anyFile, anyFile, (some, more) => {
          const rules = rule.operator === 'CONDITION' ? [rule] : [rule, ...rule.rules];
          for (const one of rules) {
            if (judged(some, one) === 'SATISFIED') expect(judged(joined(some, more), one)).toBe('SATISFIED');
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test('with more documents in it is never judged worse, whether entries refer to them or not', () => {
    const ORDER = ['NOT_SATISFIED', 'UNDETERMINED', 'SATISFIED'];
    fc.assert(
      fc.property(anyFile, ({ profile, sections, documents: some }) => {
        const [before, after] = [some, documents].map((held) => judged({ profile, sections, documents: held }));
        expect(ORDER.indexOf(after!)).toBeGreaterThanOrEqual(ORDER.indexOf(before!));
      }),
      { numRuns: 300 },
    );
  });

  test('that satisfies is among them', () => {
    expect(judged(completeFile())).toBe('SATISFIED');
  });

  test('satisfies no appointment conditions that need a declaration, without one', () => {
    fc.assert(fc.property(anyFile, (content) => expect(judged(content, APPOINTMENT)).not.toBe('SATISFIED')));
  });
});

describe('being appointed', () => {
  const DECLARED = (['CIVIL_AND_POLITICAL_RIGHTS', 'CONDUCT', 'NO_CONFLICT_OF_INTEREST', 'NOT_DISMISSED'] as const).map(
    (condition) => entry('DECLARATION', { condition, holds: true, declaredOn: '2026-12-01' }),
  );
  const declared = [entry('NATIONALITY', { country: 'BE', assimilated: false }), ...DECLARED];
  const judged = (content: FileContent, profile: FileContent['profile']) => {
    const state = vacancyState({ participationConditions: OPEN, appointmentConditions: APPOINTMENT });
    const vacancy = { id: 'vrb:vacancy:head', version: 1, day: AT.judgedOn, state, nextChange: null };
    const file = { content, vacancy, deadline: AT.judgedOn, frozenAt: null };
    const { participation, appointment } = proposalsFor(file, null, { on: '2027-01-01', profile });
    return [participation.outcome, appointment!.outcome];
  };

  test('is judged by what is declared by now, and taking part by the file as it was frozen', () => {
    const file = completeFile();
    expect(judged(file, [])).toEqual(['ELIGIBLE', 'UNDETERMINED']);
    expect(judged(file, declared)).toEqual(['ELIGIBLE', 'ELIGIBLE']);
    expect(judged({ ...file, profile: [...file.profile, ...declared] }, [])).toEqual(['ELIGIBLE', 'UNDETERMINED']);
    expect(judged({ ...file, profile: [], documents: [] }, [...file.profile, ...declared])).toEqual([
      'NOT_ELIGIBLE',
      'ELIGIBLE',
    ]);
  });
});
