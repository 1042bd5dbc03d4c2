import {
  type AnnouncedStep,
  type CloudEvent,
  ours,
  type Period,
  passage,
  recordedType,
  SILENT_STEP,
  SILENT_VACANCY,
  type SubjectKind,
  type SubjectRecorded,
  type SubjectStates,
  type VacancyState,
} from '@mandate-graph/domain';

/** A published vacancy about which a notice says next to nothing. */
export const vacancyState = (own: Partial<VacancyState> = {}): VacancyState => ({
  ...SILENT_VACANCY,
  notice: null,
  sources: {},
  publication: 'PUBLISHED',
  historical: true,
  noticeType: 'MANDATE_VACANCY',
  title: ours('Leidinggevende', 'Responsable', 'Head'),
  function: 'OTHER',
  unitsConcerned: [],
  position: 'vrb:position:head',
  applicationDeadline: { date: '2025-09-12', timeOfDay: null },
  mandate: { kind: 'MANDATE', interim: false, duration: null, startsOn: null, endsOn: null },
  mission: passage('Leiding geven', 'Diriger', 'To lead'),
  ...own,
});

/** A step about which a notice says nothing but its kind. */
export const announcedStep = (key: string, position: number, own: Partial<AnnouncedStep> = {}): AnnouncedStep => ({
  ...SILENT_STEP,
  key,
  position,
  kind: 'INTERVIEW',
  name: ours(`Stap ${key}`, `Étape ${key}`, `Step ${key}`),
  description: passage('Een stap', 'Une étape', 'A step'),
  ...own,
});

/** A state that holds since ever, until further notice. */
export const always = <S>(state: S): Period<S> => ({ validFrom: null, validTo: null, state });

/** What an institution records of a subject; version 1 is of the first minute of the year, version 2 of the second … */
export const recordedSubject = <K extends SubjectKind>(
  kind: K,
  id: string,
  version: number,
  periods: readonly Period<SubjectStates[K]>[],
): SubjectRecorded<K> => ({
  kind,
  id,
  institution: id.split(':', 1)[0]!,
  version,
  recordedAt: new Date(Date.UTC(2025, 0, 1, 0, version)).toISOString(),
  change: { kind: version === 1 ? 'CREATED' : 'AMENDED', reason: null, paths: [] },
  periods,
});

/** The event that tells of it. */
export const eventOf = (recorded: SubjectRecorded): CloudEvent<SubjectRecorded> => ({
  specversion: '1.0',
  id: `${recorded.id}/${recorded.version}`,
  source: `/${recorded.institution}`,
  type: recordedType(recorded.kind),
  subject: recorded.id,
  time: recorded.recordedAt,
  datacontenttype: 'application/json',
  data: recorded,
});
