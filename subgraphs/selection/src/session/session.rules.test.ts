import { describe, expect, test } from '@jest/globals';
import type { Temporal } from 'temporal-polyfill';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import { brussels } from '../testing/selection.ts';
import { callOffProblems, changeProblems, isMoved, standingProblems } from './session.change.rules.ts';
import { changedOf, formProblems, type GivenSession, plannedOf } from './session.form.rules.ts';
import { beginProblems, inStepProblems, sessionProblems, stepProblems } from './session.rules.ts';
import { booking, session, TERMS } from './testing/records.ts';

const codes = (problems: readonly { readonly path: string; readonly code: string }[]) =>
  problems.map(({ path, code }) => `${path} ${code}`);
const at = (local: string) => brussels(local).toString();
const NOW = brussels('2025-10-25T10:00');
const BEFORE_START = brussels('2025-11-20T08:59');

const GIVEN = {
  ...{ startsAt: at('2025-11-20T09:00'), minutes: 120, capacity: 10, place: 'Room 1' },
  registrationUntil: at('2025-11-15T00:00'),
};
const planning = (own: GivenSession = {}, now = NOW) => {
  const given = { ...GIVEN, ...own } as typeof GIVEN;
  return codes(
    formProblems(given, true, () => {
      const planned = plannedOf(given, now);
      return [...beginProblems(planned.registrationFrom, now), ...sessionProblems(planned, now)];
    }),
  );
};
const changing = (given: GivenSession, own: Parameters<typeof session>[0] = {}, now: Temporal.Instant = NOW) => {
  const before = session(own);
  return codes(
    formProblems(given, false, () => {
      const after = changedOf(given, before);
      return [...sessionProblems(after, now), ...changeProblems(before, after, TERMS, now)];
    }),
  );
};

