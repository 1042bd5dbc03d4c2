import { randomUUID } from 'node:crypto';
import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { HolderDigest } from '@mandate-graph/writing';
import {
  insertSubmitted,
  type Submitted,
  settleSubmitted,
  submitted,
} from '../../../subgraphs/candidates/src/application/testing/submitted.ts';
import { completeFile } from '../../../subgraphs/candidates/src/file/testing/contents.ts';
import type { Applicant } from '../a-selection-takes-another-turn/applicants.ts';
import type { Stage } from '../a-selection-takes-another-turn/stage.ts';

/** The last day for applying is 22 October 2025. */
const CLOSED_AT = '2025-10-22T22:00:00Z';
const AT = '2025-10-24T08:00:00Z';
const DECIDED_BY = 'test:recruiter';

/** So many who applied, as candidates keep and tell of it, each admitted by a person; their files are frozen, or not yet. */
export async function applied(
  { graph, settled }: Stage,
  vacancy: string,
  { count, frozen }: { readonly count: number; readonly frozen: boolean },
): Promise<Applicant[]> {
  const content = () => (frozen ? completeFile() : { profile: [], sections: [], documents: [] });
  const files = Array.from({ length: count }, () =>
    submitted(vacancy, content(), { submittedAt: '2025-10-01T08:00:00Z' }),
  );
  await insertSubmitted(graph.database, files);
  if (frozen) await settleSubmitted(graph.database, files, AT);
  const events = files.flatMap((file) => [applicationOf(file), decisionOf(file)]);
  await graph.database.query(
    `INSERT INTO candidates.outbox (type, subject, time, data)
     SELECT type, subject, $1, data FROM unnest($2::text[], $3::text[], $4::jsonb[]) AS event(type, subject, data)`,
    [AT, events.map(({ type }) => type), events.map(({ data }) => data.application), events.map(({ data }) => data)],
  );
  await settled();
  return files.map(({ id, candidateId, subject }, at) => ({
    ...{ application: id, candidate: candidateId },
    as: { name: `Kandidaat${at + 1}`, role: 'candidate', subject },
  }));
}

const digest = new HolderDigest(TEST_PERSON_KEY);
const about = ({ id, candidateId, vacancyId }: Submitted) => ({
  ...{ application: id, candidate: candidateId, vacancy: vacancyId, version: 1, recordedAt: AT },
});
const applicationOf = (file: Submitted) => ({
  type: 'mandate-graph.application.recorded.v1',
  data: {
    ...{ ...about(file), status: 'DEFINITIVE', act: 'VALIDATE', submittedAt: file.submittedAt },
    holder: digest.of(file.subject),
  },
});
const decisionOf = (file: Submitted) => ({
  type: 'mandate-graph.eligibility.decided.v1',
  data: {
    ...{ ...about(file), decision: randomUUID(), conditions: 'PARTICIPATION', outcome: 'ELIGIBLE' },
    ...{ decidedBy: DECIDED_BY, judgedFile: CLOSED_AT, judgedOn: '2025-10-22', remedyStated: true },
  },
});
