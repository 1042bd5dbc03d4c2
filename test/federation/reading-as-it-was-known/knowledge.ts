import { dutch, type Period, SILENT_UNIT, type SubjectKind, type SubjectStates } from '@mandate-graph/domain';
import type { Recording } from '@mandate-graph/institution';
import { vacancyState } from '@mandate-graph/testkit';

const CODE = 'gob-connectit';
const id = (kind: SubjectKind, local: string): string => `${CODE}:${kind}:${local}`;
export const GOB = id('unit', 'gob');
export const CONNECT_IT = id('unit', 'brussels-connectit');
export const SERVICE = id('unit', 'kennisdienst');
export const CELL = id('unit', 'kenniscel');
export const HEAD = id('position', 'kennishoofd');
export const LINE = id('line', 'leads-kennisdienst');
export const BUDGET = id('budget', 'kennisdienst');
export const COUNT = id('headcount', 'kennisdienst');
export const VACANCY = id('vacancy', 'kennishoofd');
export const REST = id('unit', 'kenniscentrum');
export const MERGER = id('reorganisation', 'kenniscentrum');
export const DRAFT = id('vacancy', 'kennisontwerp');

const sourced = { notice: null, sources: {} };
const words = (text: string) => dutch(text, text, text);
const since2022 = <S>(state: S): Period<S>[] => [{ validFrom: '2022-01-01', validTo: null, state }];

export const unit = (name: string, parent: string) =>
  ({ ...SILENT_UNIT, ...sourced, kind: 'SERVICE', name: words(name), parent }) as const;

export const recording = <K extends SubjectKind>(
  kind: K,
  subject: string,
  expectedVersion: number,
  periods: readonly Period<SubjectStates[K]>[],
): Recording<K> => ({ kind, id: subject, expectedVersion, periods, reason: `known ${expectedVersion + 1}` });

const service = (
  version: number,
  ...periods: readonly [from: string, to: string | null, name: string, parent: string][]
) =>
  recording(
    'unit',
    SERVICE,
    version,
    periods.map(([validFrom, validTo, name, parent]) => ({ validFrom, validTo, state: unit(name, parent) })),
  );
const cell = (version: number, parent: string) =>
  recording('unit', CELL, version, since2022(unit('Kenniscel', parent)));
const head = (version: number, owner: string) =>
  recording(
    'position',
    HEAD,
    version,
    since2022({
      ...sourced,
      title: words('Kennishoofd'),
      function: 'OTHER',
      units: [owner],
      rank: null,
      managementTier: null,
    }),
  );
const line = (version: number, known: boolean) =>
  recording(
    'line',
    LINE,
    version,
    known
      ? since2022({
          ...sourced,
          kind: 'LEADS',
          from: HEAD,
          to: SERVICE,
          label: words('Leidt'),
          topics: [],
          matter: null,
          condition: null,
          group: null,
          onBehalfOf: [],
          via: null,
          inConsultationWith: [],
        })
      : [],
  );
const budget = (version: number, amount: string) =>
  recording(
    'budget',
    BUDGET,
    version,
    since2022({
      ...sourced,
      kind: 'OPERATING',
      unit: SERVICE,
      position: null,
      fiscalYear: null,
      amount: { amount, currency: 'EUR' },
    }),
  );
const headcount = recording(
  'headcount',
  COUNT,
  0,
  since2022({
    ...sourced,
    kind: 'STAFF',
    unitOfMeasure: 'PERSONS',
    unit: SERVICE,
    position: null,
    value: '10',
    referenceDate: null,
  }),
);
export const vacancy = (subject: string, version: number, own: Parameters<typeof vacancyState>[0]) =>
  recording('vacancy', subject, version, since2022(vacancyState({ position: HEAD, ...own })));

/**
 * What was known of the same years, three times over. The second time corrects the first: since 2022 the service had
 * another name and stood elsewhere, and what belonged to it did not. The third corrects both: it came about later, the
 * name was yet another, nobody led it, and it cost twice as much.
 */
export const KNOWN: readonly (readonly Recording[])[] = [
  [
    service(0, ['2020-01-01', null, 'Eerste naam', CONNECT_IT]),
    cell(0, SERVICE),
    head(0, SERVICE),
    line(0, true),
    budget(0, '1000.00'),
    headcount,
    vacancy(VACANCY, 0, { rank: 'A1', unitsConcerned: [SERVICE] }),
  ],
  [
    service(1, ['2020-01-01', '2022-01-01', 'Eerste naam', CONNECT_IT], ['2022-01-01', null, 'Tweede naam', GOB]),
    cell(1, CONNECT_IT),
    head(1, CONNECT_IT),
    vacancy(VACANCY, 1, { rank: 'A2', unitsConcerned: [CONNECT_IT] }),
  ],
  [service(2, ['2021-01-01', null, 'Derde naam', GOB]), line(1, false), budget(1, '2000.00')],
];
