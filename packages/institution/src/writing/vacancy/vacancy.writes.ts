import { randomBytes } from 'node:crypto';
import { formatId, type Period, type Problem, parseSubjectId, type VacancyState } from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { changedWithin, stateOn } from '../../subject/periods.rules.ts';
import { missing, refuse } from '../../subject/problem.rules.ts';
import { type Publication, publicationProblems } from '../../vacancy/publication.rules.ts';
import { deadlineAhead } from '../../vacancy/vacancy.rules.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan, Write } from '../write.service.ts';
import { amended, draftOf, laterProblems, published, withdrawn } from './vacancy.changes.rules.ts';
import { changesOf, contentOf, inputProblems, notNullable, toDeadline } from './vacancy.input.rules.ts';
import type {
  AmendVacancyInput,
  CreateVacancyInput,
  ExtendVacancyInput,
  PublishVacancyInput,
  WithdrawVacancyInput,
} from './vacancy.input.ts';
import { placeProblems, selectionCodeProblems } from './vacancy.standing.ts';

/** A new draft, from today. */
export const createVacancy = (mutation: string, input: CreateVacancyInput): Write<CreateVacancyInput> => ({
  mutation,
  rule: 'VACANCY_WRITE',
  input,
  plan: async ({ local, reason = null, content }, knowledge): Promise<Plan> => {
    const problems = [...inputProblems('content', content)];
    const id = await freeId(local ?? null, knowledge, problems);
    const periods = [{ validFrom: knowledge.today, validTo: null, state: draftOf(contentOf(content)) }];
    return {
      problems,
      recordings: [{ kind: 'vacancy', id, expectedVersion: 0, change: 'CREATED', reason, periods }],
      answer: [{ id, day: knowledge.today }],
      inputPath: 'content.',
    };
  },
});

/** Other words or facts, from today: what was said before stays what was said before. */
export const amendVacancy = (mutation: string, input: AmendVacancyInput): Write<AmendVacancyInput> => ({
  mutation,
  rule: 'VACANCY_WRITE',
  input,
  plan: (given, knowledge) =>
    changing(given, knowledge, async ({ known, state, problems }) => {
      const { changes, reason = null } = given;
      problems.push(...inputProblems('changes', changes), ...notNullable('changes', changes));
      if (state.publication !== 'DRAFT' && reason === null) {
        problems.push(missing('reason', 'REQUIRED', 'must be given to change what is public'));
      }
      if (state.publication !== 'DRAFT' && changes.applicationDeadline != null) {
        const { date } = changes.applicationDeadline;
        const rule = 'must be left out: the deadline of what is public is extended, not amended';
        problems.push(refuse('changes.applicationDeadline', 'EXTEND_INSTEAD', date, rule));
      }
      const patch = changesOf(changes);
      const periods = fromToday(known, knowledge, (before) => amended(before, patch));
      if (problems.length === 0 && isSame(periods, known.periods)) {
        problems.push(missing('changes', 'NO_CHANGE', 'must hold something that is not so already'));
      }
      const standing = [
        ...publicOnes(periods, knowledge).flatMap((after) => judged(after, 'AMENDED', knowledge)),
        ...(await placeProblems(patch, knowledge)),
        ...(await selectionCodeProblems(known.id, patch, knowledge)),
      ];
      if (state.publication === 'PUBLISHED') problems.push(...standing.map(within('changes.')));
      return { change: 'AMENDED', reason, periods, inputPath: 'changes.' };
    }),
});

/** Makes a draft public, from today. */
export const publishVacancy = (mutation: string, input: PublishVacancyInput): Write<PublishVacancyInput> => ({
  mutation,
  rule: 'VACANCY_DECIDE',
  input,
  plan: (given, knowledge) =>
    changing(given, knowledge, async ({ known, state, problems }) => {
      if (state.publication !== 'DRAFT') {
        problems.push(refuse('id', 'NOT_A_DRAFT', state.publication, 'must be the id of a draft to publish'));
      }
      const periods = fromToday(known, knowledge, (before) => published(before, knowledge.today));
      if (problems.length === 0) {
        problems.push(
          ...publicOnes(periods, knowledge).flatMap((after) => judged(after, 'PUBLISHED', knowledge)),
          ...(await placeProblems(state, knowledge)),
          ...(await selectionCodeProblems(known.id, state, knowledge)),
        );
      }
      return { change: 'PUBLISHED', reason: given.reason ?? null, periods };
    }),
});

