import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { answer, codesOf, decide, START, type Submitted, submitted } from '../decision/testing/deciding.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';

const WHY = 'The holder has resigned for reasons of their own.';
const NAME = 'Ada Lovelace';
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** A mandate of five years, or one that has no end yet. */
const held = async (state = brusselsVacancy()) => {
  const on = await submitted(selection, `gew:vacancy:v${made++}`, state, [1, 2]);
  await decide(selection, on, on.applications[0]!, { languageRole: 'FR' });
  await answer(selection, on.applicants[0]!, 'acceptAppointment');
  const [row] = await selection.query<{ id: string }>('SELECT id FROM mandate WHERE procedure_id = $1', [on.procedure]);
  return { ...on, mandate: row!.id };
};
const interim = () =>
  held(brusselsVacancy({ mandate: { kind: 'INTERIM', interim: true, duration: null, startsOn: null, endsOn: null } }));
const end = (mandate: string, endsOn: string, own: Record<string, unknown> = {}, actor: Actor = authority('gew')) =>
  selection.write(actor, 'endMandate', { mandate, version: 1, endsOn, cause: 'RESIGNATION', reasons: WHY, ...own });
const publish = ({ procedure }: Submitted, own: Record<string, unknown> = {}, actor: Actor = authority('gew')) =>
  selection.write(actor, 'publishAppointment', { procedure, publishedName: NAME, ...own });
const told = async (mandate: string) =>
  (
    await selection.query<{ data: { endsOn: string | null; version: number } }>(
      "SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.mandate.recorded.v1' ORDER BY id",
      [mandate],
    )
  ).map(({ data: { endsOn, version } }) => `${version} ${endsOn}`);

const APPOINTEE = `appointee { name version publishedAt mandate { kind kindSource startsOn duration durationSource endsOn
  endsOnSource endRule endSource termEndsOn languageRole version explanation { en } } }`;
const publicly = async ({ procedure }: Submitted, actor: Actor = PUBLIC_ACTOR) => {
  const { data, errors } = await selection.ask(
    actor,
    `query ($id: ID!) { selectionProcedure(id: $id) { ${APPOINTEE} } }`,
    { id: procedure },
  );
  expect(errors).toBeUndefined();
  return data.selectionProcedure.appointee;
};

