import { type Clock, type InstitutionEntry, rootFieldOf, TIME_ZONE } from '@mandate-graph/domain';
import { createSubgraph as createGob } from '@mandate-graph/gob-connectit';
import { createSubgraph as createKsz } from '@mandate-graph/ksz-ehealth';
import { allSubgraphs, composeGraph } from '@mandate-graph/schema';
import { Temporal } from 'temporal-polyfill';
import { createSubgraph as createThird } from '../../fixtures/third-institution/src/index.ts';
import { profile } from '../../fixtures/third-institution/src/profile.ts';
import { type Graph, registry, startGraph } from '../../support/graph.ts';

export const THIRD: InstitutionEntry = profile.entry;
export const GOB = registry().find(({ code }) => code === 'gob-connectit')!;

/** A clock of which a test says what day it shows. */
export interface DayClock extends Clock {
  on(day: string): void;
}

export function dayClock(day: string): DayClock {
  const noon = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '12:00' }).toInstant();
  let now = noon(day);
  return {
    now: () => now,
    on: (date) => {
      now = noon(date);
    },
  };
}

/** A graph of which one institution is not of the repository. */
export async function startWithThird(clock: Clock): Promise<Graph> {
  const entries = [...registry(), THIRD];
  const institutions = [createGob(), createKsz(), createThird()];
  const { supergraph } = await composeGraph(allSubgraphs(entries, institutions));
  return startGraph({ registry: entries, institutions, supergraphSdl: supergraph, clock });
}

export type MutationName = 'CreateVacancy' | 'AmendVacancy' | 'PublishVacancy' | 'ExtendVacancy' | 'WithdrawVacancy';

/** The mutation of an institution, with all that it may answer. */
export const mutationOf = (entry: InstitutionEntry, name: MutationName): string => `mutation($input: ${name}Input!) {
  result: ${rootFieldOf(entry, name)}(input: $input) {
    __typename
    ... on VacancyRecorded {
      id version recordedAt subjects { id version }
      vacancy { id title { nl fr } status publishedOn applicationDeadline { date } validity { from version } }
    }
    ... on Refused { problems { path code value rule } }
    ... on VersionConflict { id givenVersion currentVersion }
  }
}`;

const text = (nl: string, fr: string) => ({ nl, fr });
const passage = (nl: string, fr: string) => ({ summary: text(nl, fr) });

/** A call for a mandate that breaks no rule of the institution's when it is published by 5 September 2025. */
export const callOf = ({ code }: InstitutionEntry, own: Record<string, unknown> = {}): Record<string, unknown> => {
  const decides = code === GOB.code ? `${code}:body:government` : `${code}:body:comite`;
  return {
    noticeType: 'MANDATE_VACANCY',
    title: text('Directeur Archief', 'Directeur des archives'),
    function: 'DIRECTOR_GENERAL',
    unitsConcerned: [code === GOB.code ? `${code}:unit:connectmemory` : `${code}:unit:nord`],
    position: code === GOB.code ? `${code}:position:director-general` : `${code}:position:post-002`,
    applicationDeadline: { date: '2025-10-10' },
    languageRoles: { roles: ['NL', 'FR'], combinator: 'OR' },
    mandate: { kind: 'MANDATE', interim: false, duration: 'P5Y' },
    mission: passage('Leidt het archief', 'Dirige les archives'),
    pay: { grossAnnualSalary: { amount: '98000.00', currency: 'EUR' } },
    announcedSteps: [
      step('screening', 'ELIGIBILITY_SCREENING', 'Screening', 'Examen'),
      { ...step('result', 'RESULT', 'Resultaat', 'Résultat'), decidedBy: decides },
    ],
    ...(code === THIRD.code && { selectionCode: 'VRB-901' }),
    ...own,
  };
};

export const step = (key: string, kind: string, nl: string, fr: string) => ({
  key,
  kind,
  name: text(nl, fr),
  description: passage(nl, fr),
});
