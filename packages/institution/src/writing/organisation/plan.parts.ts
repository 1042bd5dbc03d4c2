import { randomUUID } from 'node:crypto';
import {
  type ChangeKind,
  formatId,
  type Period,
  type Problem,
  RECORDED,
  type ReorganisationKind,
  type SubjectKind,
  type SubjectStates,
} from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { changedWithin, stateOn } from '../../subject/periods.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import { REFERENCES } from '../../subject/subject.references.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan } from '../write.service.ts';

/** The day from which what is asked for holds. */
export const startOf = (
  { effectiveFrom }: { effectiveFrom?: string | null | undefined },
  { today }: Knowledge,
): string => effectiveFrom ?? today;

/** Whether the subject is there on the day from which it is to change; a problem when it is not. */
export function holdsThen(known: Known, day: string, problems: Problem[]): boolean {
  if (stateOn<unknown>(known.periods, day) !== null) return true;
  const rule = `must be a day on which ${known.id} is there`;
  problems.push(refuse('effectiveFrom', 'NOT_THERE_THEN', day, rule));
  return false;
}

/** What is wrong with the unit that a new one is to be part of, where that is not the subject the caller named. */
export async function parentProblems(
  { parent }: Pick<SubjectStates['unit'], 'parent'>,
  day: string,
  knowledge: Knowledge,
  path: string,
): Promise<readonly Problem[]> {
  if (parent === null) return [];
  const [known] = await knowledge.find('unit', [parent]);
  if (known == null)
    return [refuse(`${path}parent`, 'UNKNOWN_REFERENCE', parent, 'must be the id of an existing unit')];
  if (stateOn(known.periods, day) !== null) return [];
  return [refuse(`${path}parent`, 'NOT_THERE_THEN', parent, `must be a unit that is there on ${day}`)];
}

/** Whether a subject has a state from a day on, of which `is` is true. */
export const isLater = <K extends SubjectKind>(
  known: Known<K>,
  day: string,
  is: (state: SubjectStates[K]) => boolean,
): boolean => known.periods.some(({ validTo, state }) => (validTo === null || validTo > day) && is(state));

/** Ids of all that has to be there while a state holds. What only tells of a subject goes on without it. */
export function ownersOf<K extends SubjectKind>(kind: K, state: SubjectStates[K]): readonly string[] {
  return kind === 'vacancy' || kind === 'reorganisation' ? [] : REFERENCES[kind](state).map(({ id }) => id);
}

/** What is known of the subject without anything from a day on. */
export const until = <S>(periods: readonly Period<S>[], day: string): readonly Period<S>[] =>
  changedWithin(periods, { from: day, to: null }, () => null);

/** From a day on, until further notice. */
export const since = <S>(day: string, state: S): readonly Period<S>[] => [{ validFrom: day, validTo: null, state }];

export const creation = <K extends SubjectKind>(
  kind: K,
  id: string,
  periods: readonly Period<SubjectStates[K]>[],
  reason: string | null,
): Recording<K> => ({ kind, id, expectedVersion: 0, change: 'CREATED', periods, reason });

export const changeOf = <K extends SubjectKind>(
  { kind, id, version }: Known<K>,
  change: ChangeKind,
  periods: readonly Period<SubjectStates[K]>[],
  reason: string,
): Recording<K> => ({ kind, id, expectedVersion: version, change, periods, reason });

/** The recording of what goes along with a change; none when nothing of it changes. */
export const following = <K extends SubjectKind>(
  known: Known<K>,
  periods: readonly Period<SubjectStates[K]>[],
  reason: string,
): readonly Recording[] =>
  isSame(known.periods, periods) ? [] : [changeOf(known, 'FOLLOWED', periods, reason) as Recording];

/** The change in the tree as a subject of its own, with the units it started from and those it led to. */
export const reorganisation = (
  knowledge: Knowledge,
  kind: ReorganisationKind,
  links: { readonly predecessors: readonly string[]; readonly successors: readonly string[] },
  day: string,
  reason: string,
): Recording<'reorganisation'> =>
  creation(
    'reorganisation',
    formatId({ institution: knowledge.institution, kind: 'reorganisation', local: randomUUID() }),
    since(day, { kind, ...links, notice: null, sources: { '': RECORDED } }),
    reason,
  );

/** The plan of recordings of which the first is the subject the caller named. */
export const planOf = (
  recordings: readonly Recording[],
  day: string,
  problems: readonly Problem[],
  inputPath = '',
): Plan => ({ problems, recordings, answer: recordings.map(({ id }) => ({ id, day })), inputPath });
