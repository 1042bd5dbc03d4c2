import { isSame } from '../../subject/differences.rules.ts';
import { missing, refuse, unchanged, within } from '../../subject/problem.rules.ts';
import { deadlineAhead } from '../../vacancy/vacancy.rules.ts';
import { amended } from '../amended.rules.ts';
import { newId } from '../new-id.ts';
import type { Plan, Write } from '../write.service.ts';
import { draftOf, endedProblems, fixedProblems, laterProblems, published, withdrawn } from './vacancy.changes.rules.ts';
import { type Changed, type Changing, changing, fromToday, judged } from './vacancy.changing.ts';
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
    const id = await newId('vacancy', local, knowledge, problems);
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
  plan: (given, knowledge) => {
    const { changes, reason = null } = given;
    const change = async ({ known, state, problems }: Changing): Promise<Changed> => {
      const patch = changesOf(changes);
      problems.push(...endedProblems(state));
      if (state.publication !== 'DRAFT') {
        if (reason === null) problems.push(missing('reason', 'REQUIRED', 'must be given to change what is public'));
        problems.push(...fixedProblems(state, patch).map((problem) => within('changes.', problem)));
      }
      const periods = fromToday(known, knowledge, (before) => amended(before, patch));
      if (problems.length === 0 && isSame(periods, known.periods)) problems.push(unchanged('changes'));
      if (state.publication === 'PUBLISHED') {
        const isOver = deadlineAhead(state, knowledge.now).length > 0;
        const standing = [
          ...judged(periods, 'AMENDED', knowledge),
          ...(await placeProblems(isOver ? patch : { ...state, ...patch }, knowledge)),
          ...(await selectionCodeProblems(known.id, patch, knowledge)),
        ];
        problems.push(...standing.map((problem) => within('changes.', problem)));
      }
      return { change: 'AMENDED', reason, periods, inputPath: 'changes.' };
    };
    return changing(given, knowledge, change, [
      ...inputProblems('changes', changes),
      ...notNullable('changes', changes),
    ]);
  },
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
          ...judged(periods, 'PUBLISHED', knowledge),
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
      problems.push(...endedProblems(state), ...laterProblems(state.applicationDeadline, applicationDeadline));
      const periods = fromToday(known, knowledge, (before) => amended(before, { applicationDeadline }));
      problems.push(
        ...(state.publication === 'PUBLISHED'
          ? [...judged(periods, 'EXTENDED', knowledge), ...(await placeProblems(state, knowledge))]
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
      problems.push(...endedProblems(state));
      const periods = fromToday(known, knowledge, withdrawn);
      return { change: state.publication === 'DRAFT' ? 'ENDED' : 'WITHDRAWN', reason: given.reason, periods };
    }),
});
