import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '@mandate-graph/runtime';
import { PROCEDURE } from '../section/testing/sections.ts';
import { PLATFORM_DEFAULTS, workflowOf } from './workflow.rules.ts';

const NO_RULES = { formats: [], maxBytes: null, maxSize: null, kinds: [], fallback: null, unresolved: [] };

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
      ...{ sectionsLanguage: 'nl', cvCountsAsExperience: true, editableUntilDeadline: false },
      ...{ documentFormats: ['PDF'], documentMaxBytes: 1000 },
    });
    expect(defaults).toEqual(['currentJobEndsOn', 'revalidationAfterEdit']);
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
