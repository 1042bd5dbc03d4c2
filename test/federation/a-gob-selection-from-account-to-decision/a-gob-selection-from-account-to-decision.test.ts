import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { afterwards } from '../../../scripts/src/demo/play.gob.afterwards.ts';
import { applying } from '../../../scripts/src/demo/play.gob.applying.ts';
import { CANDIDATES, GOB_POSITION, GOB_VACANCY, PUBLIC } from '../../../scripts/src/demo/play.gob.cast.ts';
import { committee } from '../../../scripts/src/demo/play.gob.committee.ts';
import { decision, secondDecision } from '../../../scripts/src/demo/play.gob.decision.ts';
import { interview } from '../../../scripts/src/demo/play.gob.interview.ts';
import { result, sending } from '../../../scripts/src/demo/play.gob.result.ts';
import type { Scene } from '../../../scripts/src/demo/play.gob.scene.ts';
import { screening } from '../../../scripts/src/demo/play.gob.screening.ts';
import { GOB_SCENES, gobRound, playScene } from '../../../scripts/src/demo/play.gob.ts';
import type { Round } from '../../../scripts/src/demo/round.ts';
import { refused } from '../../../scripts/src/demo/stage.ts';
import { settled } from '../../support/settled.ts';
import { expectChapter, type StagedGraph, startStage } from '../../support/stage.ts';
import { stringsIn } from '../support/walk.ts';
import { linesOf, missingFrom, TOLD } from './told.ts';
import { OF_ANOTHER, progressIn, type Seen, shownIn, type Views, viewsOf } from './views.ts';

const { alix, bodil, camille, dana, elis, fadil, gwen } = CANDIDATES;
const ALL = Object.values(CANDIDATES);

let staged: StagedGraph;
let round: Round;
/** What each sees when a part of the play is over. */
const views = new Map<string, Views>();
const seenAfter = ({ title }: Scene): Views => views.get(title)!;
const procedureIn = ({ public: { data } }: Views) => data.selectionProcedure;

beforeAll(async () => {
  staged = await startStage();
  round = gobRound(staged.stage);
  for (const scene of GOB_SCENES) {
    await playScene(round, scene);
    // Who may see whom, candidates hear of the selection.
    await settled(staged.graph);
    views.set(scene.title, await viewsOf(staged.graph, round));
  }
});
afterAll(() => staged?.graph.close());

test('the play is told in docs/procedures.md', () => expectChapter('A GOB selection', staged.lines));

describe('the play tells that', () => {
  test.each(TOLD)('%s', (_what, scene, lines) => {
    expect(missingFrom(linesOf(staged.lines, scene), lines)).toEqual([]);
  });

  test('each act has an instant and somebody who did it, and nobody is a number', () => {
    const acts = staged.lines.filter((line) => line.startsWith('- '));
    expect(acts.length).toBeGreaterThan(60);
    for (const act of acts) expect(act).toMatch(/^- \d{1,2} \w+ 202[56], \d\d:\d\d · [^:]+: \S/);
    expect(staged.lines.filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(line))).toEqual([]);
  });
});

describe('in the end', () => {
  test('the procedure is completed, the vacancy filled and the post held', async () => {
    const { position, vacancy } = await staged.stage.ask(PUBLIC, END, { position: GOB_POSITION, vacancy: GOB_VACANCY });
    expect(position.holder).toEqual({ status: 'HELD', languageRole: 'NL', startsOn: '2025-11-03', endsOn: null });
    expect(vacancy).toMatchObject({
      status: 'FILLED',
      selectionProcedure: {
        ...{ status: 'COMPLETED', ending: 'APPOINTED', finalFrom: '2026-04-28T22:00:00Z' },
        ...{ legalRegime: 'BRUSSELS_STATUTE', suitabilityScheme: 'SUITABLE_UNSUITABLE' },
        steps: [{ status: 'CONCLUDED' }, { status: 'CONCLUDED' }, { status: 'CONCLUDED' }],
      },
    });
  });

  test.each([
    [alix.name, 'APPOINTED', alix, ['PASSED', 'HELD', 'SUITABLE'], { chosen: true, status: 'IN_EFFECT' }, []],
    [bodil.name, 'DECLINED', bodil, ['PASSED', 'HELD', 'SUITABLE'], { chosen: true, status: 'DECLINED' }, []],
    [
      camille.name,
      'NOT_APPOINTED',
      camille,
      ['PASSED', 'HELD', 'SUITABLE'],
      { chosen: false, status: null },
      ['COMPLAINT'],
    ],
    [dana.name, 'UNSUITABLE', dana, ['PASSED', 'HELD', 'UNSUITABLE'], null, []],
    [elis.name, 'EXCLUDED', elis, ['PASSED', 'FAILED'], null, []],
    [fadil.name, 'EXCLUDED', fadil, ['FAILED'], null, []],
    [gwen.name, 'EXCLUDED', gwen, ['FAILED'], null, []],
  ] as const)('%s is %s', async (_name, status, candidate, results, decided, requests) => {
    const fields = 'status outcomes { result } decision { chosen status } requests { kind } final';
    const own = await round.own(candidate, fields);
    expect(own).toEqual({
      ...{ status, decision: decided, final: true, requests: requests.map((kind) => ({ kind })) },
      outcomes: results.map((one) => ({ result: one })),
    });
  });
});

