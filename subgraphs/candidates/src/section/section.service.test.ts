import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Temporal } from 'temporal-polyfill';
import { Applicant, Applying, codesOf, openVacancy } from '../application/testing/applying.ts';
import { MANAGEMENT } from '../eligibility/testing/trees.ts';
import type { SectionData } from '../file/file.types.ts';
import { MANAGERIAL_SECTION, USEFUL_SECTION } from './testing/sections.ts';

let applying: Applying;
let began: Temporal.Instant;

beforeAll(async () => {
  applying = await Applying.open({
    open: openVacancy(),
    another: openVacancy(),
    announced: openVacancy({ opensOn: '2025-09-05' }),
    amended: openVacancy({ participationConditions: null }),
    silent: openVacancy({ participationConditions: null, applicationProcedure: null }),
  });
  began = applying.now;
});
afterAll(() => applying?.close());
beforeEach(() => {
  applying.now = began;
});

const FIELDS = 'id version kind employer functionTitle setting domain begin end description language';
/** The sections as their candidate reads them. */
const sectionsOf = async ({ actor }: Applicant): Promise<(SectionData & { id: string; version: number })[]> => {
  const { data, errors } = await applying.ask(
    actor,
    `{ me { applications { file { specificSections { ${FIELDS} } } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.me.applications[0].file.specificSections;
};
const read = (section: SectionData) => ({ ...section, language: section.language.toUpperCase() });

describe('a specific section', () => {
  test('is added, changed and removed, each with its version, while the application keeps its own', async () => {
    const applicant = await applying.applicant('open');
    const { id, ...added } = await applicant.save(USEFUL_SECTION);
    expect(added).toEqual({ __typename: 'ApplicationRecorded', version: 1, recordedAt: began.toString() });
    expect(await sectionsOf(applicant)).toEqual([{ id, version: 1, ...read(USEFUL_SECTION) }]);
    expect((await applicant.save(MANAGERIAL_SECTION, { id, version: 1 })).version).toBe(2);
    expect(await sectionsOf(applicant)).toEqual([{ id, version: 2, ...read(MANAGERIAL_SECTION) }]);
    expect((await applicant.remove(id, 2)).version).toBe(3);
    expect(await sectionsOf(applicant)).toEqual([]);
    expect(await applicant.trail()).toEqual({ status: 'DRAFT', version: 1, acts: ['START'] });
  });

  test('stands with others in the order of their first days', async () => {
    const applicant = await applying.applicant('open');
    const begins = ['2018-01-01', '2012-01-01', '2015-01-01'];
    for (const begin of begins) await applicant.save({ ...USEFUL_SECTION, begin });
    expect((await sectionsOf(applicant)).map(({ begin }) => begin)).toEqual(begins.toSorted());
  });

  test('can be added before the vacancy opens, and while nothing is asked of it in any language', async () => {
    expect((await (await applying.applicant('announced')).save(MANAGERIAL_SECTION)).version).toBe(1);
    const other = { ...MANAGERIAL_SECTION, setting: 'SPORTS_CLUB', language: 'fr' as const };
    expect((await (await applying.applicant('silent')).save(other)).version).toBe(1);
  });

  test('is refused with everything that is wrong with it', async () => {
    const applicant = await applying.applicant('open');
    const section: SectionData = {
      ...{
        ...MANAGERIAL_SECTION,
        employer: 'x'.repeat(201),
        functionTitle: 'Chef 85073003328',
        setting: 'SPORTS_CLUB',
      },
      ...{ begin: '2025-01-02', end: '2025-01-01', description: 'Kort', language: 'fr' },
    };
    const { problems } = await applicant.save(section);
    expect(problems.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      'section.description TOO_SHORT',
      'section.employer TOO_LONG',
      'section.end BEFORE_BEGIN',
      'section.functionTitle NATIONAL_REGISTER_NUMBER',
      'section.language OTHER_LANGUAGE',
      'section.setting OTHER_CODE',
    ]);
    expect(await sectionsOf(applicant)).toEqual([]);
  });

  test('is one of at most 50', async () => {
    const applicant = await applying.applicant('open');
    const saved = [];
    for (let at = 0; at < 50; at += 1) saved.push(await applicant.save(USEFUL_SECTION));
    expect(codesOf(await applicant.save(USEFUL_SECTION))).toEqual(['specificSections TOO_MANY']);
    const [first] = saved;
    expect((await applicant.save(MANAGERIAL_SECTION, { id: first!.id, version: 1 })).version).toBe(2);
    await applicant.remove(first!.id, 2);
    expect((await applicant.save(USEFUL_SECTION)).version).toBe(1);
  });

  test('of another application is like one that is not there, and so is one that was removed', async () => {
    const [owner, applicant] = [await applying.applicant('open'), await applying.applicant('open')];
    const { id: ofOther } = await owner.save(USEFUL_SECTION);
    const { id: removed } = await applicant.save(USEFUL_SECTION);
    await applicant.remove(removed, 1);
    for (const id of [ofOther, removed, randomUUID(), 'nonsense']) {
      expect(codesOf(await applicant.save(USEFUL_SECTION, { id, version: 1 }))).toEqual(['id UNKNOWN_SECTION']);
      expect(codesOf(await applicant.remove(id, 1))).toEqual(['id UNKNOWN_SECTION']);
    }
    expect((await sectionsOf(owner)).map(({ id }) => id)).toEqual([ofOther]);
  });

  test('is not changed on another version than its own', async () => {
    const applicant = await applying.applicant('open');
    const { id } = await applicant.save(USEFUL_SECTION);
    const conflict = (givenVersion: number) => ({
      ...{ __typename: 'VersionConflict', id, givenVersion, currentVersion: 1 },
    });
    expect(await applicant.save(MANAGERIAL_SECTION, { id, version: 2 })).toEqual(conflict(2));
    expect(await applicant.save(MANAGERIAL_SECTION, { id })).toEqual(conflict(0));
    expect(await applicant.remove(id, 2)).toEqual(conflict(2));
    expect(codesOf(await applicant.save(MANAGERIAL_SECTION, { version: 1 }))).toEqual(['version NOTHING_TO_CHANGE']);
  });

  test('is closed to change once the application is withdrawn', async () => {
    const applicant = await applying.applicant('open');
    const { id } = await applicant.save(USEFUL_SECTION);
    await applicant.act('withdrawApplication', 1);
    expect(codesOf(await applicant.save(USEFUL_SECTION))).toEqual(['application NOT_FROM_THIS_STATUS']);
    expect(codesOf(await applicant.remove(id, 1))).toEqual(['application NOT_FROM_THIS_STATUS']);
  });

  test('without which a definitive application lacks years asks for them, once, until they are reached again', async () => {
    const applicant = await applying.applicant('open');
    const { id } = await applicant.save(MANAGERIAL_SECTION);
    await applicant.act('submitApplication', 1);
    await applicant.act('validateApplication', 2);
    const told = (await applicant.inbox()).length;
    const short = { ...MANAGERIAL_SECTION, begin: '2020-01-01' };
    expect((await applicant.save(short, { id, version: 1 })).version).toBe(2);
    expect((await applicant.inbox()).slice(told)).toEqual(['REACH_YEARS by 2025-09-12T22:00:00.000Z']);
    expect((await applicant.remove(id, 2)).version).toBe(3);
    expect((await applicant.inbox()).slice(told)).toEqual(['REACH_YEARS by 2025-09-12T22:00:00.000Z']);
    const again = await applicant.save(MANAGERIAL_SECTION);
    expect((await applicant.inbox()).slice(told)).toEqual(['REACH_YEARS done']);
    await applicant.remove(again.id, 1);
    expect((await applicant.inbox()).slice(told)).toEqual([
      'REACH_YEARS done',
      'REACH_YEARS by 2025-09-12T22:00:00.000Z',
    ]);
    expect(await applicant.trail()).toMatchObject({ status: 'DEFINITIVE', version: 3 });
  });

  test('asks nothing of who has not validated yet, whatever years lack', async () => {
    const applicant = await applying.applicant('open');
    const { id } = await applicant.save(MANAGERIAL_SECTION);
    await applicant.act('submitApplication', 1);
    await applicant.remove(id, 1);
    expect((await applicant.inbox()).join()).not.toContain('REACH_YEARS');
  });

  test('that brings the years of conditions that changed does the task to reach them', async () => {
    const applicant = await applying.submitted('amended');
    await applicant.act('validateApplication', 2);
    await applying.amend('amended', 2, openVacancy({ participationConditions: MANAGEMENT }));
    const { id } = await applicant.save({ ...MANAGERIAL_SECTION, end: '2015-12-31' });
    // What it said before no longer counts: the two together would be enough.
    await applicant.save({ ...MANAGERIAL_SECTION, begin: '2016-01-01', end: '2021-06-30' }, { id, version: 1 });
    expect((await applicant.inbox()).at(-1)).toMatch(/^REACH_YEARS by /);
    await applicant.save(MANAGERIAL_SECTION);
    expect((await applicant.inbox()).at(-1)).toBe('REACH_YEARS done');
    expect(await applicant.trail()).toMatchObject({ status: 'DEFINITIVE', version: 3 });
  });

  test('says nothing to whoever has the database alone', async () => {
    const applicant = await applying.applicant('open');
    const { id } = await applicant.save({ ...USEFUL_SECTION, employer: 'Geheime Werkgever' });
    await applicant.save({ ...USEFUL_SECTION, employer: 'Geheime Dienst' }, { id, version: 1 });
    const rows = await applying.database.query<{ text: string }>(
      `SELECT section::text AS text FROM candidates.specific_section section UNION ALL
       SELECT history::text FROM candidates.specific_section_history history UNION ALL
       SELECT outbox::text FROM candidates.outbox UNION ALL SELECT idempotency::text FROM candidates.idempotency`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain(id);
    for (const word of ['Geheime', 'HEALTH', '2010-01-01']) {
      expect(all).not.toContain(word);
      expect(all).not.toContain(Buffer.from(word).toString('hex'));
    }
  });
});

test('procedures are independent: what is told and done in one counts for no other', async () => {
  const one = await applying.submitted('open', MANAGERIAL_SECTION);
  const other = new Applicant(applying, one.actor);
  other.application = (await other.start('another')).id;
  await other.act('submitApplication', 1);
  expect(codesOf(await other.act('validateApplication', 2))).toContain('specificSections YEARS_NOT_REACHED');
  expect((await one.act('validateApplication', 2)).version).toBe(3);
  await one.act('withdrawApplication', 3);
  await other.save(USEFUL_SECTION);
  await other.act('validateApplication', 2);
  expect(await other.trail()).toEqual({ status: 'DEFINITIVE', version: 3, acts: ['START', 'SUBMIT', 'VALIDATE'] });
  expect(await one.trail()).toMatchObject({ status: 'WITHDRAWN', version: 4 });
});

test('the applications of a candidate are listed in the order of their submission, drafts last', async () => {
  const applicant = await applying.applicant('open');
  const { id: draft } = await applicant.start('silent');
  const { id: later } = await applicant.start('amended');
  await applicant.act('submitApplication', 1);
  applying.now = began.add({ seconds: 1 });
  await applying.write(applicant.actor, 'submitApplication', { application: later, version: 1 });
  const { data } = await applying.ask(applicant.actor, '{ me { applications { id status version } } }');
  expect(data.me.applications).toEqual([
    { id: applicant.application, status: 'PROVISIONAL', version: 2 },
    { id: later, status: 'PROVISIONAL', version: 2 },
    { id: draft, status: 'DRAFT', version: 1 },
  ]);
});
