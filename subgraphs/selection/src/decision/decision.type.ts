import type { LanguageRole as Role } from '@mandate-graph/domain';
import { graphEnum, Instant, LanguageRole, type Resource } from '@mandate-graph/runtime';
import { Field, ID, ObjectType } from 'type-graphql';
import { AppointmentTerms } from '../mandate/mandate.type.ts';
import {
  type DecidingAuthority as Authority,
  DECIDING_AUTHORITIES,
  DECISION_STATUSES,
  type DecisionStatus as Status,
} from './decision.record.ts';

const AppointmentDecisionStatus = graphEnum(
  'AppointmentDecisionStatus',
  DECISION_STATUSES,
  'AWAITING_ANSWER of the one who was chosen; IN_EFFECT: accepted, or nobody is appointed; DECLINED, or no answer came and the authority recorded so; FALLEN with the vacancy.',
);
export const DecidingAuthority = graphEnum(
  'DecidingAuthority',
  DECIDING_AUTHORITIES,
  'Who decides in the end, by the legal regime: the Government, or the competent authority of the institution.',
);

@ObjectType({ description: 'What a decision says of a candidate who was suitable.' })
export class DecisionStatement {
  @Field(() => ID, { description: 'Id of the application, and of the candidacy.' })
  readonly application!: string;
  @Field(() => Boolean)
  readonly chosen!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'On titles and merits: why chosen, or why not. Null once the candidate has been erased.',
  })
  readonly reasons!: string | null;
  readonly whose!: Resource;
}

@ObjectType({ description: 'A reasoned decision of the authority on the appointment.' })
export class AppointmentDecision {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => AppointmentDecisionStatus)
  readonly status!: Status;
  @Field(() => DecidingAuthority)
  readonly authority!: Authority;
  @Field(() => Instant)
  readonly decidedAt!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the application of the one who was chosen, and of the candidacy; null: nobody is appointed.',
  })
  readonly application!: string | null;
  @Field(() => [DecisionStatement], {
    description: 'Of each candidate whom it was taken among, in the order of their applications.',
  })
  readonly statements!: readonly DecisionStatement[];
  @Field(() => Boolean, {
    description: 'Whether somebody else who could be chosen had a better place in the ranking.',
  })
  readonly departsFromRanking!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Why, where it does. Null otherwise, and once the one who was chosen has been erased.',
  })
  readonly departureReasons!: string | null;
  @Field(() => AppointmentTerms, { nullable: true, description: 'Null where nobody is appointed.' })
  readonly terms!: AppointmentTerms | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the end is another than that of the legal regime. Null where it is not, and like the other reasons.',
  })
  readonly termsReasons!: string | null;
  @Field(() => LanguageRole, { nullable: true, description: 'Of the one who was chosen; null: not known.' })
  readonly languageRole!: Role | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of whoever declined and said why, or of the authority, which recorded that no answer came; null once the one who was chosen has been erased.',
  })
  readonly declineReasons!: string | null;
  readonly procedureId!: string;
  readonly whose!: Resource;
}

@ObjectType({ description: 'The last decision on the appointment, as far as it concerns one candidate.' })
export class CandidacyDecision {
  @Field(() => Boolean, { description: 'Whether it chose this candidate.' })
  readonly chosen!: boolean;
  @Field(() => AppointmentDecisionStatus, {
    nullable: true,
    description: 'Of a decision that chose this candidate; null: it did not.',
  })
  readonly status!: Status | null;
  @Field(() => DecidingAuthority)
  readonly authority!: Authority;
  @Field(() => Instant)
  readonly decidedAt!: string;
  @Field(() => String, {
    nullable: true,
    description: 'On titles and merits, of this candidate. Null once the candidate has been erased.',
  })
  readonly reasons!: string | null;
  @Field(() => AppointmentTerms, { nullable: true, description: 'Of a decision that chose this candidate.' })
  readonly terms!: AppointmentTerms | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of this candidate, who was chosen, declined and said why, or of the authority, which recorded that no answer came. Null once the candidate has been erased.',
  })
  readonly declineReasons!: string | null;
  readonly decisionId!: string;
  readonly procedureId!: string;
  readonly whose!: Resource;
}
