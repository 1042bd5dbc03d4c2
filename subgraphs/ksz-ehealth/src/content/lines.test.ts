import { describe, expect, it } from '@jest/globals';
import { parseId } from '@mandate-graph/domain';
import { singleBodies } from './bodies.ts';
import { boardLines } from './lines.boards.ts';
import { externalLines } from './lines.external.ts';
import { federalLines } from './lines.federal.ts';
import { internalLines } from './lines.internal.ts';
import { budgets, headcounts } from './size.ts';
import { units } from './units.ts';

const lines = [...internalLines, ...boardLines, ...federalLines, ...externalLines];
const local = (id: string): string => parseId(id)!.local;
const edge = ({ state }: (typeof lines)[number]): string => `${local(state.from)} ${state.kind} ${local(state.to)}`;
const find = (text: string) => lines.find((line) => edge(line) === text)!.state;
const DEPUTY = 'adjunct-administrateur-generaal';
const ADMINISTRATOR = 'administrateur-generaal';

/** The relationship lines of the notice, by their number in the inventory of facts; 19 is a value of the vacancy. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  '1': [`${ADMINISTRATOR} LEADS ksz`, `${ADMINISTRATOR} LEADS ehealth-platform`, `${DEPUTY} SUPPORTS ${ADMINISTRATOR}`],
  '2': [
    `${DEPUTY} DEPUTISES_FOR ${ADMINISTRATOR}`,
    `${DEPUTY} FINALLY_RESPONSIBLE_FOR ksz`,
    `${DEPUTY} FINALLY_RESPONSIBLE_FOR ehealth-platform`,
  ],
  '3': ['ksz GOVERNED_BY beheerscomite-ksz', 'ehealth-platform GOVERNED_BY beheerscomite-ehealth-platform'],
  '4': [
    `${DEPUTY} INFORMS beheerscomite-ksz`,
    `${DEPUTY} INFORMS beheerscomite-ehealth-platform`,
    `${DEPUTY} PROVIDES_TO beheerscomite-ksz`,
    `${DEPUTY} PROVIDES_TO beheerscomite-ehealth-platform`,
  ],
  '5': [`${DEPUTY} REPRESENTS netwerk-sociale-zekerheid-en-gezondheidszorg`],
  '6': [`${DEPUTY} CONSULTS_WITH sociale-partners`, `${DEPUTY} CONSULTS_WITH actoren-gezondheidszorg`],
  '7': [`${DEPUTY} OVERSEES ksz`, `${DEPUTY} OVERSEES ehealth-platform`],
  '8': [
    `${DEPUTY} LEADS programma-project-en-klantenbeheer`,
    'programma-project-en-klantenbeheer PART_OF ehealth-platform',
  ],
  '9': [`${DEPUTY} NEGOTIATES_WITH federale-regering`, `${DEPUTY} REPORTS_TO federale-regering`],
  '10': [`${DEPUTY} COOPERATES_WITH leidende-ambtenaren`],
  '11': [`${DEPUTY} REPORTS_TO algemeen-coordinatiecomite`],
  '12': [`${DEPUTY} REPORTS_TO overlegcomite-gebruikers-ehealth-platform`],
  '13': [`${DEPUTY} REPRESENTS coordinatie-instanties`],
  '14': [`${DEPUTY} REPORTS_TO bevoegde-instanties-actieplan`],
  '15': ['minister-sociale-zaken', 'minister-begroting', 'minister-ambtenarenzaken'].flatMap((minister) => [
    `${DEPUTY} CONSULTS_WITH ${minister}`,
    `${DEPUTY} NEGOTIATES_WITH ${minister}`,
  ]),
  '16': [
    `${DEPUTY} REPRESENTS instellingen-gemeenschappen-en-gewesten`,
    `${DEPUTY} REPRESENTS internationale-overheidsinstellingen`,
    `${DEPUTY} REPRESENTS prive-instanties`,
  ],
  '17': [`${DEPUTY} COOPERATES_WITH andere-sectoractoren`],
  '18': [`${DEPUTY} INTERMEDIARY_FOR stakeholders-actieplan`],
  '20': ['college-openbare-instellingen-sociale-zekerheid', 'rekenhof', 'werkgroepen'].flatMap((body) => [
    `${DEPUTY} CONSULTS_WITH ${body}`,
    `${DEPUTY} NEGOTIATES_WITH ${body}`,
  ]),
  '21': [`${ADMINISTRATOR} EXERCISES_DAILY_MANAGEMENT_OF ehealth-platform`],
  recruiter: ['dg-rekrutering-en-ontwikkeling PART_OF fod-bosa'],
};

describe('the relationship lines', () => {
  it('are those of the notice and no others', () => {
    expect(lines.map(edge).toSorted()).toEqual(Object.values(EDGES).flat().toSorted());
  });

  it('make no hierarchy between the deputy and the administrator-general beyond support and deputising', () => {
    const between = lines.filter(
      ({ state }) => local(state.to) === ADMINISTRATOR || local(state.from) === ADMINISTRATOR,
    );
    expect(between.filter(({ state }) => local(state.from) === DEPUTY).map(({ state }) => state.kind)).toEqual([
      'SUPPORTS',
      'DEPUTISES_FOR',
    ]);
    expect(between.filter(({ state }) => state.kind === 'REPORTS_TO')).toEqual([]);
  });

  it('deputise under either of two circumstances, and bear final responsibility only in absence', () => {
    const deputising = find(`${DEPUTY} DEPUTISES_FOR ${ADMINISTRATOR}`).condition;
    expect([deputising?.operator, deputising?.circumstances.length]).toEqual(['ANY_OF', 2]);
    for (const unit of ['ksz', 'ehealth-platform']) {
      const { condition, sources } = find(`${DEPUTY} FINALLY_RESPONSIBLE_FOR ${unit}`);
      expect(condition?.circumstances.map(({ en }) => en)).toEqual(['the administrator-general is absent']);
      expect(sources['']?.copies).toEqual([
        [25, 25],
        [148, 148],
        [101, 101],
        [224, 224],
      ]);
    }
  });

  it('inform each board of three topics', () => {
    for (const board of ['beheerscomite-ksz', 'beheerscomite-ehealth-platform']) {
      expect(find(`${DEPUTY} INFORMS ${board}`).topics.map(({ en }) => en)).toEqual([
        'budgetary aspects',
        'execution of the management plan',
        'programme and project management',
      ]);
    }
  });

  it('represent both institutions, negotiate after consulting the administrator-general, and name their matter', () => {
    for (const { state } of lines) {
      const represented = state.kind === 'REPRESENTS' ? ['ksz', 'ehealth-platform'] : [];
      expect(state.onBehalfOf.map(local)).toEqual(represented);
    }
    expect(find(`${DEPUTY} NEGOTIATES_WITH federale-regering`).inConsultationWith.map(local)).toEqual([ADMINISTRATOR]);
    expect(find(`${DEPUTY} CONSULTS_WITH rekenhof`).matter?.en).toBe('statutory audit');
    expect(find(`${DEPUTY} CONSULTS_WITH werkgroepen`).matter).toBeNull();
  });

  it('mark as derived the ends that the sentences do not print', () => {
    const guessed = lines.filter(({ state }) => state.sources['to']?.status === 'DERIVED');
    expect(guessed.map(edge)).toEqual([
      `${DEPUTY} OVERSEES ksz`,
      `${DEPUTY} OVERSEES ehealth-platform`,
      `${DEPUTY} REPORTS_TO federale-regering`,
    ]);
  });
});

describe('the organisation', () => {
  it('has the units with their legal forms, founding acts and parents', () => {
    expect(
      units.map(({ id, state }) => [
        local(id),
        state.kind,
        state.foundingAct?.date ?? null,
        state.parent && local(state.parent),
      ]),
    ).toEqual([
      ['ksz', 'PUBLIC_SOCIAL_SECURITY_INSTITUTION', '1990-01-15', null],
      ['ehealth-platform', 'PUBLIC_INSTITUTION', '2008-08-21', null],
      ['programma-project-en-klantenbeheer', 'DEPARTMENT', null, 'ehealth-platform'],
      ['fod-bosa', 'FEDERAL_PUBLIC_SERVICE', null, null],
      ['dg-rekrutering-en-ontwikkeling', 'DIRECTORATE_GENERAL', null, 'fod-bosa'],
    ]);
  });

  it('has three ministers by competence, the first of them supervising', () => {
    const ministers = singleBodies.filter(({ state }) => state.kind === 'MINISTER').map(({ state }) => state);
    expect(ministers.map(({ competence }) => competence?.en)).toEqual(['Social Affairs', 'Budget', 'Civil Service']);
    expect(ministers.map(({ aliases }) => aliases)).toEqual([['voogdijminister'], [], []]);
  });

  it('has the printed amounts and persons, without a year, and the undivided 31 under the post alone', () => {
    expect(budgets.map(({ state }) => [state.kind, local(state.unit), state.amount.amount, state.fiscalYear])).toEqual([
      ['OPERATING', 'ksz', '20000000.00', null],
      ['OPERATING', 'ehealth-platform', '15100000.00', null],
      ['MANAGED_BY_HOLDER', 'ksz', '20000000.00', null],
      ['MANAGED_BY_HOLDER', 'ehealth-platform', '15100000.00', null],
    ]);
    expect(
      headcounts.map(({ state }) => [
        state.kind,
        state.unitOfMeasure,
        state.unit && local(state.unit),
        state.position && local(state.position),
        state.value,
      ]),
    ).toEqual([
      ['STAFF', 'PERSONS', 'ksz', null, '85'],
      ['STAFF', 'PERSONS', 'ehealth-platform', null, '48'],
      ['DIRECT_AUTHORITY', 'PERSONS', null, DEPUTY, '31'],
    ]);
  });
});