/** A later deadline, also after the present one has passed. */
export const extendVacancy = (mutation: string, input: ExtendVacancyInput): Write<ExtendVacancyInput> => ({
  mutation,
  rule: 'VACANCY_WRITE',
  input,
  plan: (given, knowledge) =>
    changing(given, knowledge, async ({ known, state, problems }) => {
      const applicationDeadline = toDeadline(given.applicationDeadline);
      if (state.publication === 'WITHDRAWN' || state.publication === 'FILLED') {
        problems.push(refuse('id', 'ENDED', state.publication, 'must be the id of a vacancy that is not ended'));
      }
      problems.push(...laterProblems(state.applicationDeadline, applicationDeadline));
      const periods = fromToday(known, knowledge, (before) => amended(before, { applicationDeadline }));
      problems.push(
        ...(state.publication === 'PUBLISHED'
          ? publicOnes(periods, knowledge).flatMap((after) => judged(after, 'EXTENDED', knowledge))
          : deadlineAhead({ applicationDeadline }, knowledge.now)),
      );
      return { change: 'EXTENDED', reason: given.reason, periods };
    }),
});

/** Ends what is public, and discards what is not. */
export const withdrawVacancy = (mutation: string, input: WithdrawVacancyInput): Write<WithdrawVacancyInput> => ({
  mutation,
  rule: 'VACANCY_DECIDE',
  input,
  plan: (given, knowledge) =>
    changing(given, knowledge, async ({ known, state, problems }) => {
      const { publication } = state;
      if (publication === 'WITHDRAWN' || publication === 'FILLED') {
        problems.push(refuse('id', 'ENDED', publication, 'must be the id of a vacancy that is not ended'));
      }
      const periods = fromToday(known, knowledge, withdrawn);
      return { change: publication === 'DRAFT' ? 'ENDED' : 'WITHDRAWN', reason: given.reason, periods };
    }),
});

interface Changing {
  readonly known: Known<'vacancy'>;
  /** As it is today. */
  readonly state: VacancyState;
  /** To be added to. */
  readonly problems: Problem[];
}

interface Changed {
  readonly change: 'AMENDED' | 'PUBLISHED' | 'EXTENDED' | 'WITHDRAWN' | 'ENDED';
  readonly reason: string | null;
  readonly periods: readonly Period<VacancyState>[];
  readonly inputPath?: string;
}

/** What all changes of a vacancy begin and end with. */
async function changing(
  { id, version }: { readonly id: string; readonly version: number },
  knowledge: Knowledge,
  change: (changing: Changing) => Promise<Changed>,
): Promise<Plan> {
  const problems: Problem[] = [];
  const known = await knowledge.at('vacancy', id, version, problems);
  const state = known === null ? null : stateOn(known.periods, knowledge.today);
  if (known === null) return { problems };
  if (state === null) return { problems: [refuse('id', 'NOT_VALID_TODAY', id, 'must be a vacancy that holds today')] };
  const { inputPath = '', ...recording } = await change({ known, state, problems });
  return {
    problems,
    recordings: [{ kind: 'vacancy', id, expectedVersion: version, ...recording }],
    answer: [{ id, day: knowledge.today }],
    inputPath,
  };
}

const fromToday = (
  { periods }: Known<'vacancy'>,
  { today }: Knowledge,
  change: (state: VacancyState) => VacancyState | null,
): readonly Period<VacancyState>[] => changedWithin(periods, { from: today, to: null }, change);

/** What will be public today, and later. */
const publicOnes = (periods: readonly Period<VacancyState>[], { today }: Knowledge): readonly VacancyState[] =>
  periods
    .filter(({ validTo, state }) => (validTo === null || validTo > today) && state.publication === 'PUBLISHED')
    .map(({ state }) => state);

function judged(vacancy: VacancyState, change: Publication['change'], knowledge: Knowledge): readonly Problem[] {
  const publication = { change, now: knowledge.now, today: knowledge.today };
  return [
    ...publicationProblems(vacancy, publication),
    ...(knowledge.rules.publicationProblems?.(vacancy, publication) ?? []),
  ];
}

const within =
  (inputPath: string) =>
  (problem: Problem): Problem => ({ ...problem, path: `${inputPath}${problem.path}` });

/** The id for a new vacancy; one of its own making, and a problem, when the one asked for cannot be. */
async function freeId(local: string | null, knowledge: Knowledge, problems: Problem[]): Promise<string> {
  const { institution } = knowledge;
  const made = formatId({ institution, kind: 'vacancy', local: randomBytes(8).toString('hex') });
  if (local === null) return made;
  const asked = formatId({ institution, kind: 'vacancy', local });
  if (parseSubjectId(asked)?.local !== local) {
    problems.push(refuse('local', 'INVALID_SLUG', local, 'must be lower-case words, digits and hyphens'));
    return made;
  }
  const [taken] = await knowledge.find('vacancy', [asked]);
  if (taken === null) return asked;
  problems.push(refuse('local', 'TAKEN', local, 'must be one that no vacancy of this institution has had'));
  return made;
}
