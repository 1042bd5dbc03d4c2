import { randomUUID } from 'node:crypto';
import { diploma } from '../../eligibility/testing/files.ts';
import { MANAGERIAL_SECTION } from '../../section/testing/sections.ts';
import type {
  DocumentFacts,
  FileContent,
  ProfileData,
  ProfileEntry,
  ProfileKind,
  Section,
  SectionData,
} from '../file.types.ts';

/** Parts of files that meet the trees, to be changed where a test is about something else. */

export const entry = <K extends ProfileKind>(kind: K, { key, ...data }: ProfileData[K] & { key?: string }) =>
  ({ id: randomUUID(), kind, version: 1, data }) as unknown as ProfileEntry;

export const section = (own: Partial<SectionData> = {}): Section => ({
  ...{ id: randomUUID(), version: 1, ...MANAGERIAL_SECTION, ...own },
});

export const copy = (kind: DocumentFacts['kind'] = 'DIPLOMA'): DocumentFacts => ({
  ...{ id: randomUUID(), kind, medium: 'UPLOAD', institution: null, fileName: 'kopie.pdf' },
  ...{ mediaType: 'application/pdf', bytes: 1000, sha256: 'a'.repeat(64), receivedAt: '2026-09-20T08:00:00.000Z' },
});

/** A diploma with its copy, and a managerial job that goes on. */
export function completeFile(): FileContent {
  const document = copy();
  return {
    profile: [entry('DIPLOMA', diploma({ document: document.id }))],
    sections: [section({ end: null })],
    documents: [document],
  };
}
