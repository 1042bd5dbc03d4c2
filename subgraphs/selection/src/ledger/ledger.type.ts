import type { LocalizedText as Text } from '@mandate-graph/domain';
import { Decimal, graphEnum, LocalDate, LocalizedText, PageInfo } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Deadline } from '../notification/notification.type.ts';
import type { Attempt, StandingStatus } from './ledger.rules.ts';

const AssessmentStandingStatus = graphEnum(
  'AssessmentStandingStatus',
  ['OPEN', 'EXEMPT', 'BARRED'] as const satisfies readonly StandingStatus[],
  'OPEN: sits the assessment; EXEMPT: skips it; BARRED: may not sit it. Who is both exempt and barred is exempt.',
);
const AssessmentOutcome = graphEnum(
  'AssessmentOutcome',
  ['PASSED', 'FAILED'] as const satisfies readonly Attempt['outcome'][],
  'What an assessment came to.',
);

@ObjectType({ description: 'Where a candidate stands before the computer assessment of a procedure, and why.' })
export class AssessmentStanding {
  @Field(() => AssessmentStandingStatus)
  readonly status!: StandingStatus;
  @Field(() => LocalDate, { nullable: true, description: 'The last day of it; null: it is open, or none is known.' })
  readonly until!: string | null;
  @Field(() => LocalizedText, { description: 'The rule, what it follows from, and the arithmetic.' })
  readonly explanation!: Text;
  @Field(() => Deadline, { nullable: true, description: 'Null: it is open, or a function is held, which has no term.' })
  readonly window!: Deadline | null;
}

@ObjectType({ description: 'An assessment that a candidate sat, in whatever vacancy, and what it leads to in others.' })
export class AssessmentAttempt {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the assessment, from 1, the lowest. Null: not known, so it counts for no other vacancy.',
  })
  readonly level!: number | null;
  @Field(() => LocalDate)
  readonly testDay!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'As the rules of its vacancy reckon it; null: it was failed.',
  })
  readonly passedDay!: string | null;
  @Field(() => AssessmentOutcome)
  readonly outcome!: Attempt['outcome'];
  @Field(() => Deadline, {
    nullable: true,
    description: 'The exemption or the waiting period that came of it; null: none did, or it has not started.',
  })
  readonly window!: Deadline | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'For the candidate and the institution of the vacancy; null for others, and once its candidate was erased.',
  })
  readonly score!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'The most that can be reached; null: as the score, or not known.',
  })
  readonly outOf!: string | null;
  @Field(() => Int, { description: 'From 1; grows by one when the result is corrected.' })
  readonly version!: number;
}

@ObjectType({ description: 'An assessment in a list.' })
export class AssessmentLedgerEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => AssessmentAttempt, { nullable: true })
  readonly node!: AssessmentAttempt | null;
}

@ObjectType({ description: 'The assessments that a candidate sat, across all vacancies, newest first.' })
export class AssessmentLedgerConnection {
  @Field(() => [AssessmentLedgerEdge])
  readonly edges!: readonly AssessmentLedgerEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: 'A management or staff function that a candidate holds, as the file was found to prove.' })
export class ExemptingFunction {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1, the lowest.' })
  readonly level!: number;
  @Field(() => LocalDate)
  readonly from!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: until further notice.' })
  readonly to!: string | null;
  @Field(() => String, { description: 'What in the file proves it.' })
  readonly reasons!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each correction.' })
  readonly version!: number;
}

/** An attempt in an answer. */
export interface AttemptView extends AssessmentAttempt {
  /** Null for whoever is not told in which vacancy it was. */
  readonly procedureId: string | null;
}
