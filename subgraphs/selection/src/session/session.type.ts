import { graphEnum, Instant, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { BOOKING_STATUSES, type BookingStatus as Status } from './session.record.ts';

export const BookingStatus = graphEnum(
  'BookingStatus',
  BOOKING_STATUSES,
  'BOOKED until the session is held, then PRESENT or ABSENT; RELEASED when the seat was given up, CALLED_OFF when the session was, or was moved and the seat given up for it, or when a waiting period turned out to run on its day.',
);

@ObjectType({ description: 'A session of the computer assessment.' })
export class TestSession {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each act on the session itself.' })
  readonly version!: number;
  @Field(() => Instant)
  readonly startsAt!: string;
  @Field(() => Instant)
  readonly endsAt!: string;
  @Field(() => LocalDate, { description: 'The local day in Brussels: the day of the test.' })
  readonly testDay!: string;
  @Field(() => Instant, { description: 'The first instant at which candidates can register for it.' })
  readonly registrationFrom!: string;
  @Field(() => Instant, { description: 'The first instant at which it is too late to register for it.' })
  readonly registrationUntil!: string;
  @Field(() => Boolean, { description: 'Whether candidates can register for it now: in time, and a seat is left.' })
  readonly registrationOpen!: boolean;
  @Field(() => String)
  readonly place!: string;
  @Field(() => Int, { description: 'Seats.' })
  readonly capacity!: number;
  @Field(() => Int, { description: 'Seats that nobody has taken; none in a session that was called off.' })
  readonly seatsLeft!: number;
  @Field(() => Instant, { nullable: true, description: 'Null: it was not called off.' })
  readonly calledOffAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  readonly calledOffReasons!: string | null;
}

@ObjectType({ description: 'A seat in a session.' })
export class SessionBooking {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
  @Field(() => BookingStatus)
  readonly status!: Status;
  @Field(() => TestSession)
  readonly session!: TestSession;
  @Field(() => Instant, { description: 'When the seat was taken.' })
  readonly bookedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When the seat was given up, or lost; null: it was not.' })
  readonly leftAt!: string | null;
  @Field(() => Instant, {
    description: 'The last instant at which the seat can be given up, as the notice says or else the legal regime.',
  })
  readonly cancelUntil!: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'Candidates are asked to give it up before this instant, which is no limit; null: nothing is asked.',
  })
  readonly cancelAsked!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description:
      'Problems are reported to the contact person before this instant: the end of the day that lies the working days of the notice before that of the test. Monday to Friday are working days, but for the public holidays of Belgium: a choice. Null: the notice does not say.',
  })
  readonly reportProblemsUntil!: string | null;
}
