import { type Actor } from '@mandate-graph/runtime';
import { competence, type JudgingCase, REASONS, versionOf } from '../../scoring/testing/judging.ts';
import type { TestSelection } from '../../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../../testing/templates.ts';

const COMPETENCES = [competence('a', 'oral', 'interview')];
export const FEDERAL = federalVacancy({ competences: COMPETENCES });
export const BRUSSELS = brusselsVacancy({ competences: COMPETENCES });

interface Refused {
  readonly problems: readonly { readonly path: string; readonly code: string; readonly value: string | null }[];
}
export const codesOf = ({ problems }: Refused) => problems.map(({ path, code, value }) => [path, code, value]);

/** What a committee does at the end, and what is shown of it. */
export const submittingIn = (selection: TestSelection) => ({
  submit: async ({ procedure, actors }: JudgingCase, own: object = {}, actor: Actor = actors[0]!) => {
    const version = await versionOf(selection, 'selection_procedure', procedure);
    return selection.write(actor, 'submitResult', { procedure, version, ...own });
  },
  rank: ({ procedure, actors }: JudgingCase, ids: readonly string[], own: object = {}) => {
    const places = ids.map((id, at) => ({ place: at + 1, applications: [id], reasons: REASONS }));
    return selection.write(actors[0]!, 'rankCandidates', { procedure, places, ...own });
  },
  shown: async (actor: Actor, { procedure }: JudgingCase) => {
    const { data, errors } = await selection.ask(
      actor,
      `query ($id: ID!) { selectionProcedure(id: $id) { status ending steps { key status }
        result { submittedAt suitable unsuitable ranked } } }`,
      { id: procedure },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.selectionProcedure;
  },
});
