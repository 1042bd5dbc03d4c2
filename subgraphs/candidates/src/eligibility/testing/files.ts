import {
  type AppointmentDecreeEvidence,
  type DiplomaEvidence,
  type Evidence,
  type ExperienceEvidence,
  NO_EVIDENCE,
  type StaffRecordEvidence,
} from '../evidence.rules.ts';
import { EMPLOYER } from './trees.ts';

/** Pieces of evidence that meet the trees, to be changed where a test is about something else. */

export const file = (parts: Partial<Evidence>): Evidence => ({ ...NO_EVIDENCE, ...parts });

export const diploma = (parts: Partial<DiplomaEvidence> = {}): DiplomaEvidence => ({
  key: 'diploma-1',
  title: 'Master in de rechten',
  institution: 'Universiteit Gent',
  cycle: 2,
  education: 'UNIVERSITY',
  equatedWith: null,
  country: 'BE',
  language: 'nl',
  awardedOn: '2004-07-01',
  document: 'document-1',
  ...parts,
});

export const decree = (parts: Partial<AppointmentDecreeEvidence> = {}): AppointmentDecreeEvidence => ({
  key: 'decree-1',
  title: 'Adviseur',
  employer: 'Ministerie',
  level: 'A',
  service: 'PUBLIC_SERVICE',
  from: '2012-01-01',
  until: null,
  document: 'document-2',
  ...parts,
});

export const managerial = (begin: string, end: string | null, parts: Partial<ExperienceEvidence> = {}) => ({
  key: `managerial-${begin}`,
  enteredIn: 'SPECIFIC_SECTIONS' as const,
  kind: 'MANAGERIAL' as const,
  employer: 'Dienst Digitaal',
  setting: 'PUBLIC_SERVICE',
  domain: null,
  begin,
  end,
  language: 'nl' as const,
  ...parts,
});

export const useful = (begin: string, end: string | null, parts: Partial<ExperienceEvidence> = {}) =>
  managerial(begin, end, { key: `useful-${begin}`, kind: 'USEFUL', setting: null, domain: 'HEALTH', ...parts });

export const staffRecord = (parts: Partial<StaffRecordEvidence> = {}): StaffRecordEvidence => ({
  key: 'staff-1',
  employer: EMPLOYER,
  employerName: 'Ministerie',
  relation: 'STATUTORY',
  from: '2015-01-01',
  until: null,
  ...parts,
});

/** Meets every condition of the open tree. */
export const COMPLETE: Evidence = file({ diplomas: [diploma()], experience: [managerial('2015-03-01', null)] });
