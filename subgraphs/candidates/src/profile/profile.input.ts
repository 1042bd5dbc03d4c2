import { LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  DeclarationEvidenceInput,
  DiplomaEvidenceInput,
  DismissalEvidenceInput,
  ExperienceKind,
  HeldFunctionEvidenceInput,
  NationalityEvidenceInput,
  StaffRecordEvidenceInput,
} from '../eligibility/eligibility.input.ts';
import type { ExperienceKind as Kind } from '../eligibility/evidence.rules.ts';

const CODE = 'Code of the conditions of the vacancy, such as';
const COPY = {
  nullable: true,
  description: 'Id of a document of one’s own, which proves it. Left out: there is none.',
};

@InputType({ description: 'Work, as a CV tells of it.' })
export class WorkExperienceInput {
  @Field(() => String, { description: 'As the function is called.' })
  readonly title!: string;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => ExperienceKind, { nullable: true, description: 'What it is experience of. Left out: not said.' })
  readonly kind?: Kind | null;
  @Field(() => String, { nullable: true, description: `Not for USEFUL: in what. ${CODE} PUBLIC_SERVICE.` })
  readonly setting?: string | null;
  @Field(() => String, { nullable: true, description: `Not for MANAGERIAL: in which domain. ${CODE} HEALTH.` })
  readonly domain?: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly begin!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day, inclusive. Left out: a current job.' })
  readonly end?: string | null;
  @Field(() => String, { nullable: true, description: 'What was done, in at most 4000 characters.' })
  readonly description?: string | null;
}

@InputType()
export abstract class SaveEntryInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: 'Of the entry that is changed. Left out: it is a new one.' })
  readonly id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version the change is made on. Left out for a new one.' })
  readonly version?: number | null;
}

@InputType()
export class SaveDiplomaInput extends SaveEntryInput {
  @Field(() => DiplomaEvidenceInput)
  readonly diploma!: DiplomaEvidenceInput;
  @Field(() => ID, COPY)
  readonly document?: string | null;
}

@InputType()
export class SaveAppointmentDecreeInput extends SaveEntryInput {
  @Field(() => HeldFunctionEvidenceInput)
  readonly appointmentDecree!: HeldFunctionEvidenceInput;
  @Field(() => ID, COPY)
  readonly document?: string | null;
}

@InputType()
export class SaveFunctionHeldInput extends SaveEntryInput {
  @Field(() => HeldFunctionEvidenceInput)
  readonly functionHeld!: HeldFunctionEvidenceInput;
}

@InputType()
export class SaveWorkExperienceInput extends SaveEntryInput {
  @Field(() => WorkExperienceInput)
  readonly workExperience!: WorkExperienceInput;
}

@InputType()
export class SaveStaffRecordInput extends SaveEntryInput {
  @Field(() => StaffRecordEvidenceInput)
  readonly staffRecord!: StaffRecordEvidenceInput;
}

@InputType()
export class SaveNationalityInput extends SaveEntryInput {
  @Field(() => NationalityEvidenceInput)
  readonly nationality!: NationalityEvidenceInput;
}

@InputType()
export class SaveDeclarationInput extends SaveEntryInput {
  @Field(() => DeclarationEvidenceInput)
  readonly declaration!: DeclarationEvidenceInput;
}

@InputType()
export class SaveDismissalInput extends SaveEntryInput {
  @Field(() => DismissalEvidenceInput)
  readonly dismissal!: DismissalEvidenceInput;
}

@InputType()
export class RemoveProfileEntryInput extends KeyedInput {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version the removal is made on.' })
  readonly version!: number;
}
