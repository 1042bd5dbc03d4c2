import { type Problem, tooMany, unknown } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { CandidacyRecord, OutcomeRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { NotificationRepository } from '../notification/notification.repository.ts';
import { contestAfter, lastOfEach, standing, windowsAfter } from '../notification/notification.windows.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { Window, WindowCode } from '../window/window.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { ContestOutcomeInput, FileComplaintInput, RequestFeedbackInput } from './request.input.ts';
import { RequestRepository } from './request.repository.ts';
import { BY_RULE, MOST_REQUESTS, type RequestKind, windowProblems } from './request.rules.ts';
import { RequestStore } from './request.store.ts';

/** What candidates ask for and contest, each within its window. */
export class RequestFilingService {
  constructor(private readonly writing: SelectionWriting) {}

  contest(input: ContestOutcomeInput): Promise<Written> {
    return this.writing.ofCandidate({ mutation: 'contestOutcome', input, act: (given, work) => contest(given, work) });
  }

  feedback(input: RequestFeedbackInput): Promise<Written> {
    const act = ({ application, text }: RequestFeedbackInput, work: Work) => ask(work, application, 'FEEDBACK', text);
    return this.writing.ofCandidate({ mutation: 'requestFeedback', input, act });
  }

  complaint(input: FileComplaintInput): Promise<Written> {
    const act = ({ application, text }: FileComplaintInput, work: Work) => ask(work, application, 'COMPLAINT', text);
    return this.writing.ofCandidate({ mutation: 'fileComplaint', input, act });
  }
}

const ALONE = { stepId: null, outcomeVersion: null } as const;

async function contest({ application, step, grounds }: ContestOutcomeInput, work: Work): Promise<Acted> {
  const candidacy = (await candidacyOf(work, application))!;
  const outcomes = await new CandidacyRepository(work.manager).outcomesOf([candidacy.id]);
  const outcome = outcomes.find(({ stepId, result }) => stepId === step && BY_RULE.includes(result));
  if (outcome === undefined)
    return { problems: [unknown('step', 'STEP', 'a step whose outcome followed from a rule')] };
  const problems = [
    ...windowProblems('CONTEST', contestAfter(rulesOf(work.procedure), instantOf(outcome.recordedAt)), work.now),
    ...(await contestedBefore(work, outcome)),
    ...(await filedProblems(work, candidacy.id)),
  ];
  if (problems.length > 0) return { problems };
  const filing = { kind: 'CONTEST' as const, stepId: step, outcomeVersion: outcome.version, status: 'OPEN' as const };
  const answer = await new RequestStore(work).file(candidacy, { ...filing, filedAt: work.now, text: grounds });
  tellCandidate(work, candidacy, { code: 'EXCLUSION_CONTESTED', facts: { step: kindOf(work, step) } });
  return { answer };
}

async function ask(work: Work, application: string, kind: 'FEEDBACK' | 'COMPLAINT', text: string): Promise<Acted> {
  const candidacy = (await candidacyOf(work, application))!;
  const problems = [
    ...windowProblems(kind, await windowOf(work, candidacy, kind), work.now),
    ...(await filedProblems(work, candidacy.id)),
  ];
  if (problems.length > 0) return { problems };
  const filing = { ...ALONE, kind, status: 'OPEN' as const, filedAt: work.now, text };
  const answer = await new RequestStore(work).file(candidacy, filing);
  tellCandidate(work, candidacy, { code: kind === 'FEEDBACK' ? 'FEEDBACK_REQUESTED' : 'COMPLAINT_FILED' });
  return { answer };
}

const candidacyOf = (work: Work, application: string): Promise<CandidacyRecord | null> =>
  new CandidacyRepository(work.manager).one(work.procedure.id, application);

const kindOf = ({ procedure }: Work, stepId: string) => procedure.steps.find(({ id }) => id === stepId)!.kind;

async function windowOf(work: Work, { id }: CandidacyRecord, code: WindowCode & RequestKind): Promise<Window | null> {
  const [sent] = await new NotificationRepository(work.manager).ofCandidacies([id]);
  const rules = rulesOf(work.procedure);
  const windows = standing(sent!).flatMap(({ runsFrom, ...facts }) =>
    windowsAfter(rules, { ...facts, runsFrom: instantOf(runsFrom) }),
  );
  return lastOfEach(windows).find((window) => window.code === code) ?? null;
}

/** An outcome is contested once; a new one of the same step can be contested again. */
async function contestedBefore({ manager }: Work, { candidacyId, stepId, version }: OutcomeRecord): Promise<Problem[]> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM candidate_request
     WHERE candidacy_id = $1 AND kind = 'CONTEST' AND step_id = $2 AND outcome_version = $3`,
    [candidacyId, stepId, version],
  );
  return rows.length === 0 ? [] : [problem('step', 'CONTESTED_BEFORE', null, 'An outcome is contested once')];
}

async function filedProblems({ manager }: Work, candidacyId: string): Promise<Problem[]> {
  const [filed] = await new RequestRepository(manager).ofCandidacies([candidacyId]);
  return filed!.length < MOST_REQUESTS ? [] : [tooMany('requests', MOST_REQUESTS, filed!.length + 1)];
}
