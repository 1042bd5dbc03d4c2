import type { Knowledge } from '../knowledge.ts';
import type { Plan, WriteInput } from '../write.service.ts';
import { BodyResult, FactResult, PositionResult, UnitResult } from '../write.types.ts';
import { EndInput } from './change.input.ts';
import { AmendBudgetInput, AmendHeadcountInput, RecordBudgetInput, RecordHeadcountInput } from './figure.input.ts';
import { recordHolder } from './holder.plan.ts';
import { AmendLineInput, CreateLineInput } from './line.input.ts';
import { mergeUnits } from './merge.plan.ts';
import {
  AmendBodyInput,
  AmendPositionInput,
  CreateBodyInput,
  CreatePositionInput,
  RecordHolderInput,
} from './post.input.ts';
import { MergeUnitsInput, SplitUnitInput } from './reorganisation.input.ts';
import { splitUnit } from './split.plan.ts';
import { amending, creating, ending } from './subject.plans.ts';
import { AbolishUnitInput, AmendUnitInput, CreateUnitInput, MoveUnitInput, RenameUnitInput } from './unit.input.ts';
import { abolishUnit, moveUnit, renameUnit } from './unit.plans.ts';

/** A mutation of every institution; its root field carries the prefix of the institution's types. */
export interface OrganisationMutation {
  readonly name: string;
  readonly input: abstract new () => WriteInput;
  readonly result: object;
  readonly description: string;
  // biome-ignore lint/suspicious/noExplicitAny: each takes an input of its own class, which the schema sees to
  readonly plan: (input: any, knowledge: Knowledge) => Promise<Plan>;
}

const mutation =
  (result: object) =>
  <I extends WriteInput>(
    name: string,
    input: new () => I,
    plan: (input: I, knowledge: Knowledge) => Promise<Plan>,
    description: string,
  ): OrganisationMutation => ({ name, input, plan, result, description });

const unit = mutation(UnitResult);
const position = mutation(PositionResult);
const body = mutation(BodyResult);
const fact = mutation(FactResult);

const END = 'What belongs to it and is only about it ends with it.';

/** Everything an institution can do to its organisation. */
export const ORGANISATION_MUTATIONS: readonly OrganisationMutation[] = [
  unit('CreateUnit', CreateUnitInput, creating('unit', 'unit'), 'A new unit.'),
  unit('AmendUnit', AmendUnitInput, amending('unit'), 'Whatever is said of a unit but its name and its place.'),
  unit('RenameUnit', RenameUnitInput, renameUnit, 'A unit has another name from a day on.'),
  unit('MoveUnit', MoveUnitInput, moveUnit, 'A unit is part of another one from a day on, with all below it.'),
  unit('MergeUnits', MergeUnitsInput, mergeUnits, 'Units become one, and all that belongs to them goes along.'),
  unit('SplitUnit', SplitUnitInput, splitUnit, 'A unit becomes several, and all that belongs to it is shared out.'),
  unit('AbolishUnit', AbolishUnitInput, abolishUnit, `A unit that nothing has a place in any more. ${END}`),
  position('CreatePosition', CreatePositionInput, creating('position', 'position'), 'A new post.'),
  position('AmendPosition', AmendPositionInput, amending('position'), 'Whatever is said of a post.'),
  position('EndPosition', EndInput, ending('position'), `A post is there no more. ${END}`),
  body('CreateBody', CreateBodyInput, creating('body', 'body'), 'A new body.'),
  body('AmendBody', AmendBodyInput, amending('body'), 'Whatever is said of a body.'),
  body('EndBody', EndInput, ending('body'), `A body is there no more. ${END}`),
  fact('RecordHolder', RecordHolderInput, recordHolder, 'How a post is held from a day on, or within some days.'),
  fact('CreateLine', CreateLineInput, creating('line', 'line'), 'A new line between two parties.'),
  fact('AmendLine', AmendLineInput, amending('line'), 'Whatever is said of a line but its kind and its ends.'),
  fact('EndLine', EndInput, ending('line'), 'A line holds no more.'),
  fact('RecordBudget', RecordBudgetInput, creating('budget', 'budget'), 'A budget that is stated.'),
  fact('AmendBudget', AmendBudgetInput, amending('budget'), 'A budget is stated otherwise, or was wrong.'),
  fact('EndBudget', EndInput, ending('budget'), 'A budget holds no more.'),
  fact('RecordHeadcount', RecordHeadcountInput, creating('headcount', 'headcount'), 'A number of people.'),
  fact('AmendHeadcount', AmendHeadcountInput, amending('headcount'), 'A number of people changed, or was wrong.'),
  fact('EndHeadcount', EndInput, ending('headcount'), 'A number of people holds no more.'),
];
