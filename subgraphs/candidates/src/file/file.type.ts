import { Instant } from '@mandate-graph/runtime';
import { Field, ObjectType } from 'type-graphql';
import { Document, type DocumentView } from '../document/document.type.ts';
import type { ProfileLists } from '../profile/profile.lists.rules.ts';
import {
  AppointmentDecree,
  Declaration,
  Diploma,
  Dismissal,
  FunctionHeld,
  Nationality,
  StaffRecord,
  WorkExperience,
} from '../profile/profile.types.ts';
import { SpecificSection } from '../section/section.type.ts';
import type { Section } from './file.types.ts';

@ObjectType({
  description: 'The file of an application: what is judged. Frozen at the deadline, it stays as it stood then.',
})
export class ApplicationFile implements ProfileLists {
  @Field(() => Instant, {
    nullable: true,
    description:
      'The instant at which the deadline closed. Null: it is not frozen, and shows its candidate what stands now.',
  })
  readonly frozenAt!: string | null;
  @Field(() => [Diploma])
  readonly diplomas!: ProfileLists['diplomas'];
  @Field(() => [AppointmentDecree])
  readonly appointmentDecrees!: ProfileLists['appointmentDecrees'];
  @Field(() => [FunctionHeld])
  readonly functionsHeld!: ProfileLists['functionsHeld'];
  @Field(() => [WorkExperience])
  readonly workExperience!: ProfileLists['workExperience'];
  @Field(() => [StaffRecord])
  readonly staffRecords!: ProfileLists['staffRecords'];
  @Field(() => [Nationality])
  readonly nationalities!: ProfileLists['nationalities'];
  @Field(() => [Declaration])
  readonly declarations!: ProfileLists['declarations'];
  @Field(() => [Dismissal])
  readonly dismissals!: ProfileLists['dismissals'];
  @Field(() => [SpecificSection], { description: 'In the order of their first days.' })
  readonly specificSections!: readonly Section[];
  @Field(() => [Document])
  readonly documents!: readonly DocumentView[];
}
