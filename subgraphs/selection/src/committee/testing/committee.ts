import { randomUUID } from 'node:crypto';
import type { VacancyState } from '@mandate-graph/domain';
import { always, eventOf, recordedSubject } from '@mandate-graph/testkit';
import { CandidacyFlow } from '../../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../../candidacy/candidacy.repository.ts';
import {
  type Applicant,
  memberActor,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../../testing/selection.ts';

/** A member as a test knows them. */
export interface TestMember {
  readonly id: string;
  readonly subject: string;
}

/** A procedure whose candidates have all come into the step in which the committee hears them. */
export async function hearingProcedure(selection: TestSelection, vacancy: string, state: VacancyState, count: number) {
  const started = await startedProcedure(selection, vacancy, state, count);
  for (const applicant of started.applicants) await selection.decided(applicant, 'ELIGIBLE');
  const by = recruiter(vacancy.split(':', 1)[0]);
  await selection.inProcedure(started.procedure, async (work) => {
    const assessment = work.procedure.steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT');
    const all = await new CandidacyRepository(work.manager).ofProcedure(work.procedure.id);
    if (assessment === undefined) return;
    const outcome = { stepId: assessment.id, result: 'PASSED' as const, reasons: null };
    await new CandidacyFlow(work).pass(
      assessment,
      all.map((candidacy) => ({ candidacy, outcome, as: 'RECRUITER' })),
    );
  });
  const step = started.steps.get('oral') ?? started.steps.get('interview')!;
  return { ...started, step, by };
}
export type HearingProcedure = Awaited<ReturnType<typeof hearingProcedure>>;

export const newMember = (own: object = {}) => ({
  ...{ subject: `member-${randomUUID()}`, name: 'Invented Member', function: 'MEMBER', languageRole: null },
  ...own,
});

/** Appoints so many members, the first of whom chairs. */
export async function appointed(selection: TestSelection, { procedure, by }: HearingProcedure, count: number) {
  const members: TestMember[] = [];
  for (let at = 0; at < count; at++) {
    const member = newMember({ function: at === 0 ? 'CHAIR' : 'MEMBER', languageRole: at % 2 === 0 ? 'NL' : 'FR' });
    const { id } = await selection.write(by, 'appointMember', { procedure, ...member });
    members.push({ id, subject: member.subject });
  }
  return members;
}

/** Each of them declares that nothing ties them to whoever is before the committee. */
export async function declareNothing(selection: TestSelection, procedure: string, members: readonly TestMember[]) {
  for (const { subject } of members)
    await selection.write(memberActor(subject, procedure), 'declareInterest', { procedure, kind: 'NONE' });
}

/** A committee of so many that has declared, ready to hear candidates. */
export async function readyCommittee(selection: TestSelection, of: HearingProcedure, count: number) {
  const members = await appointed(selection, of, count);
  await declareNothing(selection, of.procedure, members);
  return members;
}

export const idsOf = (members: readonly { readonly id: string }[]): string[] => members.map(({ id }) => id);

/** Opens the hearing with these members there. */
export const open = (
  selection: TestSelection,
  { step, by }: HearingProcedure,
  present: readonly string[],
  version?: number,
) => selection.write(by, 'openHearing', { step, present, version });

/** Records that a candidate was heard by these members. */
export const hear = (
  selection: TestSelection,
  { step, by }: HearingProcedure,
  { application }: Applicant,
  present: readonly string[],
  own: object = {},
) => selection.write(by, 'recordHearing', { application, step, outcome: 'HELD', present, ...own });

/** Positions that an institution has, and lines between them: lower, upper, and since when until when. */
export async function reporting(
  selection: TestSelection,
  positions: readonly string[],
  lines: readonly (readonly [lower: string, upper: string, validFrom?: string | null, validTo?: string | null])[],
) {
  const state = {} as never;
  await selection.takeIn(
    'vrb',
    ...positions.map((id) => eventOf(recordedSubject('position', id, 1, [always(state)]))),
    ...lines.map(([from, to, validFrom = null, validTo = null]) => {
      const line = { kind: 'REPORTS_TO', from, to } as never;
      const id = `vrb:line:l${randomUUID()}`;
      return eventOf(recordedSubject('line', id, 1, [{ validFrom, validTo, state: line }]));
    }),
  );
}

/** The codes of what a mutation was refused for; its type where it was not. */
export const codes = (answer: { problems?: { code: string }[]; __typename?: string }): string[] | string | undefined =>
  answer.problems?.map(({ code }) => code) ?? answer.__typename;