describe('a session that is planned', () => {
  test('lasts until its end, or for its minutes, and one of the two is given', () => {
    expect(plannedOf(GIVEN, NOW).endsAt).toEqual(brussels('2025-11-20T11:00'));
    expect(planning()).toEqual([]);
    expect(planning({ minutes: null, endsAt: at('2025-11-20T12:00') })).toEqual([]);
    expect(planning({ minutes: null })).toEqual(['endsAt ONE_END']);
    expect(planning({ endsAt: at('2025-11-20T12:00') })).toEqual(['endsAt ONE_END']);
  });

  test('has a length of up to 24 hours', () => {
    expect(planning({ minutes: 1_440 })).toEqual([]);
    expect(planning({ minutes: 1_441 })).toEqual(['endsAt OUT_OF_RANGE']);
    expect(planning({ minutes: 0 })).toEqual(['endsAt OUT_OF_RANGE']);
  });

  test('is open for registration from when it is planned, or later, and not once it has started', () => {
    expect(plannedOf(GIVEN, NOW).registrationFrom).toEqual(NOW);
    expect(planning({ registrationFrom: NOW.subtract({ milliseconds: 1 }).toString() })).toEqual([
      'registrationFrom IN_THE_PAST',
    ]);
    expect(planning({ registrationUntil: GIVEN.startsAt })).toEqual([]);
    expect(planning({ registrationUntil: at('2025-11-20T09:00:00.001') })).toEqual([
      'registrationUntil AFTER_THE_START',
    ]);
    expect(planning({ registrationFrom: GIVEN.registrationUntil })).toEqual(['registrationUntil OUT_OF_RANGE']);
  });

  test('is refused with everything that is wrong', () => {
    const past = { startsAt: NOW.toString(), minutes: -1, registrationFrom: at('2025-10-24T10:00'), capacity: 0 };
    expect(planning(past)).toEqual([
      ...['registrationFrom IN_THE_PAST', 'startsAt IN_THE_PAST', 'endsAt OUT_OF_RANGE'],
      ...['registrationUntil AFTER_THE_START', 'capacity OUT_OF_RANGE'],
    ]);
  });

  test.each(['+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '2100-01-01T00:00:00Z', '1899-12-31T23:59:59Z'])(
    'cannot be reckoned with at %s',
    (instant) =>
      expect(planning({ startsAt: instant, registrationFrom: instant })).toEqual([
        'startsAt OUT_OF_RANGE',
        'registrationFrom OUT_OF_RANGE',
      ]),
  );
});

describe('a change', () => {
  test('that moves the start alone keeps the length', () =>
    expect(changedOf({ startsAt: at('2025-11-21T14:00') }, session()).endsAt).toEqual(brussels('2025-11-21T16:00')));

  test('changes something', () => {
    expect(changing({})).toEqual(['session NOTHING_CHANGES']);
    expect(changing({ place: 'Room 1', capacity: 10 })).toEqual(['session NOTHING_CHANGES']);
    expect(changing({ place: 'Room 2' })).toEqual([]);
  });

  test('never leaves fewer seats than are taken', () => {
    expect(changing({ capacity: 3 }, { taken: 3 })).toEqual([]);
    expect(changing({ capacity: 2 }, { taken: 3 })).toEqual(['capacity BELOW_TAKEN']);
  });

  test('of the beginning of registration is possible until it has begun', () => {
    const later = { registrationFrom: at('2025-11-02T00:00') };
    expect(changing(later)).toEqual([]);
    expect(changing(later, {}, brussels('2025-11-01T00:00'))).toEqual(['registrationFrom BEGUN']);
    expect(changing({ registrationFrom: at('2025-10-25T09:59') })).toEqual(['registrationFrom IN_THE_PAST']);
  });

  test('of the end of registration moves it only away once it has begun, and not at all once it is over', () => {
    const [earlier, later] = ['2025-11-14T00:00', '2025-11-16T00:00'].map((local) => ({
      registrationUntil: at(local),
    }));
    const [begun, last, over] = ['2025-11-01T00:00', '2025-11-14T23:59', '2025-11-15T00:00'].map(brussels);
    expect(changing(earlier!)).toEqual([]);
    expect(changing(earlier!, {}, begun)).toEqual(['registrationUntil ONLY_LATER']);
    expect(changing(later!, {}, last)).toEqual([]);
    expect(changing(later!, {}, over)).toEqual(['registrationUntil REGISTRATION_OVER']);
  });

  test('of the start leaves whoever has a seat the time to give it up', () => {
    const own = { registrationUntil: '2025-11-15T00:00' };
    const now = brussels('2025-11-19T08:00');
    expect(changing({ startsAt: at('2025-11-19T09:00') }, { ...own, taken: 1 }, now)).toEqual([]);
    expect(changing({ startsAt: at('2025-11-19T08:59') }, { ...own, taken: 1 }, now)).toEqual(['startsAt TOO_SOON']);
    expect(changing({ startsAt: at('2025-11-19T08:59') }, own, now)).toEqual([]);
  });

  test('is told to whoever has a seat where it is of time or place', () => {
    const moved = (given: GivenSession) => isMoved(session(), changedOf(given, session()));
    expect(moved({ startsAt: at('2025-11-20T10:00') })).toBe(true);
    expect(moved({ minutes: 90 })).toBe(true);
    expect(moved({ place: 'Room 2' })).toBe(true);
    expect(moved({ capacity: 11, registrationUntil: at('2025-11-16T00:00') })).toBe(false);
  });

  test('is of a session that is still to come', () => {
    expect(codes(standingProblems(session(), BEFORE_START))).toEqual([]);
    const gone = session({ calledOffAt: '2025-11-10T10:00' });
    expect(codes(standingProblems(gone, brussels('2025-11-20T09:00')))).toEqual([
      'session CALLED_OFF',
      'session STARTED',
    ]);
  });
});

describe('calling off', () => {
  test('is possible once, and until attendance is recorded', () => {
    expect(codes(callOffProblems(session(), [booking('BOOKED')]))).toEqual([]);
    expect(codes(callOffProblems(session(), [booking('BOOKED'), booking('PRESENT')]))).toEqual(['session HELD']);
    expect(codes(callOffProblems(session({ calledOffAt: '2025-11-10T10:00' }), [booking('ABSENT')]))).toEqual([
      'session CALLED_OFF',
      'session HELD',
    ]);
  });
});

describe('sessions', () => {
  const step = (kind: StepRecord['kind'], status: StepRecord['status']): StepRecord => ({
    ...{ id: kind, key: kind, position: 1, kind, status, eliminatory: null, version: 1 },
    name: { nl: null, fr: null, en: null, de: null, original: null } as StepRecord['name'],
  });
  const procedure = (status: ProcedureRecord['status'], ...steps: StepRecord[]) => ({ status, steps });

  test('S2.S2: are of a computer assessment in a running procedure, until it is concluded', () => {
    expect(codes(stepProblems(procedure('RUNNING', step('COMPUTER_ASSESSMENT', 'PENDING'))))).toEqual([]);
    expect(codes(stepProblems(procedure('NOT_STARTED', step('INTERVIEW', 'PENDING'))))).toEqual([
      'procedure NOT_AT_THIS_TIME',
      'procedure NO_ASSESSMENT',
    ]);
    expect(codes(stepProblems(procedure('RUNNING', step('COMPUTER_ASSESSMENT', 'CONCLUDED'))))).toEqual([
      'procedure STEP_CONCLUDED',
    ]);
  });

  test('S2.S2: are for admitted candidates, who are in that step', () => {
    const running = procedure('RUNNING', step('COMPUTER_ASSESSMENT', 'RUNNING'));
    expect(inStepProblems({ status: 'IN_PROGRESS', stepId: 'COMPUTER_ASSESSMENT' }, running)).toEqual([]);
    expect(codes(inStepProblems({ status: 'IN_PROGRESS', stepId: 'other' }, running))).toEqual([
      'application NOT_IN_THIS_STEP',
    ]);
    expect(codes(inStepProblems({ status: 'EXCLUDED', stepId: 'COMPUTER_ASSESSMENT' }, running))).toEqual([
      'application NOT_IN_THIS_STEP',
    ]);
  });
});
