import {
  type BodyState,
  fixedClock,
  ours,
  type Period,
  SILENT_UNIT,
  stated,
  type UnitState,
} from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { type Recording, SubjectService } from '../subject/subject.service.ts';

export const rules: InstitutionRules = { vacancyProblems: () => [] };
export const clock = fixedClock('2025-09-01T09:00:00+02:00');
export const actor = { kind: 'service', subject: 'tester', grants: [] } as const;
export const name = ours('naam', 'nom', 'name');
export const sourced = { notice: null, sources: { '': stated(1) } };

export const always = <S>(state: S): Period<S>[] => [{ validFrom: null, validTo: null, state }];

export const unitState = (parent: string | null, ordinal: number | null = null): UnitState => ({
  ...SILENT_UNIT,
  ...sourced,
  kind: 'SERVICE',
  name,
  parent,
  ordinal,
});

export const bodyState = (unit: string | null): BodyState => ({
  ...sourced,
  kind: 'GROUP',
  name,
  aliases: [],
  unit,
  competence: null,
  plural: false,
});

/** A unit of the institution `vrb`, new unless a version is given. */
export const unit = (
  local: string,
  parent: string | null,
  more: Partial<Recording<'unit'>> = {},
): Recording<'unit'> => ({
  kind: 'unit',
  id: `vrb:unit:${local}`,
  expectedVersion: 0,
  reason: null,
  periods: always(unitState(parent === null ? null : `vrb:unit:${parent}`)),
  ...more,
});

/** Records in a transaction of its own, by a clock that stands still. */
export const recorder = (source: DataSource) => {
  const service = new SubjectService('vrb', rules, clock, actor, clock);
  return (...recordings: Recording[]) => source.transaction((manager) => service.record(manager, recordings));
};
