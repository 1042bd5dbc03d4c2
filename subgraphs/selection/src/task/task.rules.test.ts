import { describe, expect, test } from '@jest/globals';
import { STEP_KINDS } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  concerned,
  earliest,
  firstTasks,
  MOST_TASKS,
  TASK_KINDS,
  type TaskKind,
  taskFor,
  taskOf,
} from './task.rules.ts';
import { type TaskFacts, textOf } from './task.words.rules.ts';

const instants = fc
  .integer({ min: 0, max: 50 })
  .map((hour) => Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000));
const tasks = fc.array(
  fc
    .record({ kind: fc.constantFrom(...TASK_KINDS), dueAt: fc.option(instants), at: fc.nat() })
    .map(({ kind, dueAt, at }) => taskOf(kind, String(at), { dueAt, about: 'STEP', request: 'FEEDBACK' })),
  { maxLength: 150 },
);
const due = (dueAt: Temporal.Instant | null): number => dueAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY;

describe('the first tasks', () => {
  test('are at most so many, none of which is due after one that is left out', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        const first = firstTasks(all);
        expect(first).toHaveLength(Math.min(all.length, MOST_TASKS));
        const times = first.map(({ dueAt }) => due(dueAt));
        expect(times).toEqual([...times].sort((one, other) => (one === other ? 0 : one - other)));
        const left = all.filter((task) => !first.includes(task)).map(({ dueAt }) => due(dueAt));
        for (const one of left) expect(times.every((time) => time <= one)).toBe(true);
      }),
    );
  });

  test('come in the order of a procedure where they are due alike, and then as they are given', () => {
    const ids = (all: readonly [TaskKind, string][]) =>
      firstTasks(all.map(([kind, id]) => taskOf(kind, id))).map(({ kind, procedureId }) => `${kind} ${procedureId}`);
    expect(
      ids([
        ['SUBMIT_RESULT', 'a'],
        ['START_SELECTION', 'b'],
        ['SUBMIT_RESULT', 'c'],
        ['START_SELECTION', 'a'],
      ]),
    ).toEqual(['START_SELECTION b', 'START_SELECTION a', 'SUBMIT_RESULT a', 'SUBMIT_RESULT c']);
  });
});

describe('a task', () => {
  test('names the application where it concerns one, and only the number where it concerns several', () => {
    expect(taskFor('SCORE_CANDIDATES', 'p', concerned(['a']))).toMatchObject([{ application: 'a', count: 1 }]);
    expect(taskFor('SCORE_CANDIDATES', 'p', concerned(['a', 'b']))).toMatchObject([{ application: null, count: 2 }]);
    expect(taskFor('SCORE_CANDIDATES', 'p', concerned([]))).toEqual([]);
    expect(taskOf('SUBMIT_RESULT', 'p')).toMatchObject({ application: null, count: null, dueAt: null });
  });

  test('is due with the earliest of what it is about', () => {
    fc.assert(
      fc.property(fc.array(instants), (all) => {
        const first = earliest(all);
        if (all.length === 0) expect(first).toBeNull();
        else expect(first!.epochMilliseconds).toBe(Math.min(...all.map(({ epochMilliseconds }) => epochMilliseconds)));
      }),
    );
  });
});

describe('the words of a task', () => {
  const facts: readonly [TaskKind, TaskFacts][] = [
    ...TASK_KINDS.filter((kind) => !['SEND_OUTCOMES', 'ANSWER_REQUEST'].includes(kind)).flatMap((kind) =>
      [1, 3].map((count) => [kind, { count, step: 'ORAL_TEST' }] as [TaskKind, TaskFacts]),
    ),
    ...(['STEP', 'RESULT', 'DECISION'] as const).map(
      (about) => ['SEND_OUTCOMES', { about, count: 2, step: 'INTERVIEW' }] as [TaskKind, TaskFacts],
    ),
    ...(['CONTEST', 'FEEDBACK', 'COMPLAINT'] as const).map(
      (request) => ['ANSWER_REQUEST', { request, count: 1 }] as [TaskKind, TaskFacts],
    ),
  ];

  test.each(facts)('%s %j: are a sentence of our own in each language', (kind, given) => {
    const { nl, fr, en, original } = textOf(kind, given);
    for (const text of [nl, fr, en]) expect(text).toMatch(/^[A-ZÀ-Ý][^{}]*[^ ]\.$/u);
    for (const text of [nl, fr, en]) expect(text).not.toMatch(/undefined|null|NaN|\b[A-Z_]{4,}\b/);
    expect(new Set([nl, fr, en]).size).toBe(3);
    expect(original).toBeNull();
  });

  test('say how many, and which step', () => {
    expect(textOf('INVITE_TO_HEARING', { count: 1, step: 'ORAL_TEST' })).toEqual({
      ...{ nl: 'Nodig 1 kandidaat uit voor de mondelinge test.', en: 'Invite 1 candidate to the oral test.' },
      ...{ fr: 'Invitez à l’étape « épreuve orale » : 1 candidature.', original: null },
    });
    const steps = STEP_KINDS.map((step) => textOf('CONCLUDE_STEP', { step }));
    for (const language of ['nl', 'fr', 'en'] as const) {
      expect(new Set(steps.map((text) => text[language])).size).toBe(STEP_KINDS.length);
    }
  });
});
