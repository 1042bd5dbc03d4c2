import { expect } from '@jest/globals';
import { count, derived, type Fact, factsOf, type Sourced, silent, stated } from '../support/fact.table.ts';

/** The five are listed in one sentence, in this order, and under headings in another. */
const SENTENCE = [277, 279] as const;

interface Directorate {
  readonly alias: string;
  readonly name: readonly [string, Sourced];
  readonly aliases: readonly (readonly [string, Sourced])[];
  readonly ordinal: number;
  /** What the heading adds to the name. */
  readonly heading: readonly [RegExp, Sourced] | null;
  readonly tasks: readonly (readonly [RegExp, Sourced])[];
}

/** The source of a list: every place that prints one of its items, once. */
const allOf = (items: readonly (readonly [unknown, Sourced])[]): Sourced => {
  const copies = items.flatMap(([, { copies }]) => copies);
  return stated(...new Map(copies.map(({ first, last }) => [`${first}-${last}`, [first, last] as const])).values());
};

const directorate = ({ alias, name, aliases, ordinal, heading, tasks }: Directorate): readonly Fact[] =>
  factsOf(`S1.O.${alias}`, [
    ['', `${alias}.kind`, 'DIRECTORATE', stated(277)],
    ['', `${alias}.name.nl`, ...name],
    ['', `${alias}.ordinal`, ordinal, stated(SENTENCE)],
    ['', `${alias}.parent.id`, 'gob-connectit:unit:brussels-connectit', stated(SENTENCE), 'parent'],
    ['', `${alias}.aliases`, aliases.map(([value]) => value), allOf(aliases)],
    ...aliases.map(([value, source], index): Fact => ['', `${alias}.aliases[${index}]`, value, source]),
    heading === null
      ? ['', `${alias}.mission`, null, silent()]
      : ['', `${alias}.mission.summary.en`, heading[0], heading[1]],
    ['', `${alias}.tasks`, count(tasks.length), allOf(tasks)],
    ...tasks.map(([words, source], index): Fact => ['', `${alias}.tasks[${index}].summary.en`, words, source]),
  ]);

/** Where the post stands: the public service, the administration and its five directorates. */
export const ORGANISATION: readonly Fact[] = [
  ...factsOf('S1.O', [
    ['', 'gob.name.nl', 'Gewestelijke Overheidsdienst Brussel', stated(39)],
    ['', 'gob.abbreviation', 'GOB', stated(165, 185)],
    ['', 'gob.aliases[1]', 'Brusselse Gewestelijke Openbare Dienst', stated([291, 293])],
    ['', 'gob.kind', 'PUBLIC_SERVICE', stated(39)],
    ['', 'gob.parent', null, silent()],
    ['', 'connectIt.name.nl', 'Brussel ConnectIT', stated(33, 277)],
    ['', 'connectIt.kind', 'ADMINISTRATION', stated(15)],
    ['', 'connectIt.statedSubUnits', 5, stated(277)],
    [
      '',
      'connectIt.children',
      ['itco', 'sspit', 'easy-brussels', 'sap-competence-center', 'connectmemory'].map((local) =>
        expect.objectContaining({ id: `gob-connectit:unit:${local}` }),
      ),
    ],
    [
      'L16',
      'connectIt.parent.id',
      'gob-connectit:unit:gob',
      derived('ADMINISTRATION_OF_THE_RECRUITING_PUBLIC_SERVICE', 15, 39, [165, 171]),
      'parent',
    ],
  ]),
  ...directorate({
    alias: 'itco',
    name: ['IT-coördinatie', stated(281)],
    aliases: [
      ['ITCO', stated(283)],
      ['IT-coordinatie', stated(277)],
    ],
    ordinal: 1,
    heading: null,
    tasks: [
      [/automation projects.*public bodies/i, stated(283)],
      [/supporting.*running.*improving/i, stated([283, 285])],
      [/data management/i, stated([285, 287])],
      [/information security/i, stated(287)],
      [/GDPR/, stated(287)],
    ],
  }),
  ...directorate({
    alias: 'sspIt',
    name: ['Single Service Point IT', stated(277, 289, 291)],
    aliases: [['SSP-IT', stated(291)]],
    ordinal: 2,
    heading: [/helpdesk/i, stated(289)],
    tasks: [[/helpdesk, physical and digital.*any IT problem.*GOB/i, stated([291, 293])]],
  }),
  ...directorate({
    alias: 'easy',
    name: ['Easy.brussels', stated(277)],
    aliases: [['Easy.Brussels', stated(295, 297)]],
    ordinal: 3,
    heading: [/administrative simplification and user experience/i, stated(295)],
    tasks: [
      [/regional agency for administrative simplification/i, stated([297, 299])],
      [/administrative procedures simpler/i, stated([299, 301])],
      [/Easy Way programme.*regional/i, stated([301, 303])],
    ],
  }),
  ...directorate({
    alias: 'sap',
    name: ['SAP Competence Center', stated(SENTENCE, 315)],
    aliases: [['Regional Competence Center SAP', stated(313)]],
    ordinal: 4,
    heading: null,
    tasks: [
      [/public bodies to the regional SAP platform/i, stated([315, 317])],
      [/overarching support/i, stated(317)],
      [/accounting at the core.*other processes/i, stated([317, 321])],
    ],
  }),
  ...directorate({
    alias: 'memory',
    name: ['ConnectMemory', stated(279, 305, 307)],
    aliases: [['archiefdienst ConnectMemory', stated(279)]],
    ordinal: 5,
    heading: [/regional archives/i, stated(305)],
    tasks: [
      [/archivist of the Region/i, stated([307, 309])],
      [/decisions that last/i, stated([309, 311])],
      [/transparency/i, stated([309, 311])],
    ],
  }),
];
