import { dutch, ours, type Period, type UnitState } from '@mandate-graph/domain';
import type { Recording } from '@mandate-graph/institution';

const CODE = 'gob-connectit';
export const GOB = `${CODE}:unit:gob`;
export const CONNECT_IT = `${CODE}:unit:brussels-connectit`;
export const POST = `${CODE}:position:director-general`;
export const VACANCY = `${CODE}:vacancy:a5-ad-interim-2025`;
export const SERVICE = `${CODE}:unit:proefdienst`;
export const CELL = `${CODE}:unit:proefcel`;

const unit = (name: string, parent: string | null, kind: UnitState['kind'] = 'SERVICE'): UnitState => ({
  kind,
  name: dutch(name, `${name} (fr)`, `${name} (en)`),
  abbreviation: null,
  aliases: [],
  parent,
  ordinal: 9,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  statedSubUnits: null,
  website: null,
  location: null,
  notice: null,
  sources: {},
});

/** What is known of a unit over time: each period with its state. */
export const unitOverTime = (
  id: string,
  expectedVersion: number,
  ...periods: readonly (readonly [from: string | null, to: string | null, name: string, parent: string | null])[]
): Recording<'unit'> => ({
  kind: 'unit',
  id,
  expectedVersion,
  reason: 'a test',
  periods: periods.map(
    ([validFrom, validTo, name, parent]): Period<UnitState> => ({ validFrom, validTo, state: unit(name, parent) }),
  ),
});

/**
 * Brussels ConnectIT had another name until 2018. A service stood under it from 2020, moved directly under the GOB in
 * 2024 under another name, and ends in 2026; from 2021 it has a cell. The post led the service for its first two years.
 */
export const HISTORY: readonly Recording[] = [
  unitOverTime(CONNECT_IT, 1, [null, '2018-01-01', 'Brussel IT', GOB], ['2018-01-01', null, 'Brussel ConnectIT', GOB]),
  unitOverTime(
    SERVICE,
    0,
    ['2020-01-01', '2024-01-01', 'Proefdienst', CONNECT_IT],
    ['2024-01-01', '2026-01-01', 'Vernieuwde proefdienst', GOB],
  ),
  unitOverTime(CELL, 0, ['2021-01-01', '2026-01-01', 'Proefcel', SERVICE]),
  {
    kind: 'line',
    id: `${CODE}:line:leads-proefdienst`,
    expectedVersion: 0,
    reason: 'a test',
    periods: [
      {
        validFrom: '2020-01-01',
        validTo: '2022-01-01',
        state: {
          kind: 'LEADS',
          from: POST,
          to: SERVICE,
          label: ours('Leidt', 'Dirige', 'Leads'),
          topics: [],
          matter: null,
          condition: null,
          group: null,
          onBehalfOf: [],
          via: null,
          inConsultationWith: [],
          notice: null,
          sources: {},
        },
      },
    ],
  },
];