const END = `query ($position: ID!, $vacancy: ID!) {
  position(id: $position) { holder { status languageRole startsOn endsOn } }
  vacancy(id: $vacancy) { status selectionProcedure {
    status ending finalFrom legalRegime suitabilityScheme steps { status } } } }`;

describe('the public sees', () => {
  test.each([
    [applying.title, 'OPEN', 'NOT_STARTED', applying, ['PENDING', 'PENDING', 'PENDING']],
    [screening.title, 'CLOSED', 'RUNNING', screening, ['CONCLUDED', 'RUNNING', 'PENDING']],
    [interview.title, 'CLOSED', 'RUNNING', interview, ['CONCLUDED', 'CONCLUDED', 'RUNNING']],
    [result.title, 'CLOSED', 'RESULT_SUBMITTED', result, ['CONCLUDED', 'CONCLUDED', 'CONCLUDED']],
    [decision.title, 'CLOSED', 'RESULT_SUBMITTED', decision, ['CONCLUDED', 'CONCLUDED', 'CONCLUDED']],
    [afterwards.title, 'FILLED', 'COMPLETED', afterwards, ['CONCLUDED', 'CONCLUDED', 'CONCLUDED']],
  ] as const)(
    'after “%s” that the vacancy is %s, the procedure %s, and how far its steps are',
    (_title, vacancy, status, scene, steps) => {
      const { data } = seenAfter(scene).public;
      expect({ vacancy: data.status, count: data.applicationCount }).toEqual({ vacancy, count: 7 });
      expect(procedureIn(seenAfter(scene))).toMatchObject({ status, steps: steps.map((one) => ({ status: one })) });
    },
  );

  test('no number of the result that could point at somebody', () => {
    expect(procedureIn(seenAfter(result)).result).toEqual({ suitable: null, unsuitable: null, ranked: null });
  });

  test('nobody before the appointment is published, and nobody but the appointee after it', () => {
    const named = (scene: Scene) => {
      const words = stringsIn(seenAfter(scene).public).join(' ');
      return ALL.filter(({ givenNames, familyName }) => words.includes(givenNames) || words.includes(familyName));
    };
    for (const scene of GOB_SCENES.slice(0, GOB_SCENES.indexOf(afterwards))) expect(named(scene)).toEqual([]);
    expect(named(afterwards)).toEqual([alix]);
    expect(procedureIn(seenAfter(afterwards)).appointee.mandate).toEqual({
      ...{ kind: 'INTERIM', startsOn: '2025-11-03', endsOn: null, endRule: 'RETURN_OF_HOLDER' },
    });
  });
});

describe('a candidate sees', () => {
  test('nothing before the selection has started, and then the own step and invitation', () => {
    expect(progressIn(seenAfter(applying).camille)).toBeNull();
    expect(progressIn(seenAfter(screening).camille)).toMatchObject({
      status: 'IN_PROGRESS',
      step: { kind: 'INTERVIEW' },
    });
    expect(progressIn(seenAfter(committee).camille).hearings).toEqual([
      { status: 'INVITED', startsAt: '2025-10-02T07:00:00.000Z' },
    ]);
  });

  test('no group before the result is sent: who is suitable and who is not see the same', () => {
    const { camille: one, dana: other } = seenAfter(result);
    expect(progressIn(one)).toEqual(progressIn(other));
    expect(progressIn(one)).toMatchObject({ status: 'IN_PROGRESS', group: null, place: null, concludedAt: null });
  });

  test('the own group, with its reasons and place, once it is sent', () => {
    expect(progressIn(seenAfter(sending).camille)).toMatchObject({ status: 'SUITABLE', group: 'SUITABLE', place: 3 });
    expect(progressIn(seenAfter(sending).dana)).toMatchObject({ status: 'UNSUITABLE', place: null, final: false });
    expect(progressIn(seenAfter(sending).dana).groupReasons).toMatch(/^Knows one service well/);
  });

  test('being chosen at once, and not being chosen when that is sent', () => {
    expect(progressIn(seenAfter(decision).bodil)).toMatchObject({ status: 'SELECTED', decision: { chosen: true } });
    for (const scene of [decision, secondDecision]) {
      expect(progressIn(seenAfter(scene).camille)).toEqual(progressIn(seenAfter(sending).camille));
    }
    expect(progressIn(seenAfter(afterwards).camille)).toMatchObject({
      status: 'NOT_APPOINTED',
      decision: { chosen: false },
    });
  });

  test('what can be done, and until when', () => {
    const [feedback, complaint, appeal] = progressIn(seenAfter(afterwards).camille).deadlines;
    expect([feedback, complaint, appeal]).toMatchObject([
      { code: 'FEEDBACK', lastDay: null, open: true },
      { code: 'COMPLAINT', lastDay: null, open: true },
      { code: 'APPEAL', lastDay: '2026-04-28', open: true },
    ]);
  });

  test('nothing of others, at any time', () => {
    for (const [title, seen] of views) {
      const others = [...ALL].filter((one) => one !== camille).flatMap((one) => [one.name, round.application(one)]);
      const words = stringsIn(seen.camille);
      expect([title, others.filter((other) => words.some((word) => word.includes(other)))]).toEqual([title, []]);
    }
  });
});

