import { type AccessTable, REFUSAL_ACCESS } from '@mandate-graph/runtime';

/** What every mutation answers: read by whoever was let in to it. */
export const WRITE_ACCESS: AccessTable = {
  ...REFUSAL_ACCESS,
  Recorded: { PUBLIC: 'id version recordedAt subjects' },
  RecordedSubject: { PUBLIC: 'id version' },
  VacancyRecorded: { PUBLIC: 'vacancy' },
  UnitRecorded: { PUBLIC: 'unit' },
  PositionRecorded: { PUBLIC: 'position' },
  BodyRecorded: { PUBLIC: 'body' },
};
