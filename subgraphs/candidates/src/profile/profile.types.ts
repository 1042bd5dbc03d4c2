import { LocalDate } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeclaredCondition, EmploymentRelation, ExperienceKind } from '../eligibility/eligibility.input.ts';
import type { DegreeLevel as Level } from '../eligibility/evidence.rules.ts';
import type { ProfileData } from '../file/file.types.ts';
import type { EntryView } from './profile.lists.rules.ts';

const CODE = 'Code of the conditions of the vacancy, such as';
const unknown = (description: string) => ({ nullable: true, description: `${description} Null: not said.` });
const COPY = { nullable: true, description: 'Id of the document that proves it; null without one.' };
const LAST_DAY = { nullable: true, description: 'Last day, inclusive. Null: until further notice.' };

@ObjectType()
abstract class Entry {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each change.' })
  readonly version!: number;
}

@ObjectType({ description: 'How high a diploma is.' })
export class DegreeLevel implements Level {
  @Field(() => Int, { description: 'The cycle of higher education, from 1 to 3.' })
  readonly cycle!: number;
  @Field(() => String, { description: `${CODE} UNIVERSITY.` })
  readonly education!: string;
}

@ObjectType({ description: 'A diploma or certificate.' })
export class Diploma extends Entry implements EntryView<'DIPLOMA'> {
  @Field(() => String, { description: 'As it is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Who gave it.' })
  readonly institution!: string;
  @Field(() => Int, unknown('The cycle of higher education, from 1 to 3.'))
  readonly cycle!: number | null;
  @Field(() => String, unknown(`${CODE} UNIVERSITY.`))
  readonly education!: string | null;
  @Field(() => DegreeLevel, unknown('What an earlier diploma is by law equated with.'))
  readonly equatedWith!: DegreeLevel | null;
  @Field(() => String, { description: 'Country that it is of, by ISO 3166-1: BE.' })
  readonly country!: string;
  @Field(() => String, { description: 'Language that it was taken in, by ISO 639-1: nl.' })
  readonly language!: string;
  @Field(() => LocalDate, { description: 'Day on which it was given.' })
  readonly awardedOn!: string;
  @Field(() => ID, COPY)
  readonly document!: string | null;
}

@ObjectType({ description: 'A function held in the public service, as the CV has it.' })
export class FunctionHeld extends Entry implements EntryView<'FUNCTION_HELD'> {
  @Field(() => String, { description: 'As it is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => String, unknown(`${CODE} A.`))
  readonly level!: string | null;
  @Field(() => String, unknown('Code of the public service, as in the conditions.'))
  readonly service!: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from!: string;
  @Field(() => LocalDate, LAST_DAY)
  readonly until!: string | null;
}

@ObjectType({ description: 'An appointment by decree to a function in the public service.' })
export class AppointmentDecree extends FunctionHeld implements EntryView<'APPOINTMENT_DECREE'> {
  @Field(() => ID, COPY)
  readonly document!: string | null;
}

@ObjectType({ description: 'Work that the CV tells of. It proves nothing where only specific sections count.' })
export class WorkExperience extends Entry implements EntryView<'WORK_EXPERIENCE'> {
  @Field(() => String, { description: 'As the function is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => ExperienceKind, unknown('What it is experience of.'))
  readonly kind!: ProfileData['WORK_EXPERIENCE']['kind'];
  @Field(() => String, unknown(`For MANAGERIAL, in what. ${CODE} PUBLIC_SERVICE.`))
  readonly setting!: string | null;
  @Field(() => String, unknown(`For USEFUL, in which domain. ${CODE} HEALTH.`))
  readonly domain!: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly begin!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day, inclusive. Null: a current job.' })
  readonly end!: string | null;
  @Field(() => String, { nullable: true, description: 'What was done.' })
  readonly description!: string | null;
}

@ObjectType({ description: 'That somebody is in service, as the records of the employer have it.' })
export class StaffRecord extends Entry implements EntryView<'STAFF_RECORD'> {
  @Field(() => ID, { description: 'Id of the unit that employs.' })
  readonly employer!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employerName!: string;
  @Field(() => EmploymentRelation, unknown('The relation.'))
  readonly relation!: ProfileData['STAFF_RECORD']['relation'];
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from!: string;
  @Field(() => LocalDate, LAST_DAY)
  readonly until!: string | null;
}

@ObjectType({ description: 'A nationality.' })
export class Nationality extends Entry implements EntryView<'NATIONALITY'> {
  @Field(() => String, { description: 'Country, by ISO 3166-1: BE.' })
  readonly country!: string;
  @Field(() => Boolean, { description: 'Claims to be treated as a citizen of the European Economic Area.' })
  readonly assimilated!: boolean;
}

@ObjectType({
  description:
    'What a candidate declares: yes or no, and the day. Of criminal data nothing more is kept (GDPR, article 10).',
})
export class Declaration extends Entry implements EntryView<'DECLARATION'> {
  @Field(() => DeclaredCondition, { description: 'What is declared.' })
  readonly condition!: ProfileData['DECLARATION']['condition'];
  @Field(() => Boolean, { description: 'That the condition is met.' })
  readonly holds!: boolean;
  @Field(() => LocalDate, { description: 'Day of the declaration.' })
  readonly declaredOn!: string;
}

@ObjectType({ description: 'A dismissal or removal: codes of its ground and service, and the day; no more is kept.' })
export class Dismissal extends Entry implements EntryView<'DISMISSAL'> {
  @Field(() => String, { description: `${CODE} URGENT_CAUSE.` })
  readonly ground!: string;
  @Field(() => String, { description: 'Code of the service, as in the conditions.' })
  readonly service!: string;
  @Field(() => LocalDate, { description: 'Day of the decision, or of the final disciplinary ruling.' })
  readonly decidedOn!: string;
}
