/** What a global id can point at. */
export const SUBJECT_KINDS = ['vacancy', 'unit', 'position', 'body', 'line', 'budget', 'headcount', 'holder'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * A global id: `<institution>:<kind>:<local>`, optionally followed by `@<yyyy-mm-dd>`.
 * The institution is in the id, so that whoever reads it knows the owner without asking; the date, when present,
 * addresses the subject as it was valid on that day (see docs/adr on dated references).
 */
export interface GlobalId {
  readonly institution: string;
  readonly kind: SubjectKind;
  readonly local: string;
  readonly asOf: string | null;
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PATTERN = new RegExp(`^(${SLUG}):(${SUBJECT_KINDS.join('|')}):(${SLUG})(?:@(\\d{4}-\\d{2}-\\d{2}))?$`);
const MAX_LENGTH = 200;

export const formatId = (id: GlobalId): string =>
  `${id.institution}:${id.kind}:${id.local}${id.asOf === null ? '' : `@${id.asOf}`}`;

/** Null for anything that is not a well-formed global id; never throws. */
export function parseId(text: string): GlobalId | null {
  if (text.length > MAX_LENGTH) return null;
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, institution, kind, local, asOf] = match;
  if (asOf !== undefined && !isLocalDate(asOf)) return null;
  return { institution: institution!, kind: kind as SubjectKind, local: local!, asOf: asOf ?? null };
}

/** The id without its date: the subject itself, whatever the day. */
export const undated = (id: string): string => id.split('@', 1)[0]!;

/** The same subject on `asOf`; unchanged when `asOf` is null. */
export const dated = (id: string, asOf: string | null): string => (asOf === null ? id : `${undated(id)}@${asOf}`);

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
