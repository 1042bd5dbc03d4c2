import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { seen } from '../scoring/testing/judging.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { answer, decide, OTHER_REASONS, REASONS, START, type Submitted, submitted } from './testing/deciding.ts';

const DEPARTURE = 'The others lead teams of another kind.';
const DECLINING = 'Another post was offered to me.';
const PRIVACY_OFFICER: Actor = {
  ...{ kind: 'person', subject: 'a privacy officer' },
  grants: [{ role: 'privacy-officer', institution: null, procedure: null, scopes: [] }],
};
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const before = (places: readonly (number | null)[]) =>
  submitted(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), places);
const DECISION = `id status authority decidedAt application statements { application chosen reasons } departsFromRanking
  departureReasons terms { kind startsOn endsOn duration } termsReasons languageRole declineReasons
  mandate { id version endsOn endCause }`;
const shown = async ({ procedure }: Submitted, actor: Actor) => {
  const { data, errors } = await selection.ask(
    actor,
    `query ($id: ID!) { selectionProcedure(id: $id) { decision { ${DECISION} } earlierDecisions { ${DECISION} } } }`,
    { id: procedure },
  );
  return errors === undefined ? data.selectionProcedure : errors[0]!.extensions['code'];
};
/** What somebody sees of the decision on each of the candidacies; undefined: nothing of the candidacy itself. */
const own = async (on: Submitted, actor: Actor) =>
  (await seen(selection, actor, on.applications, ({ decisionReader }, one) => decisionReader.ofCandidacy(one))).answers;
const sendDecision = ({ procedure }: Submitted) =>
  selection.write(recruiter('gew'), 'sendOutcomes', {
    procedure,
    about: 'DECISION',
    remedyStated: true,
    byLetter: false,
  });
const sit = ({ procedure }: Submitted) =>
  selection.query(
    `INSERT INTO committee_member (id, procedure_id, holder, function, joined_at, data, version, recorded_at, recorded_by)
     VALUES ($1, $2, $3, 'CHAIR', now(), '', 1, now(), 'test')`,
    [randomUUID(), procedure, selection.installation.digest.of('member')],
  );

describe('the decision of a procedure', () => {
  test('is seen whole by the institution, with those that came to nothing', async () => {
    const on = await before([1, 2, 3]);
    const [first, second, third] = on.applications;
    expect(await shown(on, authority('gew'))).toEqual({ decision: null, earlierDecisions: [] });
    await decide(selection, on, second!, { departureReasons: DEPARTURE, languageRole: 'FR' });
    await answer(selection, on.applicants[1]!, 'declineAppointment', { reasons: DECLINING });
    selection.at('2025-12-02T10:00');
    const terms = { duration: 'P2Y', reasons: 'The post is reformed in two years.' };
    await decide(selection, on, first!, { terms });
    const expected = {
      decision: {
        ...{ status: 'AWAITING_ANSWER', authority: 'GOVERNMENT', decidedAt: '2025-12-02T09:00:00.000Z' },
        ...{ id: expect.any(String), application: first, departsFromRanking: false, departureReasons: null },
        statements: [
          { application: first, chosen: true, reasons: REASONS },
          { application: third, chosen: false, reasons: OTHER_REASONS },
        ].sort((one, other) => (one.application! < other.application! ? -1 : 1)),
        terms: { kind: 'MANDATE', startsOn: START, endsOn: '2028-01-31', duration: 'P2Y' },
        ...{ termsReasons: terms.reasons, languageRole: null, declineReasons: null, mandate: null },
      },
      earlierDecisions: [
        expect.objectContaining({
          ...{ status: 'DECLINED', application: second, departsFromRanking: true, departureReasons: DEPARTURE },
          ...{ languageRole: 'FR', declineReasons: DECLINING, termsReasons: null },
        }),
      ],
    };
    for (const actor of [authority('gew'), recruiter('gew')]) {
      const { decision, earlierDecisions } = await shown(on, actor);
      expect({ decision, earlierDecisions }).toEqual(expected);
    }
    await answer(selection, on.applicants[0]!, 'acceptAppointment');
    const { decision } = await shown(on, authority('gew'));
    expect(decision).toMatchObject({
      status: 'IN_EFFECT',
      mandate: { version: 1, endsOn: '2028-01-31', endCause: null },
    });
  });

  test.each<[string, (on: Submitted) => Actor, string]>([
    ['the one who was chosen', (on) => candidateActor(on.applicants[0]!.subject), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the authority of another institution', () => authority('vrb'), 'FORBIDDEN'],
    ['a recruiter of another institution', () => recruiter('vrb'), 'FORBIDDEN'],
    ['a privacy officer', () => PRIVACY_OFFICER, 'FORBIDDEN'],
    ['the public', () => PUBLIC_ACTOR, 'UNAUTHENTICATED'],
  ])('is not seen by %s', async (_who, actorFor, code) => {
    const on = await before([1]);
    await decide(selection, on, on.applications[0]!);
    await sit(on);
    expect(await shown(on, actorFor(on))).toBe(code);
  });

  test('has no reasons on who was erased, while those on others stay', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[1]!, { departureReasons: DEPARTURE });
    await selection.erased(on.applicants[1]!);
    const { decision } = await shown(on, authority('gew'));
    expect(decision).toMatchObject({ departsFromRanking: true, departureReasons: null });
    const reasons = new Map(
      decision.statements.map((one: { application: string; reasons: string | null }) => [one.application, one.reasons]),
    );
    expect([reasons.get(on.applications[0]!), reasons.get(on.applications[1]!)]).toEqual([OTHER_REASONS, null]);
  });

  test('takes as many statements for twenty candidates as for one', async () => {
    const ask = async (on: Submitted) => {
      await decide(selection, on, on.applications[0]!);
      const query = `query ($id: ID!) { selectionProcedure(id: $id) { decision { ${DECISION} } } }`;
      return (await selection.ask(authority('gew'), query, { id: on.procedure })).statements;
    };
    const twenty = await before(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await ask(twenty)).toBe(await ask(await before([1])));
  });
});

