import { graphEnum, Instant } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  type RequestKind as Kind,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  type RequestStatus as Status,
} from './request.rules.ts';

export const RequestKind = graphEnum(
  'CandidateRequestKind',
  REQUEST_KINDS,
  'A CONTEST of what followed from a rule, a request for FEEDBACK, a COMPLAINT, or an APPEAL that was lodged with the Council of State.',
);
export const RequestStatus = graphEnum(
  'CandidateRequestStatus',
  REQUEST_STATUSES,
  'OPEN until it is answered; a contest is UPHELD or REJECTED. An appeal is LODGED until its outcome is recorded: WITHDRAWN, REJECTED or ANNULLED.',
);

@ObjectType({
  description: 'What a candidate asks or contests, and the answer: seen by the candidate and the institution.',
})
export class CandidateRequest {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => RequestKind)
  readonly kind!: Kind;
  @Field(() => RequestStatus)
  readonly status!: Status;
  @Field(() => Instant)
  readonly filedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'Of an appeal, when it came to an end. Null until then.' })
  readonly answeredAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'As it was written, of an appeal the number of the case; null once its candidate was erased.',
  })
  readonly text!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of an appeal, the reference of its outcome. Null while there is none, and once its candidate was erased.',
  })
  readonly answer!: string | null;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
}
