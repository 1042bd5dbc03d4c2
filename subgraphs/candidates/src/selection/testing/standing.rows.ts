import type { CandidacyStatus, CommitteeMemberTold } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import { TEST_PERSON_KEY, type TestDatabase } from '@mandate-graph/testkit';
import { HolderDigest, procedureIdOf } from '@mandate-graph/writing';

/** Has candidacies stand somewhere, as the selection would have told it. */
export async function stand(
  database: TestDatabase,
  status: CandidacyStatus,
  applications: readonly string[],
  submittedToAuthority = false,
): Promise<void> {
  await database.query(
    `INSERT INTO candidates.selection_standing
     SELECT id, candidate_id, $1, $2, 1, now() FROM candidates.application WHERE id = ANY($3::uuid[])
     ON CONFLICT (application_id) DO UPDATE
     SET status = excluded.status, submitted_to_authority = excluded.submitted_to_authority`,
    [status, submittedToAuthority, applications],
  );
}

export const holderOf = (subject: string): string => new HolderDigest(TEST_PERSON_KEY).of(subject);

/** Has a committee consist of these, as the selection would have told it: by default of the one of {@link memberOf}. */
export async function sit(
  database: TestDatabase,
  vacancy: string,
  members: readonly CommitteeMemberTold[] = [{ holder: holderOf('member-1'), barredFrom: [] }],
): Promise<void> {
  await database.query(
    `INSERT INTO candidates.selection_committee VALUES ($1, $2, $3, 1, now())
     ON CONFLICT (procedure_id) DO UPDATE SET members = excluded.members`,
    [procedureIdOf(vacancy), vacancy, JSON.stringify(members)],
  );
}

/** Whose token names the committee for a vacancy. */
export const memberOf = (vacancy: string): Actor => ({
  ...{ kind: 'person', subject: 'member-1' },
  grants: [{ role: 'committee-member', institution: null, procedure: procedureIdOf(vacancy), scopes: [] }],
});
