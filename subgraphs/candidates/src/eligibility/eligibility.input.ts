import type { Language as LanguageCode } from '@mandate-graph/domain';
import { graphEnum, Language, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  DeclarationEvidence,
  DegreeLevel,
  DiplomaEvidence,
  DismissalEvidence,
  ExperienceEvidence,
  NationalityEvidence,
  StaffRecordEvidence,
} from './evidence.rules.ts';

export const ExperienceKind = graphEnum(
  'ExperienceKind',
  ['MANAGERIAL', 'USEFUL'],
  'Experience of management, or useful experience in a domain. Years of the two are never added together.',
);
const ExperienceEntry = graphEnum(
  'ExperienceEntry',
  ['SPECIFIC_SECTIONS', 'CV'],
  'Where an application tells of experience. The CV proves nothing where a notice counts the specific sections only.',
);
export const EmploymentRelation = graphEnum(
  'EmploymentRelation',
  ['CONTRACTUAL', 'STATUTORY'],
  'The relation in which somebody is in service.',
);
export const DeclaredCondition = graphEnum(
  'DeclaredCondition',
  ['CIVIL_AND_POLITICAL_RIGHTS', 'CONDUCT', 'NO_CONFLICT_OF_INTEREST', 'NOT_DISMISSED'],
  'What a candidate declares, with a yes or a no.',
);

const CODE = 'Code of the conditions of the vacancy, such as';
const day = (description: string) => ({ nullable: true, description });

@InputType({ description: 'How high a diploma is.' })
export class DegreeLevelInput implements DegreeLevel {
  @Field(() => Int, { description: 'The cycle of higher education, from 1 to 3.' })
  readonly cycle!: number;
  @Field(() => String, { description: `${CODE} UNIVERSITY.` })
  readonly education!: string;
}

@InputType({ description: 'A diploma. In a dry run it is taken to be proven by a copy.' })
export class DiplomaEvidenceInput implements Pick<DiplomaEvidence, 'title' | 'institution' | 'country' | 'awardedOn'> {
  @Field(() => String, { description: 'As it is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Who gave it.' })
  readonly institution!: string;
  @Field(() => Int, { nullable: true, description: 'The cycle of higher education, from 1 to 3. Left out: not known.' })
  readonly cycle?: number | null;
  @Field(() => String, { nullable: true, description: `${CODE} UNIVERSITY. Left out: not known.` })
  readonly education?: string | null;
  @Field(() => DegreeLevelInput, { nullable: true, description: 'What an earlier diploma is by law equated with.' })
  readonly equatedWith?: DegreeLevelInput | null;
  @Field(() => String, { description: 'Country that it is of, by ISO 3166-1: BE.' })
  readonly country!: string;
  @Field(() => String, { description: 'Language that it was taken in, by ISO 639-1: nl.' })
  readonly language!: string;
  @Field(() => LocalDate, { description: 'Day on which it was given.' })
  readonly awardedOn!: string;
}

@InputType({ description: 'A function in the public service.' })
export class HeldFunctionEvidenceInput {
  @Field(() => String, { description: 'As it is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => String, { nullable: true, description: `${CODE} A. Left out: not known.` })
  readonly level?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the public service, as in the conditions.' })
  readonly service?: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from!: string;
  @Field(() => LocalDate, day('Last day, inclusive. Left out: until further notice.'))
  readonly until?: string | null;
}

@InputType({ description: 'A stretch of work.' })
export class ExperienceEvidenceInput {
  @Field(() => ExperienceEntry, { nullable: true, defaultValue: 'SPECIFIC_SECTIONS', description: 'Where it is told.' })
  readonly enteredIn?: ExperienceEvidence['enteredIn'] | null;
  @Field(() => ExperienceKind, { description: 'What it is experience of.' })
  readonly kind!: ExperienceEvidence['kind'];
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => String, { nullable: true, description: `For MANAGERIAL, in what. ${CODE} PUBLIC_SERVICE.` })
  readonly setting?: string | null;
  @Field(() => String, { nullable: true, description: `For USEFUL, in which domain. ${CODE} HEALTH.` })
  readonly domain?: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly begin!: string;
  @Field(() => LocalDate, day('Last day, inclusive. Left out: a current job.'))
  readonly end?: string | null;
  @Field(() => Language, { nullable: true, description: 'In which it is described. Left out: as it must be.' })
  readonly language?: LanguageCode | null;
}

@InputType({ description: 'That somebody is in service, as the records of the employer have it.' })
export class StaffRecordEvidenceInput {
  @Field(() => ID, { description: 'Id of the unit that employs.' })
  readonly employer!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employerName!: string;
  @Field(() => EmploymentRelation, { nullable: true, description: 'Left out: not known.' })
  readonly relation?: StaffRecordEvidence['relation'];
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from!: string;
  @Field(() => LocalDate, day('Last day, inclusive. Left out: until further notice.'))
  readonly until?: string | null;
}

@InputType({ description: 'A nationality.' })
export class NationalityEvidenceInput implements Pick<NationalityEvidence, 'country'> {
  @Field(() => String, { description: 'Country, by ISO 3166-1: BE.' })
  readonly country!: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'To be treated as a citizen of the European Economic Area.',
  })
  readonly assimilated?: boolean | null;
}

