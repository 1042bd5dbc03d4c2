import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { conditionsIn, type Proposals, proposalsOf } from '../eligibility/conditions.rules.ts';
import { COPY_KINDS, type Evidence, type ExperienceEvidence } from '../eligibility/evidence.rules.ts';
import { experienceOf } from '../section/section.rules.ts';
import type { JudgedFile } from './file.loaders.ts';
import type { FileContent, ProfileData, ProfileEntry, ProfileKind } from './file.types.ts';

/** What a file says about its candidate, for the rules: keys are ids of entries and sections. */
export function evidenceOf(file: FileContent): Evidence {
  const { sections, documents } = file;
  const profile = profileIn(file);
  const [diplomas, decrees] = [dataOf(profile, 'DIPLOMA'), dataOf(profile, 'APPOINTMENT_DECREE')];
  const linked = new Set([...diplomas, ...decrees].map(({ document }) => document));
  const unlinked = new Set(documents.filter(({ id }) => !linked.has(id)).map(({ kind }) => kind));
  return {
    diplomas,
    appointmentDecrees: decrees,
    functionsHeld: dataOf(profile, 'FUNCTION_HELD'),
    experience: [...sections.map(experienceOf), ...dataOf(profile, 'WORK_EXPERIENCE').flatMap(ofWork)],
    staffRecords: dataOf(profile, 'STAFF_RECORD'),
    nationalities: dataOf(profile, 'NATIONALITY'),
    declarations: dataOf(profile, 'DECLARATION'),
    dismissals: dataOf(profile, 'DISMISSAL'),
    unlinkedCopies: COPY_KINDS.filter((kind) => unlinked.has(kind)),
  };
}

/** The entries of a file. A copy that is not in the file, or no longer, proves nothing and is not told of. */
export function profileIn({ profile, documents }: FileContent): readonly ProfileEntry[] {
  const inFile = new Set<string | null>([null, ...documents.map(({ id }) => id)]);
  return profile.map((entry) =>
    'document' in entry.data && !inFile.has(entry.data.document)
      ? ({ ...entry, data: { ...entry.data, document: null } } as ProfileEntry)
      : entry,
  );
}

type Keyed<K extends ProfileKind> = ProfileData[K] & { readonly key: string };

/** The entries of one kind, each with its id as the key. */
const dataOf = <K extends ProfileKind>(profile: readonly ProfileEntry[], kind: K): Keyed<K>[] =>
  profile.filter((entry) => entry.kind === kind).map(({ id, data }) => ({ ...(data as ProfileData[K]), key: id }));

/** Work of which no kind is said is experience of nothing that a rule asks for. */
function ofWork({ key, kind, employer, setting, domain, begin, end }: Keyed<'WORK_EXPERIENCE'>): ExperienceEvidence[] {
  return kind === null ? [] : [{ key, enteredIn: 'CV', kind, employer, setting, domain, begin, end, language: null }];
}

/** Being appointed on a day, with what the candidate says of themselves by now. */
export interface Appointment {
  readonly on: string;
  readonly profile: readonly ProfileEntry[];
}

/** What is declared for being appointed, and so until then: the deadline for applying freezes nothing of it. */
const FOR_APPOINTMENT: readonly ProfileKind[] = ['NATIONALITY', 'DECLARATION', 'DISMISSAL'];

/** What the conditions come to for a file: for taking part on the last day for applying. */
export function proposalsFor(
  { content, vacancy, deadline }: JudgedFile,
  submittedAt: Temporal.Instant | null,
  appointment: Appointment | null,
): Proposals {
  const days = {
    participationOn: deadline,
    appointmentOn: appointment?.on ?? null,
    dateOfCandidacy: submittedAt === null ? null : localDay(submittedAt).toString(),
    documents: 'REQUIRED' as const,
  };
  const frozen = content.profile.filter(({ kind }) => !FOR_APPOINTMENT.includes(kind));
  const declared = appointment?.profile.filter(({ kind }) => FOR_APPOINTMENT.includes(kind)) ?? [];
  const atAppointment = { ...content, profile: [...frozen, ...declared] };
  return proposalsOf(conditionsIn(vacancy.state), evidenceOf(content), days, evidenceOf(atAppointment));
}

/** Pieces of evidence, roughly: what judging a file costs. */
export const sizeOf = ({ profile, sections }: FileContent): number => profile.length + sections.length;
