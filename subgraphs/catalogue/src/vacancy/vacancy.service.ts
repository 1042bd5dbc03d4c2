import { badInput, problem } from '@mandate-graph/runtime';
import type { InstitutionRegistry, Stub } from '../institution/institution.registry.ts';
import { institutionProblems } from '../institution/institution.rules.ts';
import { requestOf } from '../page/page.request.ts';
import { codeProblems, criteriaOf, filterProblems } from './vacancy.filter.rules.ts';
import type { VacanciesArgs } from './vacancy.input.ts';
import { VacancyList } from './vacancy.list.ts';
import { vacancyCursors } from './vacancy.orders.ts';
import type { VacancyRepository } from './vacancy.repository.ts';

/** Finds vacancies across the institutions. */
export class VacancyService {
  constructor(
    private readonly repository: VacancyRepository,
    private readonly registry: InstitutionRegistry,
    private readonly today: string,
  ) {}

  /** Reads nothing yet; a list that makes no sense is refused with everything that is wrong with it. */
  list(args: VacanciesArgs): VacancyList {
    const filter = args.filter ?? {};
    const orderBy = args.orderBy ?? 'CLOSING_DATE';
    const request = requestOf(args, vacancyCursors(orderBy));
    const problems = [
      ...filterProblems(filter, orderBy, this.registry.codes),
      ...(Array.isArray(request) ? request : []),
    ];
    if (problems.length > 0 || Array.isArray(request)) throw badInput(problems);
    return new VacancyList(this.repository, this.registry, criteriaOf(filter, this.today), orderBy, request);
  }

  /**
   * The vacancy with a selection code. Recruiters give the codes out, each for itself: where two institutions have
   * the same, the institution must be said. A code used again means the vacancy with the latest deadline.
   */
  async bySelectionCode(selectionCode: string, institution: string | null): Promise<Stub | null> {
    const code = selectionCode.trim();
    const problems = [
      ...(institution === null ? [] : institutionProblems('institution', institution, this.registry.codes)),
      ...codeProblems('selectionCode', code, 100),
    ];
    if (problems.length > 0) throw badInput(problems);
    const found = await this.repository.bySelectionCode(
      code,
      institution === null ? this.registry.codes : [institution],
    );
    const owners = [...new Set(found.map((row) => row.institution))].sort();
    if (owners.length > 1) {
      const rule = `institution must be given, since ${owners.join(' and ')} have a selection with this code: ${code}.`;
      throw badInput([problem('institution', 'AMBIGUOUS', null, rule)]);
    }
    return found[0] === undefined ? null : this.registry.stub('vacancy', found[0].id);
  }
}
