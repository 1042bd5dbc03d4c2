import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EligibilityRule, VacancyState } from '@mandate-graph/domain';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { diploma, staffRecord } from '../eligibility/testing/files.ts';
import { APPOINTMENT, conditionRule, INTERNAL, OPEN, OPEN_SOURCES, parameter } from '../eligibility/testing/trees.ts';
import { completeFile, copy, entry, section } from '../file/testing/contents.ts';
import { PROCEDURE } from '../section/testing/sections.ts';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { openReading, type Reading } from './testing/reading.graph.ts';
import { insertSubmitted, type Submitted, settleSubmitted, submitted } from './testing/submitted.ts';

const OPEN_TO_ALL = 'vrb:vacancy:open';
const FOR_STAFF = 'vrb:vacancy:staff';
/** After the deadline, 22 October, local. */
const CLOSED = '2026-10-23T08:00:00Z';
const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
const CV_COUNTS = 'vrb:vacancy:cv-counts';
const CV_SILENT = 'vrb:vacancy:cv-silent';
/** Of years of management, and of no evidence for them. */
const YEARS = conditionRule('years', 'MANAGEMENT_EXPERIENCE', ['Jaren', 'Années', 'Years'], {
  parameters: [parameter('minimum', [], 'P6Y')],
});
const vacancy = (id: string, participationConditions: EligibilityRule, own: Partial<VacancyState> = {}) =>
  recordedSubject('vacancy', id, 1, [
    always(
      vacancyState({
        ...{ participationConditions, appointmentConditions: APPOINTMENT, applicationProcedure: PROCEDURE },
        ...{ sources: OPEN_SOURCES, applicationDeadline: { date: '2026-10-22', timeOfDay: null } },
        ...own,
      }),
    ),
  ]);

const satisfied = submitted(OPEN_TO_ALL, completeFile());
/** Too few years of each kind, a period in another language, and a copy of the diploma that is not there. */
const unsatisfied = submitted(OPEN_TO_ALL, {
  profile: [
    entry('DIPLOMA', diploma({ document: null })),
    entry('WORK_EXPERIENCE', {
      ...{ title: 'Directeur', employer: 'Firma', kind: 'MANAGERIAL', setting: 'PRIVATE_SECTOR_ORGANISATION' },
      ...{ domain: null, begin: '2000-01-01', end: '2018-12-31', description: null },
    }),
  ],
  sections: [
    section({ begin: '2019-05-01', end: '2022-04-30' }),
    section({ begin: '2022-01-01', end: '2024-11-15', language: 'fr' }),
    section({ kind: 'USEFUL', setting: null, domain: 'HEALTH', begin: '2018-01-01', end: null }),
  ],
  documents: [],
});
const undetermined = submitted(FOR_STAFF, {
  ...{ profile: [entry('STAFF_RECORD', staffRecord())], sections: [], documents: [] },
});
const abroad = copy();
const conditional = submitted(OPEN_TO_ALL, {
  profile: [
    entry(
      'DIPLOMA',
      diploma({
        ...{ title: 'Master en droit', institution: 'Université de Lille', country: 'FR', language: 'fr' },
        document: abroad.id,
      }),
    ),
  ],
  sections: [section({ end: null })],
  documents: [abroad],
});

let graph: Reading;
beforeAll(async () => {
  graph = await openReading(CLOSED, [
    vacancy(OPEN_TO_ALL, OPEN),
    vacancy(FOR_STAFF, INTERNAL),
    vacancy(CV_COUNTS, YEARS, { applicationProcedure: { ...PROCEDURE, cvCountsAsExperience: true } }),
    vacancy(CV_SILENT, YEARS),
  ]);
  const all = [satisfied, unsatisfied, undetermined, conditional];
  await insertSubmitted(graph.database, all);
  await settleSubmitted(graph.database, all, CLOSED);
});
afterAll(() => graph?.close());

const QUERY = `query ($of: [_Any!]!, $on: LocalDate) { _entities(representations: $of) { ... on Application {
  eligibility(appointmentOn: $on) { participation { outcome judgedOn text { nl fr en } } appointment { outcome judgedOn text { en } } } } } }`;
const judged = async ({ id }: Submitted, on: string | null = null, actor = RECRUITER) => {
  const { data, errors } = await graph.ask(actor, QUERY, { of: [{ __typename: 'Application', id }], on });
  expect(errors).toBeUndefined();
  return data._entities[0].eligibility;
};

