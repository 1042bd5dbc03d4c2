import { graphEnum, Instant, PageInfo, type Resource } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type TrailSubject as Subject, TRAIL_SUBJECTS } from './trail.chain.ts';

export const TrailSubject = graphEnum('TrailSubject', TRAIL_SUBJECTS, 'What an entry of a trail is about.');

@ObjectType({ description: 'How far a trail has come. Published, it shows later whether the trail is still the same.' })
export class TrailHead {
  @Field(() => Int, {
    nullable: true,
    description: 'Null for whoever sees no exact numbers of persons: as many entries are made as candidates take part.',
  })
  readonly entries!: number | null;
  @Field(() => String, { description: 'SHA-256 of the last entry, 64 hexadecimal digits; zeros before the first.' })
  readonly hash!: string;
}

@ObjectType({ description: 'A fact before and after an act, as text; JSON where it is more than one word.' })
export class TrailFact {
  @Field(() => String)
  readonly name!: string;
  @Field(() => String, { nullable: true, description: 'Null: it was not there.' })
  readonly before!: string | null;
  @Field(() => String, { nullable: true, description: 'Null: it is not there, or the act does not touch it.' })
  readonly after!: string | null;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}

@ObjectType({ description: 'Something personal of an act, as text; JSON where it is more than one word.' })
export class TrailContent {
  @Field(() => String)
  readonly name!: string;
  @Field(() => String)
  readonly value!: string;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}

@ObjectType({ description: 'An act on a procedure. Entries are only ever added.' })
export class TrailEntry {
  @Field(() => Int, { description: 'Its place in the trail, from 1.' })
  readonly seq!: number;
  @Field(() => Instant)
  readonly at!: string;
  @Field(() => String)
  readonly act!: string;
  @Field(() => String, {
    description:
      'Who did it: `candidate:<id>`, `member:<id>`, `rule:<name>`, or the subject of somebody of the institution.',
  })
  readonly actor!: string;
  @Field(() => TrailSubject)
  readonly about!: Subject;
  @Field(() => ID)
  readonly aboutId!: string;
  @Field(() => String, { nullable: true, description: 'A reason that is about nobody.' })
  readonly reason!: string | null;
  @Field(() => [TrailFact])
  readonly facts!: readonly TrailFact[];
  @Field(() => String, {
    nullable: true,
    description: 'Whose personal content was sealed with it: `candidate:<id>` or `member:<id>`; null: nobody’s.',
  })
  readonly person!: string | null;
  @Field(() => String, { description: 'Hash of the entry before it, 64 hexadecimal digits.' })
  readonly previous!: string;
  @Field(() => String, { description: 'SHA-256 over the entry and the hash before it.' })
  readonly hash!: string;
}

/** An entry in an answer. */
export interface TrailEntryView extends TrailEntry {
  readonly procedureId: string;
  readonly sealed: Buffer | null;
  /** As whom somebody sees it. */
  readonly viewer: 'RECRUITER' | 'AUTHORITY';
  /** Whether the authority sees it, and asks. */
  readonly forAuthority: boolean;
  /** Of scores: whose, by the id of the candidacy. */
  readonly scored: string | null;
  /** By which access to its fields is judged. */
  readonly whose: Resource;
}

@ObjectType({ description: 'An entry of a trail in a list.' })
export class TrailEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => TrailEntry, { nullable: true })
  readonly node!: TrailEntryView | null;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}

@ObjectType({ description: 'The trail of a procedure, oldest entry first.' })
export class TrailConnection {
  @Field(() => [TrailEdge])
  readonly edges!: readonly TrailEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}
