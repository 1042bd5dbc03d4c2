import { type Actor, isPermitted } from '@mandate-graph/runtime';
import type DataLoader from 'dataloader';
import type { ProcedureService, ProcedureView } from '../procedure/procedure.service.ts';
import { exactCounts, type Numbers, publishedCounts } from './count.rules.ts';
import type { SelectionCounts, StepCountView } from './count.type.ts';

/** How many there are, to anyone as far as nobody can be found in it. */
export class CountService {
  constructor(
    private readonly numbers: DataLoader<string, Numbers | null>,
    private readonly procedures: Pick<ProcedureService, 'stepsOf'>,
    private readonly actor: Actor,
  ) {}

  /** Null for a procedure without steps. */
  async of(procedure: ProcedureView): Promise<SelectionCounts | null> {
    const [numbers, steps] = await Promise.all([this.numbers.load(procedure.id), this.procedures.stepsOf(procedure)]);
    if (numbers === null) return null;
    const exact = isPermitted(this.actor, 'EXACT_COUNTS', procedure.whose);
    const { steps: counted, ...counts } = exact ? exactCounts(numbers) : publishedCounts(numbers);
    const views: StepCountView[] = counted.flatMap(({ stepId, passed }) => {
      const step = steps.find(({ id }) => id === stepId);
      return step === undefined ? [] : [{ step, passed }];
    });
    return { ...counts, steps: views };
  }
}
