import type { Problem } from '@mandate-graph/domain';
import { periodProblems } from '../experience/experience.rules.ts';
import type {
  DeclarationEvidenceInput,
  DegreeLevelInput,
  DiplomaEvidenceInput,
  DismissalEvidenceInput,
  EligibilityProfileInput,
  ExperienceEvidenceInput,
  HeldFunctionEvidenceInput,
  NationalityEvidenceInput,
  StaffRecordEvidenceInput,
} from './eligibility.input.ts';
import type {
  DeclarationEvidence,
  DiplomaEvidence,
  DismissalEvidence,
  Evidence,
  ExperienceEvidence,
  HeldFunctionEvidence,
  NationalityEvidence,
  StaffRecordEvidence,
} from './evidence.rules.ts';
import { COUNTRY, LANGUAGE, LEVEL, ProfileChecks } from './profile.checks.rules.ts';

/** A profile as the rules read it. Days that were left out are null. */
interface Profile {
  readonly evidence: Evidence;
  readonly judgedOn: string | null;
  readonly candidacyOn: string | null;
  readonly appointmentOn: string | null;
}

interface ReadProfile {
  readonly profile: Profile;
  /** Everything that is wrong with it: then it must not be judged. */
  readonly problems: readonly Problem[];
}

/** Reads a profile as given on a day. Its pieces have their places in it for keys. */
export function readProfile(path: string, given: EligibilityProfileInput, today: string): ReadProfile {
  const checks = new ProfileChecks();
  const onDay = (name: 'judgedOn' | 'candidacyOn' | 'appointmentOn') =>
    checks.optional(given[name], (day) => checks.day(`${path}.${name}`, day));
  const list = <I, T>(
    name: keyof Evidence,
    entries: readonly I[] | null | undefined,
    read: (entry: I, at: string) => T,
  ) =>
    checks.entries(`${path}.${name}`, entries, (entry, at) => ({ key: at.slice(path.length + 1), ...read(entry, at) }));
  const profile = {
    judgedOn: onDay('judgedOn'),
    candidacyOn: onDay('candidacyOn'),
    appointmentOn: onDay('appointmentOn'),
    evidence: {
      diplomas: list('diplomas', given.diplomas, (entry, at) => diploma(checks, entry, at)),
      appointmentDecrees: list('appointmentDecrees', given.appointmentDecrees, (entry, at) => ({
        ...heldFunction(checks, entry, at),
        document: null,
      })),
      functionsHeld: list('functionsHeld', given.functionsHeld, (entry, at) => heldFunction(checks, entry, at)),
      experience: list('experience', given.experience, (entry, at) => experience(checks, entry, at, today)),
      staffRecords: list('staffRecords', given.staffRecords, (entry, at) => staffRecord(checks, entry, at)),
      nationalities: list('nationalities', given.nationalities, (entry, at) => nationality(checks, entry, at)),
      declarations: list('declarations', given.declarations, (entry, at) => declaration(checks, entry, at)),
      dismissals: list('dismissals', given.dismissals, (entry, at) => dismissal(checks, entry, at)),
      unlinkedCopies: [],
    },
  };
  return { profile, problems: checks.problems };
}

/** How many pieces there are to judge. */
export const sizeOf = (given: EligibilityProfileInput): number =>
  Object.values<unknown>({ ...given }).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );

const degreeLevel = (checks: ProfileChecks, { cycle, education }: DegreeLevelInput, at: string) => ({
  cycle: checks.cycle(`${at}.cycle`, cycle),
  education: checks.code(`${at}.education`, education),
});

/** Of this and the others, `latest` is the last day they may be of; a dry run has none: it may suppose what is still to come. */
export const diploma = (
  checks: ProfileChecks,
  given: DiplomaEvidenceInput,
  at: string,
  latest?: string,
): Omit<DiplomaEvidence, 'key'> => ({
  title: checks.text(`${at}.title`, given.title),
  institution: checks.text(`${at}.institution`, given.institution),
  cycle: checks.optional(given.cycle, (cycle) => checks.cycle(`${at}.cycle`, cycle)),
  education: checks.optional(given.education, (code) => checks.code(`${at}.education`, code)),
  equatedWith: checks.optional(given.equatedWith, (level) => degreeLevel(checks, level, `${at}.equatedWith`)),
  country: checks.code(`${at}.country`, given.country, COUNTRY),
  language: checks.code(`${at}.language`, given.language, LANGUAGE),
  awardedOn: checks.day(`${at}.awardedOn`, given.awardedOn, latest),
  document: null,
});

export const heldFunction = (
  checks: ProfileChecks,
  given: HeldFunctionEvidenceInput,
  at: string,
  latest?: string,
): Omit<HeldFunctionEvidence, 'key'> => ({
  title: checks.text(`${at}.title`, given.title),
  employer: checks.text(`${at}.employer`, given.employer),
  level: checks.optional(given.level, (level) => checks.code(`${at}.level`, level, LEVEL)),
  service: checks.optional(given.service, (code) => checks.code(`${at}.service`, code)),
  ...checks.span(at, given, latest),
});

function experience(
  checks: ProfileChecks,
  given: ExperienceEvidenceInput,
  at: string,
  today: string,
): Omit<ExperienceEvidence, 'key'> {
  const { kind, begin, end = null, language = null } = given;
  const employer = checks.text(`${at}.employer`, given.employer);
  const setting = checks.optional(given.setting, (code) => checks.code(`${at}.setting`, code));
  const domain = checks.optional(given.domain, (code) => checks.code(`${at}.domain`, code));
  checks.problems.push(...periodProblems(at, { begin, end }, today));
  const enteredIn = given.enteredIn ?? 'SPECIFIC_SECTIONS';
  return { enteredIn, kind, employer, setting, domain, begin, end, language };
}

export const staffRecord = (
  checks: ProfileChecks,
  given: StaffRecordEvidenceInput,
  at: string,
  latest?: string,
): Omit<StaffRecordEvidence, 'key'> => ({
  employer: checks.unit(`${at}.employer`, given.employer),
  employerName: checks.text(`${at}.employerName`, given.employerName),
  relation: given.relation ?? null,
  ...checks.span(at, given, latest),
});

export const nationality = (
  checks: ProfileChecks,
  { country, assimilated }: NationalityEvidenceInput,
  at: string,
): Omit<NationalityEvidence, 'key'> => ({
  country: checks.code(`${at}.country`, country, COUNTRY),
  assimilated: assimilated ?? false,
});

export const declaration = (
  checks: ProfileChecks,
  { condition, holds, declaredOn }: DeclarationEvidenceInput,
  at: string,
  latest?: string,
): Omit<DeclarationEvidence, 'key'> => ({
  condition,
  holds,
  declaredOn: checks.day(`${at}.declaredOn`, declaredOn, latest),
});

export const dismissal = (
  checks: ProfileChecks,
  { ground, service, decidedOn }: DismissalEvidenceInput,
  at: string,
  latest?: string,
): Omit<DismissalEvidence, 'key'> => ({
  ground: checks.code(`${at}.ground`, ground),
  service: checks.code(`${at}.service`, service),
  decidedOn: checks.day(`${at}.decidedOn`, decidedOn, latest),
});
