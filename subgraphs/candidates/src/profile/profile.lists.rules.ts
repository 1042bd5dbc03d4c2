import type { ProfileData, ProfileEntry, ProfileKind } from '../file/file.types.ts';

/** An entry as it is shown: what it says, with its id and version. */
export type EntryView<K extends ProfileKind> = ProfileData[K] & { readonly id: string; readonly version: number };

/** A profile as it is shown: a list of each kind, in the order in which the entries were made. */
export interface ProfileLists {
  readonly diplomas: readonly EntryView<'DIPLOMA'>[];
  readonly appointmentDecrees: readonly EntryView<'APPOINTMENT_DECREE'>[];
  readonly functionsHeld: readonly EntryView<'FUNCTION_HELD'>[];
  readonly workExperience: readonly EntryView<'WORK_EXPERIENCE'>[];
  readonly staffRecords: readonly EntryView<'STAFF_RECORD'>[];
  readonly nationalities: readonly EntryView<'NATIONALITY'>[];
  readonly declarations: readonly EntryView<'DECLARATION'>[];
  readonly dismissals: readonly EntryView<'DISMISSAL'>[];
}

export function profileLists(entries: readonly ProfileEntry[]): ProfileLists {
  const of = <K extends ProfileKind>(kind: K): EntryView<K>[] =>
    entries
      .filter((entry): entry is Extract<ProfileEntry, { kind: K }> => entry.kind === kind)
      .map(({ id, version, data }) => ({ ...(data as ProfileData[K]), id, version }));
  return {
    diplomas: of('DIPLOMA'),
    appointmentDecrees: of('APPOINTMENT_DECREE'),
    functionsHeld: of('FUNCTION_HELD'),
    workExperience: of('WORK_EXPERIENCE'),
    staffRecords: of('STAFF_RECORD'),
    nationalities: of('NATIONALITY'),
    declarations: of('DECLARATION'),
    dismissals: of('DISMISSAL'),
  };
}
