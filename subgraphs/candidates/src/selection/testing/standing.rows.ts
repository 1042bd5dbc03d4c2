import type { CandidacyStatus } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import type { TestDatabase } from '@mandate-graph/testkit';
import { procedureIdOf } from '@mandate-graph/writing';

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

/** Who sits in the committee for a vacancy. */
export const memberOf = (vacancy: string): Actor => ({
  ...{ kind: 'person', subject: 'member-1' },
  grants: [{ role: 'committee-member', institution: null, procedure: procedureIdOf(vacancy), scopes: [] }],
});
