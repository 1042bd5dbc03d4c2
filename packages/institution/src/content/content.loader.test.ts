import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fixedClock, ours, stated } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { loadContent } from './content.loader.ts';
import { contentFor } from './content.ts';

const vrb = contentFor('vrb');
const body = (local: string, unit: string | null = null) =>
  vrb.body(local, {
    notice: null,
    sources: { '': stated(1) },
    kind: 'GROUP',
    name: ours(local, local, local),
    aliases: [],
    unit,
    competence: null,
    plural: true,
  });
const profile = (...content: ReturnType<typeof body>[]) => ({
  entry: {
    code: 'vrb',
    typePrefix: 'Vrb',
    name: ours('v', 'v', 'v'),
    website: null,
    port: 4999,
    applicationWorkflow: null,
    legalRegime: null,
  },
  rules: { vacancyProblems: () => [] },
  content,
});
const clock = fixedClock('2025-09-01T09:00:00+02:00');

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
});
afterAll(() => database.close());

test('content that breaks a rule is not loaded at all, and every problem is told', async () => {
  const broken = profile(body('a'), body('b', 'vrb:unit:nowhere'), body('c', 'vrb:unit:neither'));
  await expect(loadContent(source, broken, clock)).rejects.toThrow(/vrb:unit:nowhere[\s\S]*vrb:unit:neither/);
  expect(await source.query('SELECT FROM subject')).toEqual([]);
});

test('content is loaded once, by however many processes at the same time', async () => {
  const whole = profile(body('a'), body('b'));
  const loaded = await Promise.all([1, 2, 3].map(() => loadContent(source, whole, clock)));
  expect(loaded.sort()).toEqual([0, 0, 2]);
  expect(await loadContent(source, whole, clock)).toBe(0);
  expect(await source.query('SELECT count(*)::int AS events FROM outbox')).toEqual([{ events: 2 }]);
});

test('what has been changed since is left as it is, and what is new is added', async () => {
  await source.query("UPDATE body SET reason = 'changed by people' WHERE id = 'vrb:body:a'");
  expect(await loadContent(source, profile(body('a'), body('b'), body('c')), clock)).toBe(1);
  expect(await source.query("SELECT reason FROM body WHERE id = 'vrb:body:a'")).toEqual([
    { reason: 'changed by people' },
  ]);
});