@InputType({ description: 'What a candidate declares, and when. The last one until the day judged on counts.' })
export class DeclarationEvidenceInput implements Omit<DeclarationEvidence, 'key'> {
  @Field(() => DeclaredCondition, { description: 'What is declared.' })
  readonly condition!: DeclarationEvidence['condition'];
  @Field(() => Boolean, { description: 'That the condition is met.' })
  readonly holds!: boolean;
  @Field(() => LocalDate, { description: 'Day of the declaration.' })
  readonly declaredOn!: string;
}

@InputType({ description: 'A dismissal or removal.' })
export class DismissalEvidenceInput implements Omit<DismissalEvidence, 'key'> {
  @Field(() => String, { description: `${CODE} URGENT_CAUSE.` })
  readonly ground!: string;
  @Field(() => String, { description: 'Code of the service, as in the conditions.' })
  readonly service!: string;
  @Field(() => LocalDate, { description: 'Day of the decision, or of the final disciplinary ruling.' })
  readonly decidedOn!: string;
}

/** A list of at most 100, that may be left out. */
const list = (description: string) => ({ nullable: true, description: `${description} At most 100.` });

@InputType({
  description:
    'What somebody would show. It is judged, answered and forgotten: nothing of it is stored or logged. It needs no names of persons, and must not hold a national register number.',
})
export class EligibilityProfileInput {
  @Field(() => LocalDate, day('Day for which taking part is judged. Left out: the last day for applying.'))
  readonly judgedOn?: string | null;
  @Field(() => LocalDate, day('Day of the first submission, on which a current job ends. Left out: the day judged on.'))
  readonly candidacyOn?: string | null;
  @Field(() => LocalDate, day('Day for which being appointed is judged as well. Left out: it is not judged.'))
  readonly appointmentOn?: string | null;
  @Field(() => [DiplomaEvidenceInput], list('Diplomas.'))
  readonly diplomas?: readonly DiplomaEvidenceInput[] | null;
  @Field(() => [HeldFunctionEvidenceInput], list('Appointments by decree, each taken to be proven by a copy.'))
  readonly appointmentDecrees?: readonly HeldFunctionEvidenceInput[] | null;
  @Field(() => [HeldFunctionEvidenceInput], list('Functions as the CV has them.'))
  readonly functionsHeld?: readonly HeldFunctionEvidenceInput[] | null;
  @Field(() => [ExperienceEvidenceInput], list('Experience.'))
  readonly experience?: readonly ExperienceEvidenceInput[] | null;
  @Field(() => [StaffRecordEvidenceInput], list('Where somebody is or was in service.'))
  readonly staffRecords?: readonly StaffRecordEvidenceInput[] | null;
  @Field(() => [NationalityEvidenceInput], list('Nationalities.'))
  readonly nationalities?: readonly NationalityEvidenceInput[] | null;
  @Field(() => [DeclarationEvidenceInput], list('Declarations.'))
  readonly declarations?: readonly DeclarationEvidenceInput[] | null;
  @Field(() => [DismissalEvidenceInput], list('Dismissals and removals.'))
  readonly dismissals?: readonly DismissalEvidenceInput[] | null;
}
