import {
  instantInId,
  isLocalDate,
  LANGUAGE_ROLES,
  type LanguageRole,
  localDay,
  type MandateRecorded,
  type Problem,
  parseSubjectId,
  type SelectionEventType,
  type SubjectKind,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../subject/problem.rules.ts';

/**
 * The one event of selections that an institution acts on. How a procedure ended changes nothing here: where somebody was
 * appointed the mandate says so itself, and where nobody was the vacancy stays as its institution has it.
 */
export const MANDATE_RECORDED: SelectionEventType = 'mandate-graph.mandate.recorded.v1';

/** A mandate, as far as an organisation needs to know it: whose it is, it does not. */
export interface Mandate {
  readonly id: string;
  readonly version: number;
  readonly vacancy: string;
  readonly position: string;
  readonly languageRole: LanguageRole | null;
  /** yyyy-mm-dd. */
  readonly startsOn: string;
  /** The last day; null: not fixed. */
  readonly endsOn: string | null;
  /** The local day on which the selection recorded it. */
  readonly toldOn: string;
}

/** What is told of a mandate of this institution. */
export interface ToldMandate extends Mandate {
  readonly procedure: string;
}

type Told = { readonly [K in keyof MandateRecorded]?: unknown };

/** Whether it is for another institution to act on, by what it says itself. */
export function isForAnother(institution: string, data: unknown): boolean {
  const theirs = (data as Told | null)?.institution;
  return isText(theirs) && theirs !== institution;
}

/** Null for what is not as agreed, or not of this institution, its vacancy and its post: nobody speaks of another's. */
export function mandateOf(institution: string, data: unknown): ToldMandate | null {
  if ((data as Told | null)?.institution !== institution) return null;
  const { mandate, procedure, vacancy, position, languageRole, startsOn, endsOn, version, recordedAt } = data as Told;
  if (!isText(mandate) || !isText(procedure) || !isText(startsOn) || !(endsOn === null || isText(endsOn))) return null;
  if (!isOwn(institution, 'vacancy', vacancy) || !isOwn(institution, 'position', position)) return null;
  if (!isRole(languageRole) || !Number.isInteger(version) || (version as number) < 1) return null;
  if (!isText(recordedAt) || instantInId(recordedAt) === null) return null;
  const toldOn = localDay(Temporal.Instant.from(recordedAt)).toString();
  const told = { vacancy, position, languageRole, startsOn, endsOn, version: version as number };
  return { id: mandate, procedure, ...told, toldOn };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRole = (value: unknown): value is LanguageRole | null =>
  value === null || (LANGUAGE_ROLES as readonly unknown[]).includes(value);

function isOwn(institution: string, kind: SubjectKind, value: unknown): value is string {
  const parsed = isText(value) ? parseSubjectId(value) : null;
  return parsed?.institution === institution && parsed.kind === kind;
}

/** What is wrong with a mandate by itself, or beside what was told of it before. */
export function mandateProblems(mandate: Mandate, earlier: Mandate | null): readonly Problem[] {
  const { vacancy, position, startsOn, endsOn } = mandate;
  const problems = Object.entries({ startsOn, endsOn }).flatMap(([path, day]) =>
    day === null || isLocalDate(day)
      ? []
      : [refuse(path, 'INVALID_DATE', day, 'must be a day of the calendar, written yyyy-mm-dd')],
  );
  if (problems.length === 0 && endsOn !== null && endsOn < startsOn) {
    problems.push(refuse('endsOn', 'EMPTY_RANGE', endsOn, `must not be before ${startsOn}, the day it starts`));
  }
  for (const [path, value] of Object.entries({ vacancy, position } as const)) {
    const before = earlier?.[path as 'vacancy' | 'position'] ?? value;
    if (value !== before) problems.push(refuse(path, 'ANOTHER_POST', value, `must stay ${before}, as it was told`));
  }
  return problems;
}
