import type { AccessTable } from '@mandate-graph/runtime';

/** What every mutation answers: read by whoever was let in to it. */
export const WRITE_ACCESS: AccessTable = {
  Recorded: { PUBLIC: 'id version recordedAt subjects' },
  RecordedSubject: { PUBLIC: 'id version' },
  VacancyRecorded: { PUBLIC: 'vacancy' },
  UnitRecorded: { PUBLIC: 'unit' },
  PositionRecorded: { PUBLIC: 'position' },
  BodyRecorded: { PUBLIC: 'body' },
  Refused: { PUBLIC: 'problems' },
  Problem: { PUBLIC: 'path code value rule' },
  VersionConflict: { PUBLIC: 'id givenVersion currentVersion' },
};
