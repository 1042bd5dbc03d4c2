import { badInput } from '@mandate-graph/runtime';
import type { InstitutionRegistry } from '../institution/institution.registry.ts';
import { requestOf } from '../page/page.request.ts';
import type { UnitsArgs } from './unit.input.ts';
import { UnitList } from './unit.list.ts';
import { UNIT_ORDER, type UnitRepository } from './unit.repository.ts';
import { unitCriteria, unitProblems } from './unit.rules.ts';

/** Finds organisational units across the institutions. */
export class UnitService {
  constructor(
    private readonly repository: UnitRepository,
    private readonly registry: InstitutionRegistry,
    private readonly today: string,
  ) {}

  /** Reads nothing yet; a list that makes no sense is refused with everything that is wrong with it. */
  list(args: UnitsArgs): UnitList {
    const filter = args.filter ?? {};
    const day = args.asOf ?? this.today;
    const request = requestOf(args, UNIT_ORDER);
    const problems = [...unitProblems(filter, day, this.registry.codes), ...(Array.isArray(request) ? request : [])];
    if (problems.length > 0 || Array.isArray(request)) throw badInput(problems);
    return new UnitList(this.repository, this.registry, unitCriteria(filter, day), args.asOf ?? null, request);
  }
}
