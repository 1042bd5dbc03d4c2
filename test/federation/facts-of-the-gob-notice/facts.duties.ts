import { count, type Fact, factsOf, type Lines, stated } from '../support/fact.table.ts';

/** What the post is for: the mission and its three aims. */
export const MISSION = factsOf('S1.M', [
  ['', 'vacancy.mission.summary.en', /lead.*coordinat.*administration/i, stated(47)],
  ['', 'vacancy.aims', count(3), stated([49, 59])],
  ['1', 'vacancy.aims[0].summary.en', /relevant, efficient and coherent.*preparation of policy/i, stated([49, 51])],
  ['2', 'vacancy.aims[1].summary.en', /loyal and correct.*Brussels Government/i, stated([53, 55])],
  [
    '3',
    'vacancy.aims[2].summary.en',
    /quality.*inhabitants, other public services and the Government/i,
    stated([57, 59]),
  ],
]);

type Activity = readonly [words: RegExp, lines: Lines];

/** A numbered heading, its description, and the example activities under it. */
function responsibility(
  number: number,
  [title, heading]: readonly [string, Lines],
  description: Activity,
  activities: readonly Activity[],
): readonly Fact[] {
  const at = `vacancy.responsibilities[${number - 1}]`;
  return factsOf(`S1.R${number}`, [
    ['', `${at}.title.nl`, title, stated(heading)],
    ['', `${at}.description.summary.en`, description[0], stated(description[1])],
    ['', `${at}.activities`, count(activities.length), stated(heading)],
    ...activities.map(
      ([words, lines], index): Fact => [`.${index + 1}`, `${at}.activities[${index}].summary.en`, words, stated(lines)],
    ),
  ]);
}

/** Six headings with 5 + 6 + 8 + 8 + 9 + 5 = 41 activities. */
export const RESPONSIBILITIES: readonly Fact[] = [
  ['S1.R', 'vacancy.responsibilities', count(6), stated([62, 273])],
  ...responsibility(
    1,
    ['Definitie van de richtlijnen, doelstellingen en actieplannen', 64],
    [/short-term and long-term objectives and plans.*directors’ council/i, [66, 70]],
    [
      [/regularly.*objectives/i, 74],
      [/opportunities and risks/i, 76],
      [/operational plan.*resources.*services/i, [78, 82]],
      [/operational plan and action plans.*services/i, [84, 86]],
      [/proposing budgets.*execution of the budgets/i, [88, 90]],
    ],
  ),
  ...responsibility(
    2,
    ['Analyses, aanbevelingen en voorbereiding van beleidsinitiatieven en reglementeringen', 94],
    [/proposals.*minister\(s\).*reasoned opinions/i, [96, 100]],
    [
      [/services.*files.*analyses.*proposals/i, [104, 106]],
      [/proposals.*coherent.*carried out/i, [108, 110]],
      [/report.*Secretary-General.*Deputy Secretary-General or both/i, 112],
      [/opinions in the directors’ council.*minister or both/i, 114],
      [/needs and expectations.*Brussels/i, [116, 118]],
      [/evaluating policy.*alternatives through the directors’ council/i, [120, 122]],
    ],
  ),
  ...responsibility(
    3,
    ['Uitvoering van de beleidsinitiatieven', 126],
    [/execution.*supervising minister\(s\)/i, [127, 131]],
    [
      [/services.*policy.*questions of the minister\(s\)/i, [135, 137]],
      [/files and instructions of the minister\(s\).*competent.*guidelines/i, [139, 141]],
      [/checking and approving.*files.*changes where needed/i, [143, 145]],
      [/loyally/i, [147, 149]],
      [/arbitrating between/i, 151],
      [/files to the supervising minister\(s\)/i, 153],
      [/effects of policy evaluated.*alternatives/i, [155, 157]],
      [/activity reports.*higher authorities/i, 159],
    ],
  ),
  ...responsibility(
    4,
    ['Organisatie, beheer en coördinatie van de activiteiten', 163],
    [/member of the directors’ council.*general organisation of the GOB/i, [165, 171]],
    [
      [/active part in the directors’ council.*supporting proposals/i, [175, 177]],
      [/advising.*structures.*action plans/i, [179, 181]],
      [/projects that make the GOB more efficient/i, [183, 185]],
      [/structures, processes and procedures/i, [187, 189]],
      [/budgets for staff, equipment and operation.*services/i, [191, 193]],
      [/responsible.*delegating the powers/i, [195, 197]],
      [/strategic and operational plans.*dashboards/i, [198, 202]],
      [/starting or joining projects/i, [204, 208]],
    ],
  ),
  ...responsibility(
    5,
    ['Beheer van teams en interne communicatie', 212],
    [/human-resources.*motivated teams/i, [214, 218]],
    [
      [/staff needed, in number and in quality/i, 222],
      [/resources to the services/i, 224],
      [/teamwork/i, 226],
      [/objectives for direct staff.*feedback and support/i, [228, 230]],
      [/training needs/i, [232, 234]],
      [/procedures and rules/i, [236, 238]],
      [/flow of information: downwards, upwards and to other administrations/i, [240, 242]],
      [/communication procedures/i, 244],
      [/individual problems and conflicts/i, [246, 248]],
    ],
  ),
  ...responsibility(
    6,
    ['Communicatie en externe relaties', 252],
    [/relations.*communication with the outside world/i, [254, 258]],
    [
      [/other administrations and partners of the Region/i, 262],
      [/key partners outside/i, 264],
      [/representatives of interest groups/i, [266, 268]],
      [/representing the minister\(s\).*national and international/i, [269, 271]],
      [/communication with citizens/i, 273],
    ],
  ),
];
