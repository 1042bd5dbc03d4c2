import { expect, it } from '@jest/globals';
import type { LineKind } from '@mandate-graph/domain';
import { lines } from './lines.ts';

const POST = 'position:director-general';
const COUNCIL = 'body:directors-council';
const MINISTERS = 'body:supervising-ministers';
const SERVICES = 'body:own-services';
const CONNECT_IT = 'unit:brussels-connectit';

/** The relationship lines of the notice by subject: kind, from, to. */
const LINES: readonly (readonly [subject: string, ...edges: (readonly [LineKind, string, string])[]])[] = [
  ['leads and coordinates the administration', ['LEADS', POST, CONNECT_IT], ['COORDINATES', POST, CONNECT_IT]],
  ['proposes objectives and plans', ['PROPOSES_TO', POST, COUNCIL]],
  ['sits on the directors’ council', ['MEMBER_OF', POST, COUNCIL]],
  ['advises within the council and proposes through it', ['ADVISES', POST, COUNCIL], ['PROPOSES_TO', POST, MINISTERS]],
  ['advises the ministers, with reasons and directly', ['ADVISES', POST, MINISTERS], ['ADVISES', POST, MINISTERS]],
  [
    'reports to one or both of the heads of the service',
    ['REPORTS_TO', POST, 'position:secretary-general'],
    ['REPORTS_TO', POST, 'position:deputy-secretary-general'],
  ],
  [
    'answers to the supervising ministers and carries out policy',
    ['ACCOUNTABLE_TO', POST, MINISTERS],
    ['SUBMITS_FILES_TO', POST, MINISTERS],
    ['EXECUTES_POLICY_OF', POST, MINISTERS],
    ['EXECUTES_POLICY_OF', POST, 'body:government'],
  ],
  [
    'passes on policy, files and instructions',
    ['INFORMS', POST, SERVICES],
    ['FORWARDS_TO', POST, 'body:competent-administrations'],
  ],
  ['arbitrates between the services', ['ARBITRATES_BETWEEN', POST, SERVICES]],
  ['reports activities', ['REPORTS_TO', POST, 'body:higher-authorities']],
  ['delegates powers', ['DELEGATES_POWERS_TO', POST, SERVICES]],
  ['supervises direct staff', ['SUPERVISES', POST, 'body:direct-staff']],
  ['represents the ministers', ['REPRESENTS', POST, 'body:public-events']],
  [
    'keeps up relations and communicates',
    ['MAINTAINS_RELATIONS_WITH', POST, 'body:other-administrations'],
    ['MAINTAINS_RELATIONS_WITH', POST, 'body:regional-partners'],
    ['MAINTAINS_RELATIONS_WITH', POST, 'body:external-key-partners'],
    ['MAINTAINS_RELATIONS_WITH', POST, 'body:interest-group-representatives'],
    ['COMMUNICATES_TO', POST, 'body:citizens'],
  ],
  [
    'serves three kinds of customers',
    ['SERVES', POST, 'body:inhabitants'],
    ['SERVES', POST, 'body:other-public-services'],
    ['SERVES', POST, 'body:government'],
  ],
  [
    'belongs together',
    ['PART_OF', CONNECT_IT, 'unit:gob'],
    ['PART_OF', 'unit:itco', CONNECT_IT],
    ['PART_OF', 'unit:sspit', CONNECT_IT],
    ['PART_OF', 'unit:easy-brussels', CONNECT_IT],
    ['PART_OF', 'unit:sap-competence-center', CONNECT_IT],
    ['PART_OF', 'unit:connectmemory', CONNECT_IT],
  ],
];

const edges = lines.map(({ state }) => [state.kind, state.from, state.to].join(' ').replaceAll('gob-connectit:', ''));
const lineTo = (id: string) => lines.find((line) => line.id === `gob-connectit:line:${id}`)!.state;

it.each(LINES)('%s', (_subject, ...expected) => {
  for (const edge of new Set(expected.map((parts) => parts.join(' '))))
    expect(edges.filter((found) => found === edge)).toHaveLength(
      LINES.flatMap(([, ...all]) => all).filter((parts) => parts.join(' ') === edge).length,
    );
});

it('has no line beyond those of the notice', () => {
  expect(edges.toSorted()).toEqual(LINES.flatMap(([, ...all]) => all.map((parts) => parts.join(' '))).toSorted());
});

it('keeps "and/or" as one inclusive group per pair', () => {
  const members = lines.filter(({ state }) => state.group?.operator === 'INCLUSIVE_OR');
  expect(members.map(({ state }) => [state.group!.key, state.kind])).toEqual([
    ['reporting', 'REPORTS_TO'],
    ['reporting', 'REPORTS_TO'],
    ['opinions', 'ADVISES'],
    ['opinions', 'ADVISES'],
  ]);
});

it('says whom the post represents, and what its policy proposals run through', () => {
  expect(lineTo('dg-represents-ministers').onBehalfOf).toEqual([`gob-connectit:${MINISTERS}`]);
  expect(lineTo('dg-proposes-policy-changes-through-directors-council').via).toBe(`gob-connectit:${COUNCIL}`);
});

it('marks as derived whatever the notice does not print', () => {
  expect(lineTo('dg-accountable-to-supervising-ministers').sources['']?.status).toBe('DERIVED');
  expect(lineTo('brussels-connectit-part-of-gob').sources['']?.status).toBe('DERIVED');
  expect(lineTo('dg-proposes-policy-changes-through-directors-council').sources['to']?.status).toBe('DERIVED');
});
