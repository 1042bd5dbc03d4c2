import type { SubjectKind, SubjectStates } from '@mandate-graph/domain';
import { VersionedRepository, type VersionedRow } from '@mandate-graph/persistence';
import type { EntityManager } from 'typeorm';
import {
  BodyRow,
  BudgetRow,
  HeadcountRow,
  HolderRow,
  LineRow,
  PositionRow,
  ReorganisationRow,
  UnitRow,
  VacancyRow,
} from './subject.entities.ts';

type Repositories = {
  readonly [K in SubjectKind]: VersionedRepository<SubjectStates[K], VersionedRow<SubjectStates[K]>>;
};

/** The repositories of all kinds on one manager: a transaction is the same store on another manager. */
export function subjectStore(manager: EntityManager): Repositories {
  return {
    vacancy: new VersionedRepository(manager, VacancyRow, (state) => ({
      positionId: state.position,
      unitIds: [...state.unitsConcerned],
      publication: state.publication,
    })),
    unit: new VersionedRepository(manager, UnitRow, (state) => ({ parentId: state.parent, ordinal: state.ordinal })),
    position: new VersionedRepository(manager, PositionRow, (state) => ({ unitIds: [...state.units] })),
    holder: new VersionedRepository(manager, HolderRow, (state) => ({ positionId: state.position })),
    body: new VersionedRepository(manager, BodyRow, (state) => ({ unitId: state.unit })),
    line: new VersionedRepository(manager, LineRow, (state) => ({
      fromId: state.from,
      toId: state.to,
      kind: state.kind,
    })),
    budget: new VersionedRepository(manager, BudgetRow, (state) => ({
      unitId: state.unit,
      positionId: state.position,
    })),
    headcount: new VersionedRepository(manager, HeadcountRow, (state) => ({
      unitId: state.unit,
      positionId: state.position,
    })),
    reorganisation: new VersionedRepository(manager, ReorganisationRow, (state) => ({
      predecessorIds: [...state.predecessors],
      successorIds: [...state.successors],
    })),
  };
}

export type SubjectStore = ReturnType<typeof subjectStore>;
