import { afterEach, describe, expect, test } from '@jest/globals';
import type { InstitutionEntry } from '@mandate-graph/domain';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { TRANSITIONS } from '../application/application.state.rules.ts';
import { openReading, type Reading } from '../application/testing/reading.graph.ts';
import { PROCEDURE } from '../section/testing/sections.ts';

const SILENT = 'vrb:vacancy:silent';
const STATED = 'vrb:vacancy:stated';
const DRAFT = 'vrb:vacancy:draft';
let graph: Reading | undefined;
afterEach(() => graph?.close());

const ask = async (entry: Partial<InstitutionEntry>, ...ids: string[]) => {
  graph = await openReading(
    '2026-10-05T10:00:00Z',
    [
      recordedSubject('vacancy', SILENT, 1, [always(vacancyState())]),
      recordedSubject('vacancy', STATED, 1, [always(vacancyState({ applicationProcedure: PROCEDURE }))]),
      recordedSubject('vacancy', DRAFT, 1, [always(vacancyState({ publication: 'DRAFT' }))]),
    ],
    entry,
  );
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { applicationWorkflow {
    name origin transitions { act from to by } specificSectionsLanguage cvCountsAsExperience currentJobEndsOn editableUntilDeadline
    revalidationAfterEdit snapshotAt documentFormats documentMaxBytes paperCopies defaults } } } }`;
  const of = ids.map((id) => ({ __typename: 'Vacancy', id }));
  const { data, errors, statements } = await graph.ask(PUBLIC_ACTOR, query, { of });
  expect(errors).toBeUndefined();
  const workflows = data._entities.map((one: { applicationWorkflow: unknown }) => one.applicationWorkflow);
  return { statements, workflows };
};

describe('how one applies', () => {
  test('is told to everyone, in one statement, with what of it is the institution’s own', async () => {
    const { statements, workflows } = await ask({ applicationWorkflow: 'SUBMIT_AND_VALIDATE' }, STATED, SILENT);
    expect(statements).toBe(1);
    const [stated, silent] = workflows;
    expect(stated).toMatchObject({
      name: 'SUBMIT_AND_VALIDATE',
      origin: 'INSTITUTION',
      specificSectionsLanguage: 'NL',
    });
    expect(silent).toMatchObject({
      origin: 'INSTITUTION',
      specificSectionsLanguage: null,
      documentMaxBytes: 8 * 1024 * 1024,
    });
    expect(silent.defaults.filter((field: string) => !stated.defaults.includes(field))).toEqual([
      'specificSectionsLanguage',
    ]);
  });

  test('is the platform’s default where the notices of the institution are silent, and says so', async () => {
    const [{ transitions, ...workflow }] = (await ask({ applicationWorkflow: null }, SILENT)).workflows;
    expect(workflow).toEqual({
      ...{
        name: 'SUBMIT_AND_VALIDATE',
        origin: 'PLATFORM_DEFAULT',
        specificSectionsLanguage: null,
        snapshotAt: 'APPLICATION_DEADLINE',
      },
      ...{ cvCountsAsExperience: false, currentJobEndsOn: 'DATE_OF_CANDIDACY', editableUntilDeadline: true },
      ...{ revalidationAfterEdit: false, documentFormats: ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'] },
      ...{ documentMaxBytes: 8 * 1024 * 1024, paperCopies: true },
      defaults: [
        ...['specificSectionsLanguage', 'cvCountsAsExperience', 'currentJobEndsOn', 'editableUntilDeadline'],
        ...['revalidationAfterEdit', 'snapshotAt', 'documentFormats', 'documentMaxBytes', 'paperCopies'],
      ],
    });
    expect(transitions).toEqual(TRANSITIONS.map(({ act, from, to, by }) => ({ act, from, to, by })));
  });

  test('is null for what is not public, is unknown or is no vacancy', async () => {
    const { workflows } = await ask({}, DRAFT, 'vrb:vacancy:nowhere', 'vrb:unit:a', 'nonsense');
    expect(workflows).toEqual([null, null, null, null]);
  });
});