describe('a mandate that ends', () => {
  test('legal 2: before its term, by another function, an evaluation and the like, ends on the day that is told', async () => {
    const { mandate } = await held();
    expect(await end(mandate, '2028-06-30')).toMatchObject({ id: mandate, version: 2 });
    expect(await told(mandate)).toEqual(['1 2031-01-31', '2 2028-06-30']);
    expect(await end(mandate, '2028-09-30', { version: 2, cause: 'OTHER_FUNCTION' })).toMatchObject({ version: 3 });
    expect(await told(mandate)).toEqual(['1 2031-01-31', '2 2028-06-30', '3 2028-09-30']);
  });

  test('legal 2: in the interim has no end before one is fixed', async () => {
    const { mandate } = await interim();
    expect(await told(mandate)).toEqual(['1 null']);
    expect(await end(mandate, '2027-01-15', { cause: 'RETURN_OF_HOLDER' })).toMatchObject({ version: 2 });
    expect(await told(mandate)).toEqual(['1 null', '2 2027-01-15']);
  });

  test('has its reasons sealed under the key of its holder, in the row and in the trail', async () => {
    const { mandate, applicants } = await held();
    await end(mandate, '2028-06-30', { cause: 'EVALUATION' });
    const [entry] = await selection.query<{ act: string; person: string; before: object; after: object }>(
      "SELECT act, person, before, after FROM trail_entry WHERE about_id = $1 AND act = 'END_MANDATE'",
      [mandate],
    );
    expect(entry).toEqual({
      ...{ act: 'END_MANDATE', person: `candidate:${applicants[0]!.candidate}` },
      ...{ before: { endsOn: '2031-01-31' }, after: { endsOn: '2028-06-30' } },
    });
    const everything = await selection.query(
      `SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(m::text, '') FROM mandate m)
         || (SELECT string_agg(o::text, '') FROM outbox o) AS all`,
    );
    for (const text of [WHY, 'EVALUATION']) expect(JSON.stringify(everything)).not.toContain(text);
  });

  test('ends within its term, with reasons, on another day than before, and on the version that stands', async () => {
    const { mandate } = await held();
    expect(await end(mandate, START)).toMatchObject({ version: 2 });
    expect(codesOf(await end(mandate, START, { version: 2 }))).toEqual(['endsOn NOTHING_TO_CHANGE']);
    expect(codesOf(await end(mandate, '2026-01-31', { version: 2, reasons: 'Gone.' }))).toEqual([
      ...['endsOn EMPTY_RANGE', 'reasons TOO_SHORT'],
    ]);
    expect(codesOf(await end(mandate, '2031-02-01', { version: 2 }))).toEqual(['endsOn AFTER_THE_TERM']);
    expect(await end(mandate, '2027-01-01')).toMatchObject({ __typename: 'VersionConflict', currentVersion: 2 });
    expect(await end(mandate, '2031-01-31', { version: 2 })).toMatchObject({ version: 3 });
  });

  test.each<[string, (on: Submitted) => Actor, string | null]>([
    ['its holder', (on) => candidateActor(on.applicants[0]!.subject), 'FORBIDDEN'],
    ['a recruiter', () => recruiter('gew'), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the public', () => PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['the authority of another institution', () => authority('vrb'), null],
  ])('is not ended, and not published, by %s', async (_who, actorFor, code) => {
    const on = await held();
    const refused = [await end(on.mandate, '2028-06-30', {}, actorFor(on)), await publish(on, {}, actorFor(on))];
    if (code === null) {
      expect(refused.map(codesOf)).toEqual([['mandate UNKNOWN_MANDATE'], ['procedure UNKNOWN_PROCEDURE']]);
      expect(await end(randomUUID(), '2028-06-30', {}, actorFor(on))).toEqual(refused[0]);
    } else for (const { errors } of refused) expect(errors[0].extensions.code).toBe(code);
    expect(await told(on.mandate)).toEqual(['1 2031-01-31']);
    expect(await publicly(on)).toBeNull();
  });

  test('once, of fifty at the same time', async () => {
    const { mandate } = await held();
    const all = await Promise.all(Array.from({ length: 50 }, () => end(mandate, '2028-06-30')));
    expect(all.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(all.filter(({ __typename }) => __typename === 'Refused')).toHaveLength(49);
    expect(await told(mandate)).toHaveLength(2);
  });
});

describe('an appointment', () => {
  test('is public once it is published: the name, and the mandate with what its terms come from', async () => {
    const on = await held();
    expect(await publicly(on)).toBeNull();
    expect(await publicly(on, authority('gew'))).toBeNull();
    expect(await publish(on)).toMatchObject({ version: 1 });
    expect(await publicly(on)).toEqual({
      ...{ name: NAME, version: 1, publishedAt: selection.clock.now().toString({ fractionalSecondDigits: 3 }) },
      mandate: {
        ...{ kind: 'MANDATE', kindSource: 'NOTICE', startsOn: START, duration: 'P5Y', durationSource: 'REGIME' },
        ...{ endsOn: '2031-01-31', endsOnSource: 'REGIME', endRule: 'END_OF_DURATION', endSource: 'REGIME' },
        ...{ termEndsOn: '2031-01-31', languageRole: 'FR', version: 1 },
        explanation: { en: expect.stringContaining('1 February 2026 + 5 years = 1 February 2031') },
      },
    });
    await end(on.mandate, '2028-06-30');
    expect((await publicly(on)).mandate).toMatchObject({
      ...{ endsOn: '2028-06-30', endsOnSource: 'DECISION', termEndsOn: '2031-01-31', version: 2 },
    });
  });

  test('that is published tells nobody else what ended it', async () => {
    const on = await held();
    await publish(on);
    await end(on.mandate, '2028-06-30', { cause: 'EVALUATION' });
    const query = `query ($id: ID!) { selectionProcedure(id: $id) { appointee { mandate { endCause endReasons } } } }`;
    const ask = (actor: Actor) => selection.ask(actor, query, { id: on.procedure });
    for (const actor of [PUBLIC_ACTOR, candidateActor('somebody'), authority('vrb')]) {
      const { data, errors } = await ask(actor);
      expect(data.selectionProcedure.appointee.mandate).toEqual({ endCause: null, endReasons: null });
      expect(errors).toHaveLength(2);
    }
    const { data } = await ask(authority('gew'));
    expect(data.selectionProcedure.appointee.mandate).toEqual({ endCause: 'EVALUATION', endReasons: WHY });
  });

  test('is published with a name that can be corrected, and that goes with the data of the person', async () => {
    const on = await held();
    await publish(on, { publishedName: 'Ada Lovelaze' });
    expect(await publish(on)).toMatchObject({ __typename: 'VersionConflict', givenVersion: 0, currentVersion: 1 });
    expect(await publish(on, { version: 1 })).toMatchObject({ version: 2 });
    expect(await publicly(on)).toMatchObject({ name: NAME, version: 2 });
    const everything = await selection.query(
      `SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(o::text, '') FROM outbox o)
         || (SELECT string_agg(p::text, '') FROM appointment_publication p) AS all`,
    );
    expect(JSON.stringify(everything)).not.toContain('Ada');
    await selection.erased(on.applicants[0]!);
    expect(await publicly(on)).toMatchObject({ name: null, mandate: { startsOn: START } });
  });

  test('is not published before it was accepted, nor where nobody was appointed, nor with a text for a name', async () => {
    const on = await submitted(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), [1]);
    await decide(selection, on, on.applications[0]!);
    expect(codesOf(await publish(on))).toEqual(['procedure NOBODY_APPOINTED']);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    await decide(selection, on, null);
    expect(codesOf(await publish(on, { publishedName: 'x'.repeat(201) }))).toEqual([
      ...['procedure NOBODY_APPOINTED', 'publishedName NOT_A_NAME'],
    ]);
    const refused = await publish(await held(), { publishedName: 'Ada\nLovelace' });
    expect(refused).toMatchObject({ problems: [{ path: 'publishedName', code: 'NOT_A_NAME', value: null }] });
  });

  test('is published once, of fifty at the same time', async () => {
    const on = await held();
    const all = await Promise.all(Array.from({ length: 50 }, () => publish(on)));
    expect(all.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(all.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(49);
  });
});
