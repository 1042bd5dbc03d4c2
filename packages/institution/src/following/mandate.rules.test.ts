import { describe, expect, test } from '@jest/globals';
import { mandateTold } from '../testing/mandates.ts';
import { isForAnother, mandateOf, mandateProblems } from './mandate.rules.ts';

const told = mandateTold('m-1');
const mandate = mandateOf('vrb', told)!;

describe('what is told of a mandate', () => {
  test('is read without whose it is, with the local day on which it was recorded', () => {
    expect(mandateOf('vrb', mandateTold('m-1', { recordedAt: '2025-09-19T22:30:00Z' }))).toEqual({
      id: 'm-1',
      version: 1,
      procedure: 'procedure-1',
      vacancy: 'vrb:vacancy:call',
      position: 'vrb:position:head',
      languageRole: 'NL',
      startsOn: '2025-10-01',
      endsOn: null,
      toldOn: '2025-09-20',
    });
  });

  test('is for another institution only if it names one', () => {
    expect([told, { institution: 'zzz' }, {}, null, 'vrb'].map((data) => isForAnother('vrb', data))).toEqual([
      ...[false, true, false, false, false],
    ]);
  });

  test.each([null, {}, 'vrb'])('is nothing to act on as %j', (data) => expect(mandateOf('vrb', data)).toBeNull());

  test.each<[string, object]>([
    ['a vacancy of another institution', { vacancy: 'zzz:vacancy:call' }],
    ['a post of another institution', { position: 'zzz:position:head' }],
    ['something that is no vacancy', { vacancy: 'vrb:unit:a' }],
    ['something that is no post', { position: 'vrb:unit:a' }],
    ['a post as of a day', { position: 'vrb:position:head@2025-01-01' }],
    ['no post', { position: undefined }],
    ['no mandate', { mandate: '' }],
    ['no procedure', { procedure: 7 }],
    ['a language role that is none', { languageRole: 'DE' }],
    ['a version that is none', { version: 0 }],
    ['half a version', { version: 1.5 }],
    ['no first day', { startsOn: null }],
    ['a last day that is no text', { endsOn: 7 }],
    ['no instant', { recordedAt: 'yesterday' }],
    ['an instant that is no text', { recordedAt: 7 }],
  ])('is nothing to act on when it names %s', (_what, own) => expect(mandateOf('vrb', { ...told, ...own })).toBeNull());
});

describe('a mandate', () => {
  const codes = (own: object, earlier: object | null = null) =>
    mandateProblems({ ...mandate, ...own }, earlier === null ? null : { ...mandate, ...earlier }).map(
      ({ path, code, value }) => `${path} ${code} ${value}`,
    );

  test('may last a day, and not less', () => {
    expect(codes({ endsOn: '2025-10-01' })).toEqual([]);
    expect(codes({ endsOn: '2025-09-30' })).toEqual(['endsOn EMPTY_RANGE 2025-09-30']);
  });

  test('has days of the calendar', () =>
    expect(codes({ startsOn: '2025-02-29', endsOn: '1 May' })).toEqual([
      'startsOn INVALID_DATE 2025-02-29',
      'endsOn INVALID_DATE 1 May',
    ]));

  test('stays one of its vacancy and of its post', () => {
    expect(codes({ startsOn: '2026-01-01', languageRole: null }, {})).toEqual([]);
    expect(codes({}, { vacancy: 'vrb:vacancy:b', position: 'vrb:position:b' })).toEqual([
      'vacancy ANOTHER_POST vrb:vacancy:call',
      'position ANOTHER_POST vrb:position:head',
    ]);
  });
});
