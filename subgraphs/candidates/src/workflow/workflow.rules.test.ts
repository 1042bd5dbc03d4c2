import { describe, expect, test } from '@jest/globals';
import { type DocumentRules, passage } from '@mandate-graph/domain';
import { LIMITS } from '@mandate-graph/runtime';
import { PROCEDURE } from '../section/testing/sections.ts';
import { PLATFORM_DEFAULTS, workflowOf } from './workflow.rules.ts';

const NO_RULES: DocumentRules = {
  formats: [],
  maxBytes: null,
  maxSize: null,
  kinds: [],
  fallback: null,
  unresolved: [],
};

describe('the workflow of a vacancy', () => {
  test('is the platform’s default in everything of which the notice says nothing', () => {
    const { defaults, ...facts } = workflowOf({ applicationProcedure: null, documentRules: null });
    expect(facts).toEqual(PLATFORM_DEFAULTS);
    expect(defaults).toEqual(Object.keys(PLATFORM_DEFAULTS));
  });

  test('is what the notice says, also where that is no, and as the default is', () => {
    const { defaults, ...facts } = workflowOf({
      applicationProcedure: {
        ...PROCEDURE,
        ...{ cvCountsAsExperience: true, editableUntilDeadline: false, snapshotAt: 'APPLICATION_DEADLINE' },
      },
      documentRules: { ...NO_RULES, formats: ['PDF'], maxBytes: 1000 },
    });
    expect(facts).toEqual({
      ...PLATFORM_DEFAULTS,
      ...{ specificSectionsLanguage: 'nl', cvCountsAsExperience: true, editableUntilDeadline: false },
      ...{ documentFormats: ['PDF'], documentMaxBytes: 1000 },
    });
    expect(defaults).toEqual(['currentJobEndsOn', 'revalidationAfterEdit', 'paperCopies']);
  });

  test('has copies on paper by the notice where it says how to send one, else by the platform', () => {
    const by = (documentRules: DocumentRules | null) => workflowOf({ applicationProcedure: null, documentRules });
    const stated = by({ ...NO_RULES, fallback: passage('Per post', 'Par la poste', 'By post') });
    expect(stated.paperCopies).toBe(true);
    expect(stated.defaults).not.toContain('paperCopies');
    for (const silent of [NO_RULES, null]) {
      expect(by(silent)).toMatchObject({ paperCopies: true, defaults: expect.arrayContaining(['paperCopies']) });
    }
  });

  test('takes a list of no formats for silence', () => {
    const { documentFormats, defaults } = workflowOf({ applicationProcedure: PROCEDURE, documentRules: NO_RULES });
    expect(documentFormats).toEqual(PLATFORM_DEFAULTS.documentFormats);
    expect(defaults).toEqual(expect.arrayContaining(['documentFormats', 'documentMaxBytes']));
  });

  test('has the limit of a document for its default', () => {
    expect(PLATFORM_DEFAULTS.documentMaxBytes).toBe(LIMITS.documentBytes.bound);
  });
});
