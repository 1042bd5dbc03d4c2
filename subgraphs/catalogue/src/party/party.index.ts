import { inAnyLanguage, type Period } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import type { FragmentedPeriod } from '../search/fragment.index.ts';
import { composed } from '../search/search.rules.ts';
import { nameOf, type PartyKind, type PartyState, partyFragments } from './party.fragments.rules.ts';

export interface PartyPeriod extends Period<PartyState> {
  readonly id: string;
  readonly kind: PartyKind;
  readonly institution: string;
}

/** Replaces the rows of units, positions and bodies whole. */
export async function replaceParties(
  manager: EntityManager,
  ids: readonly string[],
  periods: readonly PartyPeriod[],
): Promise<void> {
  await manager.query('DELETE FROM party WHERE id = ANY($1)', [ids]);
  if (periods.length === 0) return;
  await manager.query(
    `INSERT INTO party (id, valid_from, valid_to, kind, institution, sort_name, unit_kind, parent_id)
     SELECT id, coalesce(valid_from, '-infinity'), coalesce(valid_to, 'infinity'), kind, institution, left(folded(name), 80),
       unit_kind, parent_id
     FROM jsonb_to_recordset($1::jsonb) AS row(id text, valid_from date, valid_to date, kind text, institution text,
       name text, unit_kind text, parent_id text)`,
    [JSON.stringify(periods.map(rowOf))],
  );
}

const rowOf = ({ id, kind, institution, validFrom, validTo, state }: PartyPeriod) => ({
  id,
  valid_from: validFrom,
  valid_to: validTo,
  kind,
  institution,
  name: composed(inAnyLanguage(nameOf(state))).toLowerCase(),
  unit_kind: 'parent' in state ? state.kind : null,
  parent_id: 'parent' in state ? state.parent : null,
});

export const partyTexts = ({ id, validFrom, state }: PartyPeriod): FragmentedPeriod => ({
  id,
  validFrom,
  fragments: partyFragments(state),
});
