import {
  type BodyState,
  type CloudEvent,
  formatId,
  type InstitutionEntry,
  type LocalizedText,
  ours,
  type Period,
  type PositionState,
  passage,
  recordedType,
  SILENT_UNIT,
  SILENT_VACANCY,
  type SubjectKind,
  type SubjectRecorded,
  type SubjectStates,
  type UnitState,
  type VacancyState,
} from '@mandate-graph/domain';

const entry = (
  code: string,
  typePrefix: string,
  port: number,
  nl: string,
  fr: string,
  en: string,
): InstitutionEntry => ({
  code,
  typePrefix,
  name: ours(nl, fr, en),
  website: null,
  port,
  applicationWorkflow: null,
  legalRegime: null,
});

/** Three institutions that exist nowhere else. */
export const NORTH = entry('north', 'North', 4901, 'Noorderdienst', 'Office du Nord', 'Northern Office');
export const SOUTH_WEST = entry(
  'south-west',
  'SouthWest',
  4902,
  'Zuidwestraad',
  'Conseil du Sud-Ouest',
  'South-West Council',
);
export const EAST = entry('east', 'East', 4903, 'Oosteragentschap', 'Agence de l’Est', 'Eastern Agency');
export const REGISTRY = [NORTH, SOUTH_WEST, EAST];

export const idOf = (institution: InstitutionEntry, kind: SubjectKind, local: string): string =>
  formatId({ institution: institution.code, kind, local });

/** The same words in all three languages. */
export const same = (text: string): LocalizedText => ours(text, text, text);

const sourced = { notice: null, sources: {} };

export const unit = (over: Partial<UnitState> = {}): UnitState => ({
  ...sourced,
  ...SILENT_UNIT,
  kind: 'SERVICE',
  name: same('Dienst'),
  ...over,
});

export const position = (over: Partial<PositionState> = {}): PositionState => ({
  ...sourced,
  title: same('Post'),
  function: 'OTHER',
  units: [],
  rank: null,
  managementTier: null,
  ...over,
});

export const body = (over: Partial<BodyState> = {}): BodyState => ({
  ...sourced,
  kind: 'GROUP',
  name: same('Orgaan'),
  aliases: [],
  unit: null,
  competence: null,
  plural: false,
  ...over,
});

/** A published vacancy on which everything else is silent. */
export const vacancy = (over: Partial<VacancyState> = {}): VacancyState => ({
  ...SILENT_VACANCY,
  ...sourced,
  noticeType: 'MANAGEMENT_VACANCY',
  title: same('Vacature'),
  function: 'OTHER',
  unitsConcerned: [],
  position: 'north:position:none',
  applicationDeadline: { date: '2025-10-01', timeOfDay: null },
  mandate: { kind: 'MANDATE', interim: false, duration: null, startsOn: null, endsOn: null },
  mission: passage('-', '-', '-'),
  publication: 'PUBLISHED',
  historical: false,
  ...over,
});

type Stretch<K extends SubjectKind> = SubjectStates[K] | Period<SubjectStates[K]>;
const isPeriod = <K extends SubjectKind>(stretch: Stretch<K>): stretch is Period<SubjectStates[K]> =>
  'validFrom' in stretch;

/** When the fixtures record a version: the first on 1 January 2025, the second on 2 January … */
export const recordedAt = (version: number): string => new Date(Date.UTC(2025, 0, version)).toISOString();

/** The event by which an institution tells all it knows of a subject. A bare state holds for ever. */
export function recorded<K extends SubjectKind>(
  institution: InstitutionEntry,
  kind: K,
  local: string,
  states: Stretch<K> | readonly Stretch<K>[],
  version = 1,
): CloudEvent<SubjectRecorded<K>> {
  const id = idOf(institution, kind, local);
  const time = recordedAt(version);
  const change = { kind: version === 1 ? 'CREATED' : 'AMENDED', reason: null, paths: [] } as const;
  const stretches = (Array.isArray(states) ? states : [states]) as readonly Stretch<K>[];
  const periods = stretches.map((one) => (isPeriod(one) ? one : { validFrom: null, validTo: null, state: one }));
  return {
    specversion: '1.0',
    id: `${id}#${version}`,
    source: `/${institution.code}`,
    type: recordedType(kind),
    subject: id,
    time,
    datacontenttype: 'application/json',
    data: { kind, id, institution: institution.code, version, recordedAt: time, change, periods },
  };
}