describe('the rules over a file are printed for people', () => {
  test('that satisfies them', async () => {
    const { participation, appointment } = await judged(satisfied);
    expect([participation.outcome, participation.judgedOn, appointment]).toEqual(['ELIGIBLE', '2026-10-22', null]);
    expect(participation.text.en).toMatchInlineSnapshot(`
      "Proposal: meets the conditions. Judged for 22 October 2026; a person decides.
      Participation conditions (all needed): met. [lines 297–299]
        Degree or function (one is enough): met. [line 298]
          Second-cycle degree: met. Found: “Master in de rechten”, Universiteit Gent, 1 July 2004 (Belgium, in Dutch).
          Level A function: not met and not needed.
        Experience (one is enough): met. [line 299]
          At least 6 years of management experience: met. Found: 11 years, 7 months and 1 day, from 1 section.
          At least 10 years of useful experience: not met and not needed. No period counts. [lines 299 and 301–302]"
    `);
  });

  test('that does not satisfy them, with what lacks: the CV proves nothing', async () => {
    const { participation } = await judged(unsatisfied);
    expect(participation.outcome).toBe('NOT_ELIGIBLE');
    expect(participation.text.en).toMatchInlineSnapshot(`
      "Proposal: does not meet the conditions. Judged for 22 October 2026; a person decides.
      Participation conditions (all needed): not met. [lines 297–299]
        Degree or function (one is enough): not met. [line 298]
          Second-cycle degree: not met. Found: “Master in de rechten”, Universiteit Gent, 1 July 2004 (Belgium, in Dutch). No copy of “Master in de rechten” has been uploaded.
          Level A function: not met. The file holds nothing on this; needed: an appointment decree.
        Experience (one is enough): not met. [line 299]
          At least 6 years of management experience: not met. Found: 3 years, from 1 section. Still needed: 3 years. The period at Dienst Digitaal does not count: it is not described in the language of the procedure.
          At least 10 years of useful experience: not met. Found: 8 years, 9 months and 1 day, from 1 section. Still needed: 1 year, 2 months and 30 days. [lines 299 and 301–302]"
    `);
  });

  test('that leaves them undetermined, because of a document that nobody has', async () => {
    const { participation } = await judged(undetermined);
    expect(participation.outcome).toBe('UNDETERMINED');
    expect(participation.text.en).toMatchInlineSnapshot(`
      "Cannot be established: the file and the notice do not say enough. Judged for 22 October 2026; a person decides.
      Participation conditions (all needed): cannot be established. [lines 297–299]
        Member of staff of the ministry: met. Found: in service with Ministerie, statutory, from 1 January 2015. [line 298]
        Employed under contract or as a statutory member of staff (one is enough): met. [line 299]
          Under contract: not met and not needed. Found: in service with Ministerie, statutory, from 1 January 2015.
          Statutory: met. Found: in service with Ministerie, statutory, from 1 January 2015. [lines 299 and 301–302]
        Conditions in a note that is not known: cannot be established. What it asks is not in the notice, which therefore cannot show whether anybody meets it."
    `);
  });

  test('that satisfies them conditionally, because of a diploma from abroad', async () => {
    const { participation } = await judged(conditional);
    expect(participation.outcome).toBe('CONDITIONAL');
    expect(participation.text.en).toMatchInlineSnapshot(`
      "Proposal: meets the conditions conditionally, because of the country and the language of the diploma. Judged for 22 October 2026; a person decides.
      Participation conditions (all needed): met, conditionally. [lines 297–299]
        Degree or function (one is enough): met, conditionally. [line 298]
          Second-cycle degree: met, conditionally. Found: “Master en droit”, Université de Lille, 1 July 2004 (France, in French). Under reserve: “Master en droit” is from another country (France) and in another language (French). Of another country or in another language: participation is conditional, possibly with a language test. [lines 305–306]
          Level A function: not met and not needed.
        Experience (one is enough): met. [line 299]
          At least 6 years of management experience: met. Found: 11 years, 7 months and 1 day, from 1 section.
          At least 10 years of useful experience: not met and not needed. No period counts. [lines 299 and 301–302]"
    `);
  });

  test('in each language, of as many lines', async () => {
    const { nl, fr, en } = (await judged(conditional)).participation.text as Record<'nl' | 'fr' | 'en', string>;
    expect([nl, fr, en].map((text) => text.split('\n').length)).toEqual([8, 8, 8]);
    expect(nl).toMatch(/^Voorstel: voldoet onder voorbehoud, wegens het land en de taal van het diploma\./);
    expect(nl).toContain(
      'Onder voorbehoud: “Master en droit” is van een ander land (Frankrijk) en in een andere taal (Frans).',
    );
    expect(fr).toMatch(/^Proposition : remplit les conditions sous réserve[\s\S]*1er juillet 2004/);
  });
});

test('being appointed is judged only for a day that is named', async () => {
  const { appointment } = await judged(satisfied, '2027-01-01');
  expect([appointment.outcome, appointment.judgedOn]).toEqual(['UNDETERMINED', '2027-01-01']);
  expect(appointment.text.en.split('\n')).toHaveLength(7);
});

test.each(['1899-12-31', '2101-01-01'])('being appointed is not judged for %s', async (on) => {
  const { data, errors } = await graph.ask(RECRUITER, QUERY, {
    of: [{ __typename: 'Application', id: satisfied.id }],
    on,
  });
  expect(data._entities).toEqual([{ eligibility: null }]);
  expect(errors).toMatchObject([
    {
      message: `appointmentOn must be a day from 1900-01-01 to 2100-12-31, but got: ${on}.`,
      extensions: { code: 'BAD_USER_INPUT', problems: [{ path: 'appointmentOn', code: 'OUT_OF_RANGE', value: on }] },
    },
  ]);
});

test('somebody sees of their own file what the institution sees', async () => {
  expect(await judged(conditional, '2027-01-01', candidateOf(conditional.subject))).toEqual(
    await judged(conditional, '2027-01-01'),
  );
});

test('work that the CV tells of counts where the notice says so, and no rule names other evidence', async () => {
  const of = (id: string) => ({ __typename: 'Vacancy', id });
  const experience = [
    { enteredIn: 'CV', kind: 'MANAGERIAL', employer: 'Firma', setting: 'PUBLIC_SERVICE', begin: '2010-01-01' },
  ];
  const query = `query ($of: [_Any!]!, $profile: EligibilityProfileInput!) { _entities(representations: $of) {
    ... on Vacancy { eligibility(profile: $profile) { participation { outcome } } } } }`;
  const { data } = await graph.ask(RECRUITER, query, { of: [CV_COUNTS, CV_SILENT].map(of), profile: { experience } });
  expect(data._entities.map((one: { eligibility: unknown }) => one.eligibility)).toEqual([
    { participation: { outcome: 'ELIGIBLE' } },
    { participation: { outcome: 'UNDETERMINED' } },
  ]);
});
