import { Temporal } from 'temporal-polyfill';

/** What a global id can point at. */
export const SUBJECT_KINDS = [
  'vacancy',
  'unit',
  'position',
  'body',
  'line',
  'budget',
  'headcount',
  'holder',
  'reorganisation',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** How something is read: on which day, and by which knowledge. Null is today, and what is known now. */
export interface Reading {
  /** Local day, yyyy-mm-dd. */
  readonly asOf: string | null;
  /** Instant of recording, in the one form that {@link instantInId} gives. */
  readonly knownAt: string | null;
}

export const READ_NOW: Reading = { asOf: null, knownAt: null };

/**
 * A global id: `<institution>:<kind>:<local>`, optionally followed by `@<yyyy-mm-dd>` and by `~<instant>`.
 * The institution is in the id, so that whoever reads it knows the owner without asking. The day, when present,
 * addresses the subject as it was valid then; the instant, as it was known then (see docs/adr on dated references).
 */
export interface GlobalId extends Reading {
  readonly institution: string;
  readonly kind: SubjectKind;
  readonly local: string;
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const INSTANT = `${DAY}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z`;
const PATTERN = new RegExp(`^(${SLUG}):(${SUBJECT_KINDS.join('|')}):(${SLUG})(?:@(${DAY}))?(?:~(${INSTANT}))?$`);
const MAX_LENGTH = 200;

export const formatId = ({
  institution,
  kind,
  local,
  asOf = null,
  knownAt = null,
}: Omit<GlobalId, keyof Reading> & Partial<Reading>): string =>
  addressed(`${institution}:${kind}:${local}`, { asOf, knownAt });

/** Null for anything that is not a well-formed global id; never throws. */
export function parseId(text: string): GlobalId | null {
  if (text.length > MAX_LENGTH) return null;
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, institution, kind, local, asOf = null, knownAt = null] = match;
  if (asOf !== null && !isLocalDate(asOf)) return null;
  if (knownAt !== null && instantInId(knownAt) !== knownAt) return null;
  return { institution: institution!, kind: kind as SubjectKind, local: local!, asOf, knownAt };
}

/** The same for the id of a subject itself, of no day and no knowledge: null for any other. */
export function parseSubjectId(text: string): GlobalId | null {
  const parsed = parseId(text);
  return parsed?.asOf === null && parsed.knownAt === null ? parsed : null;
}

/** The subject itself, whatever the day and the knowledge. */
export const subjectIdOf = (id: string): string => id.split(/[@~]/, 1)[0]!;

/** The same subject on a day and by a knowledge: what is null stands in no id. */
export const addressed = (id: string, { asOf, knownAt }: Reading): string =>
  `${subjectIdOf(id)}${asOf === null ? '' : `@${asOf}`}${knownAt === null ? '' : `~${knownAt}`}`;

/**
 * An instant as ids carry it: UTC, with milliseconds, which is how finely recording times are kept; null for what is
 * no instant, or none of the years 1 to 9999.
 */
export function instantInId(text: string): string | null {
  try {
    const written = new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
    return /^\d{4}-/.test(written) && written >= '0001' ? written : null;
  } catch {
    return null;
  }
}

/** True for a day that exists in the calendar, written yyyy-mm-dd. */
export function isLocalDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}