describe('what a decision says of a candidate', () => {
  test('legal 8: is told to the one who is chosen at once, with the terms; to others, once it was sent', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[0]!);
    const [chosen, other] = on.applicants.map(({ subject }) => candidateActor(subject)) as [Actor, Actor];
    expect(await own(on, chosen)).toEqual([
      expect.objectContaining({
        ...{ chosen: true, status: 'AWAITING_ANSWER', authority: 'GOVERNMENT', reasons: REASONS },
        terms: expect.objectContaining({ startsOn: START }),
      }),
      undefined,
    ]);
    expect(await own(on, other)).toEqual([undefined, null]);
    await answer(selection, on.applicants[0]!, 'acceptAppointment');
    expect(await own(on, other)).toEqual([undefined, null]);
    expect(await sendDecision(on)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await own(on, other)).toEqual([
      undefined,
      expect.objectContaining({ chosen: false, status: null, reasons: OTHER_REASONS, terms: null }),
    ]);
  });

  test('of who declined stays the decision that chose them', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[0]!);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    selection.at('2025-12-02T10:00');
    await decide(selection, on, on.applications[1]!);
    const [first, second] = on.applicants.map(({ subject }) => candidateActor(subject)) as [Actor, Actor];
    expect((await own(on, first))[0]).toMatchObject({ chosen: true, status: 'DECLINED' });
    expect((await own(on, second))[1]).toMatchObject({ chosen: true, status: 'AWAITING_ANSWER' });
  });

  test('that appoints nobody has its reasons for each of them', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, null, { others: [{ application: on.applications[1], reasons: OTHER_REASONS }] });
    await sendDecision(on);
    const answers = await Promise.all(on.applicants.map(({ subject }) => own(on, candidateActor(subject))));
    expect([answers[0]![0], answers[1]![1]]).toMatchObject([
      { chosen: false, reasons: REASONS },
      { chosen: false, reasons: OTHER_REASONS },
    ]);
  });

  test('is seen by the institution, and by no member of the committee', async () => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[0]!);
    await sit(on);
    for (const actor of [authority('gew'), recruiter('gew')]) {
      expect(await own(on, actor)).toMatchObject([{ chosen: true }, { chosen: false, reasons: OTHER_REASONS }]);
    }
    expect(await own(on, memberActor('member', on.procedure))).toEqual([null, null]);
    expect(await own(on, authority('vrb'))).toEqual([undefined, undefined]);
  });

  test('takes as many statements for twenty candidates as for one', async () => {
    const on = await before(Array.from({ length: 20 }, (_, at) => at + 1));
    await decide(selection, on, on.applications[0]!);
    const count = async (applications: readonly string[]) =>
      (
        await seen(selection, recruiter('gew'), applications, ({ decisionReader }, one) =>
          decisionReader.ofCandidacy(one),
        )
      ).statements;
    expect(await count(on.applications)).toBe(await count(on.applications.slice(0, 1)));
  });
});
