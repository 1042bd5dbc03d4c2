import type { Player } from '../a-selection-takes-another-turn/acts.ts';
import type { FederalRound } from '../a-selection-takes-another-turn/federal.round.ts';
import { GOB, KSZ } from '../a-selection-takes-another-turn/vacancies.ts';

/** Somebody who asks, and whether what the role is bound to is the selection that is asked about. */
export interface Reader extends Player {
  readonly own: boolean;
  /** Has a token for the committee of the procedure, and is not on it. */
  readonly isUnseated?: boolean;
  /** Column of the matrix. */
  readonly column: string;
  readonly scopes: readonly string[];
}

const ELSEWHERE = '00000000-0000-4000-8000-000000000001';

type Bound = Omit<Reader, 'name' | 'column' | 'scopes'>;
const WHO: Readonly<Record<string, (round: FederalRound) => Bound>> = {
  'the public': () => ({ role: 'public', own: false }),
  'a candidate of the procedure': ({ all }) => ({ role: 'candidate', own: false, subject: all.Unsuitable.as.subject! }),
  'a candidate of no procedure': () => ({ role: 'candidate', own: false, subject: 'test:elsewhere' }),
  'the recruiter': () => ({ role: 'recruiter', own: true, institution: KSZ }),
  'a recruiter of another institution': () => ({ role: 'recruiter', own: false, institution: GOB }),
  'the chair': ({ run }) => ({ ...memberOf(run.chair.subject!, run.id), own: true }),
  'the chair, for another procedure': ({ run }) => memberOf(run.chair.subject!, ELSEWHERE),
  'somebody who is not on the committee': ({ run }) => ({
    ...{ ...memberOf('test:elsewhere', run.id), own: true, isUnseated: true },
  }),
  'the authority': () => ({ role: 'authority', own: true, institution: KSZ }),
  'an authority of another institution': () => ({ role: 'authority', own: false, institution: GOB }),
  'an analyst': () => ({ role: 'analyst', own: false }),
  'a machine of the institution': () => ({ role: 'integration', own: false, institution: KSZ }),
  'the privacy officer': () => ({ role: 'privacy-officer', own: true }),
};
const memberOf = (subject: string, procedure: string) =>
  ({ role: 'committee-member', own: false, subject, procedure }) as const;

/** Each role, bound to this selection, and to another institution, procedure or subject. */
export const READERS = Object.keys(WHO);
export const everyone = (round: FederalRound): ReadonlyMap<string, Reader> =>
  new Map(
    Object.entries(WHO).map(([name, bound]) => {
      const { role, ...more } = bound(round);
      return [name, { name, role, column: role.replaceAll('-', ' '), scopes: [], ...more }];
    }),
  );
