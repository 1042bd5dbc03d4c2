import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { conditionsIn, type Proposals, proposalsOf } from '../eligibility/conditions.rules.ts';
import type { Evidence, ExperienceEvidence } from '../eligibility/evidence.rules.ts';
import { experienceOf } from '../section/section.rules.ts';
import type { JudgedFile } from './file.loaders.ts';
import type { FileContent, ProfileData, ProfileEntry, ProfileKind } from './file.types.ts';

/** What a file says about its candidate, for the rules: keys are ids of entries and sections. */
export function evidenceOf({ profile, sections, documents }: FileContent): Evidence {
  const inFile = new Set(documents.map(({ id }) => id));
  /** A copy that is not in the file, or no longer, proves nothing. */
  const proven = <T extends { readonly document: string | null }>(one: T): T =>
    one.document === null || inFile.has(one.document) ? one : { ...one, document: null };
  return {
    diplomas: dataOf(profile, 'DIPLOMA').map(proven),
    appointmentDecrees: dataOf(profile, 'APPOINTMENT_DECREE').map(proven),
    functionsHeld: dataOf(profile, 'FUNCTION_HELD'),
    experience: [...sections.map(experienceOf), ...dataOf(profile, 'WORK_EXPERIENCE').flatMap(ofWork)],
    staffRecords: dataOf(profile, 'STAFF_RECORD'),
    nationalities: dataOf(profile, 'NATIONALITY'),
    declarations: dataOf(profile, 'DECLARATION'),
    dismissals: dataOf(profile, 'DISMISSAL'),
  };
}

type Keyed<K extends ProfileKind> = ProfileData[K] & { readonly key: string };

/** The entries of one kind, each with its id as the key. */
const dataOf = <K extends ProfileKind>(profile: readonly ProfileEntry[], kind: K): Keyed<K>[] =>
  profile.filter((entry) => entry.kind === kind).map(({ id, data }) => ({ ...(data as ProfileData[K]), key: id }));

/** Work of which no kind is said is experience of nothing that a rule asks for. */
function ofWork({ key, kind, employer, setting, domain, begin, end }: Keyed<'WORK_EXPERIENCE'>): ExperienceEvidence[] {
  return kind === null ? [] : [{ key, enteredIn: 'CV', kind, employer, setting, domain, begin, end, language: null }];
}

/** What the conditions come to for a file: for taking part on the last day for applying. */
export const proposalsFor = (
  { content, vacancy, deadline }: JudgedFile,
  submittedAt: Temporal.Instant | null,
  appointmentOn: string | null,
): Proposals =>
  proposalsOf(conditionsIn(vacancy.state), evidenceOf(content), {
    participationOn: deadline,
    appointmentOn,
    dateOfCandidacy: submittedAt === null ? null : localDay(submittedAt).toString(),
    documents: 'REQUIRED',
  });

/** Pieces of evidence, roughly: what judging a file costs. */
export const sizeOf = ({ profile, sections }: FileContent): number => profile.length + sections.length;