const statusesIn = (seen: Seen) =>
  Object.fromEntries(Object.entries(shownIn(seen)).map(([name, { status }]) => [name, status]));
const IN_THE_INTERVIEW = { Alix: 'IN_PROGRESS', Bodil: 'IN_PROGRESS', Camille: 'IN_PROGRESS', Dana: 'IN_PROGRESS' };
const SUITABLE = { Alix: 'SUITABLE', Bodil: 'SUITABLE', Camille: 'SUITABLE' };

describe('the recruiter sees', () => {
  test('everybody who takes part, and scores when all are in', () => {
    const out = { Elis: 'EXCLUDED', Fadil: 'EXCLUDED', Gwen: 'EXCLUDED' };
    expect(statusesIn(seenAfter(interview).recruiter)).toEqual({ ...IN_THE_INTERVIEW, ...out });
    expect(statusesIn(seenAfter(result).recruiter)).toEqual({ ...SUITABLE, Dana: 'UNSUITABLE', ...out });
    expect(shownIn(seenAfter(interview).recruiter)['Camille'].scores).toHaveLength(4);
  });
});

describe('a member of the committee sees', () => {
  test('those who are to be judged, from when the member is on it, and not how to reach them', () => {
    expect(statusesIn(seenAfter(screening).hanne)).toEqual({});
    expect(statusesIn(seenAfter(committee).hanne)).toEqual({ ...IN_THE_INTERVIEW, Elis: 'IN_PROGRESS' });
    expect(seenAfter(committee).hanne.refused).toEqual(['applications', ...Array(5).fill('email')]);
    expect(statusesIn(seenAfter(interview).hanne)).toEqual(IN_THE_INTERVIEW);
  });

  test('nothing of a candidate with whom a conflict of interest bars', () => {
    for (const scene of [interview, result, afterwards]) {
      const [seen, barred] = [seenAfter(scene).hanne, seenAfter(scene).lou].map((one) => shownIn(one)['Camille']);
      expect(barred).toBeUndefined();
      expect(seen).toMatchObject({ scores: { length: 4 }, averageScore: '12.98' });
    }
  });

  test('neither what is sent to candidates nor what the Government decides on them', () => {
    for (const one of Object.values(shownIn(seenAfter(afterwards).hanne))) {
      expect(one).toMatchObject({ notifications: [], decision: null });
    }
  });
});

describe('the Government sees', () => {
  test('nobody before the result is submitted, and then those who are suitable, with places and without scores', () => {
    expect(statusesIn(seenAfter(interview).government)).toEqual({});
    expect(statusesIn(seenAfter(result).government)).toEqual(SUITABLE);
    const shown = shownIn(seenAfter(result).government);
    expect(Object.values(shown)).toMatchObject([1, 2, 3].map((place) => ({ place, scores: null, averageScore: null })));
  });
});

describe('the recruiter of another institution sees', () => {
  test.each(GOB_SCENES)('nothing of who takes part or judges, after “$title”', ({ title }) => {
    const { data, refused } = views.get(title)!.elsewhere;
    expect([...refused].sort()).toEqual(['applications', 'candidacies', 'committee']);
    expect(data).toEqual({ applications: null, selectionProcedure: { committee: null, candidacies: null } });
  });

  test('and can do nothing in it: it is as if it were not there', async () => {
    const { version } = await round.candidacy(gwen, 'version');
    const input = { application: round.application(gwen), version, reasons: 'What was handed in is for another call.' };
    expect(await refused(staged.stage, OF_ANOTHER, 'declareInadmissible', input)).toMatchObject([
      { path: 'application', code: 'UNKNOWN_APPLICATION' },
    ]);
  });
});
