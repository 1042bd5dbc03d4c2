import type { Work } from '../writing/work.ts';

/** Why somebody need not sit the computer assessment: what it rests on, and its last day where it has one. */
export interface Exemption {
  readonly rule: 'EXEMPT_AFTER_PASS' | 'EXEMPT_HOLDER';
  /** yyyy-mm-dd; null: as long as the function is held. */
  readonly until: string | null;
}

/** Who of the candidates is exempt from the computer assessment of this procedure today, by the id of the candidate. */
export async function exemptionsOf(
  _work: Work,
  _candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Exemption>> {
  return new Map();
}
