import { graphEnum, LocalDate, LocalizedText, NoticeLines } from '@mandate-graph/runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Lack } from './finding.rules.ts';
import { LACK_CODES, type Proposal, type ToldLack, type ToldRule } from './proposal.rules.ts';
import { OUTCOMES, type Outcome, TRUTHS, type Truth } from './value.rules.ts';

export const EligibilityOutcome = graphEnum(
  'EligibilityOutcome',
  OUTCOMES,
  'What a whole file comes to. It is a proposal: a person decides, with reasons.',
);
const RuleValue = graphEnum(
  'RuleValue',
  TRUTHS,
  'What a rule comes to. UNDETERMINED: the notice or the file does not say enough.',
);
const LackCode = graphEnum('LackCode', LACK_CODES, 'What stands between a file and a condition.');

@ObjectType({ description: 'Something that stands between a file and a condition.' })
export class EligibilityLack implements ToldLack {
  @Field(() => LackCode, { description: 'For programs.' })
  readonly code!: Lack['code'];
  @Field(() => LocalizedText, { description: 'For people.' })
  readonly text!: LocalizedText;
}

@ObjectType({ description: 'A rule of the notice, with what it comes to for a file and why.' })
export class EvaluatedRule implements ToldRule {
  @Field(() => Int, { description: '0 for the root; one more for each level below.' })
  readonly depth!: number;
  @Field(() => String, { description: 'Key of the rule in the conditions of the vacancy.' })
  readonly key!: string;
  @Field(() => RuleValue, { description: 'What the rule comes to.' })
  readonly value!: Truth;
  @Field(() => Boolean, {
    description: 'Met under reserve only, because of the country or the language of a diploma.',
  })
  readonly conditional!: boolean;
  @Field(() => LocalizedText, {
    description: 'The rule, what it comes to, what was found, what lacks, and where the notice says so.',
  })
  readonly explanation!: LocalizedText;
  @Field(() => [EligibilityLack], {
    description: 'What lacks for this very rule, also where another rule makes it unnecessary; empty for a group.',
  })
  readonly missing!: readonly EligibilityLack[];
  @Field(() => [NoticeLines], {
    description: 'Where the notice has the rule, or else its group. Empty: no notice prints it.',
  })
  readonly lines!: readonly NoticeLines[];
}

@ObjectType({ description: 'What one set of conditions comes to for a file. It is a proposal: a person decides.' })
export class EligibilityProposal implements Proposal {
  @Field(() => EligibilityOutcome, { description: 'UNDETERMINED also where the notice names no conditions.' })
  readonly outcome!: Outcome;
  @Field(() => LocalDate, { description: 'Day for which it is judged.' })
  readonly judgedOn!: string;
  @Field(() => LocalizedText, { description: 'The proposal in a sentence, which says that a person decides.' })
  readonly sentence!: LocalizedText;
  @Field(() => LocalizedText, {
    description: 'The whole explanation as it is printed: a line for each rule, two blanks deeper for each level.',
  })
  readonly text!: LocalizedText;
  @Field(() => [EvaluatedRule], {
    description: 'The tree in reading order, parents before their children. Empty: the notice names no conditions.',
  })
  readonly rules!: readonly EvaluatedRule[];
}

@ObjectType({
  description: 'What the conditions of a vacancy come to for a file, which binds nobody: a person decides.',
})
export class EligibilityEvaluation {
  @Field(() => EligibilityProposal, { description: 'For taking part.' })
  readonly participation!: EligibilityProposal;
  @Field(() => EligibilityProposal, { nullable: true, description: 'For being appointed. Null: not asked for.' })
  readonly appointment!: EligibilityProposal | null;
}
