import { nothingToChange, type Problem, tooMany, unknown } from '@mandate-graph/domain';
import type { ExperienceKind } from '../eligibility/evidence.rules.ts';
import { MAX_ENTRIES, type ProfileChecks } from '../eligibility/profile.checks.rules.ts';
import {
  declaration,
  diploma,
  dismissal,
  heldFunction,
  nationality,
  staffRecord,
} from '../eligibility/profile.rules.ts';
import { notWithKind, periodProblems } from '../experience/experience.rules.ts';
import type { ProfileData, ProfileEntry, ProfileKind, WorkExperience } from '../file/file.types.ts';
import type * as inputs from './profile.input.ts';

const MAX_DESCRIPTION = 4000;

/** What each mutation is given. */
export interface EntryInputs {
  readonly saveDiploma: inputs.SaveDiplomaInput;
  readonly saveAppointmentDecree: inputs.SaveAppointmentDecreeInput;
  readonly saveFunctionHeld: inputs.SaveFunctionHeldInput;
  readonly saveWorkExperience: inputs.SaveWorkExperienceInput;
  readonly saveStaffRecord: inputs.SaveStaffRecordInput;
  readonly saveNationality: inputs.SaveNationalityInput;
  readonly saveDeclaration: inputs.SaveDeclarationInput;
  readonly saveDismissal: inputs.SaveDismissalInput;
}

/** The kind of entry that a mutation saves, and how it is read on a day: what is wrong with it is kept by the checks. */
type EntryReading<I> = {
  readonly [K in ProfileKind]: {
    readonly kind: K;
    readonly read: (checks: ProfileChecks, given: I, today: string) => ProfileData[K];
  };
}[ProfileKind];

export const ENTRY_READINGS: { readonly [M in keyof EntryInputs]: EntryReading<EntryInputs[M]> } = {
  saveDiploma: {
    kind: 'DIPLOMA',
    read: (checks, given, today) => ({
      ...diploma(checks, given.diploma, 'diploma', today),
      document: given.document ?? null,
    }),
  },
  saveAppointmentDecree: {
    kind: 'APPOINTMENT_DECREE',
    read: (checks, given, today) => ({
      ...heldFunction(checks, given.appointmentDecree, 'appointmentDecree', today),
      document: given.document ?? null,
    }),
  },
  saveFunctionHeld: {
    kind: 'FUNCTION_HELD',
    read: (checks, given, today) => heldFunction(checks, given.functionHeld, 'functionHeld', today),
  },
  saveWorkExperience: {
    kind: 'WORK_EXPERIENCE',
    read: (checks, given, today) => workExperience(checks, given.workExperience, today),
  },
  saveStaffRecord: {
    kind: 'STAFF_RECORD',
    read: (checks, given, today) => staffRecord(checks, given.staffRecord, 'staffRecord', today),
  },
  saveNationality: {
    kind: 'NATIONALITY',
    read: (checks, given) => nationality(checks, given.nationality, 'nationality'),
  },
  saveDeclaration: {
    kind: 'DECLARATION',
    read: (checks, given, today) => declaration(checks, given.declaration, 'declaration', today),
  },
  saveDismissal: {
    kind: 'DISMISSAL',
    read: (checks, given, today) => dismissal(checks, given.dismissal, 'dismissal', today),
  },
};

function workExperience(checks: ProfileChecks, given: inputs.WorkExperienceInput, today: string): WorkExperience {
  const at = 'workExperience';
  const { kind = null, begin, end = null } = given;
  checks.problems.push(...periodProblems(at, { begin, end }, today));
  const codeOf = (field: 'setting' | 'domain', other: ExperienceKind) =>
    checks.optional(given[field], (code) => {
      if (kind === other) checks.problems.push(notWithKind(`${at}.${field}`, kind));
      return checks.code(`${at}.${field}`, code);
    });
  return {
    title: checks.text(`${at}.title`, given.title),
    employer: checks.text(`${at}.employer`, given.employer),
    kind,
    setting: codeOf('setting', 'USEFUL'),
    domain: codeOf('domain', 'MANAGERIAL'),
    begin,
    end,
    description: checks.optional(given.description, (text) => checks.text(`${at}.description`, text, MAX_DESCRIPTION)),
  };
}

/** An entry that stands. */
export type StandingEntry = Pick<ProfileEntry, 'id' | 'kind' | 'version'>;

/** What is wrong with where an entry is to go, among those of its kind that stand. */
export function placeProblems(
  { id = null, version = null }: Pick<inputs.SaveEntryInput, 'id' | 'version'>,
  ofKind: readonly StandingEntry[],
): readonly Problem[] {
  if (id !== null) return ofKind.some((entry) => entry.id === id) ? [] : [UNKNOWN_ENTRY];
  return [
    ...(version === null ? [] : [nothingToChange(version)]),
    ...(ofKind.length < MAX_ENTRIES ? [] : [tooMany('entries', MAX_ENTRIES, ofKind.length + 1)]),
  ];
}

/** Whether there is none, it is removed, of another kind or of somebody else, is not told. */
export const UNKNOWN_ENTRY = unknown(
  'id',
  'ENTRY',
  'an entry of one’s own profile, of the kind that the mutation is for',
);

/** A nationality that another entry names already, whatever it says of being assimilated. */
export const NATIONALITY_TWICE: Problem = {
  path: 'nationality.country',
  code: 'ALREADY_THERE',
  value: null,
  rule: 'nationality.country must be one that no other entry of the profile names.',
};

export const UNKNOWN_DOCUMENT = unknown(
  'document',
  'DOCUMENT',
  'a document of one’s own whose content has arrived, and which is not removed',
);
