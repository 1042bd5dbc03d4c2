import { LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { DocumentKind as Kind } from '../file/file.types.ts';
import { DocumentKind } from './document.type.ts';

@InputType()
export class AnnounceDocumentInput extends KeyedInput {
  @Field(() => DocumentKind)
  readonly kind!: Kind;
  @Field(() => String, {
    description: 'Without folders, in at most 200 characters. What it is follows from its content.',
  })
  readonly fileName!: string;
  @Field(() => Int, { description: 'Exactly as many as will be sent: from 1 to 8,388,608 (8 MiB).' })
  readonly bytes!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the content, in hexadecimal, small letters. Where it is given, another content is refused.',
  })
  readonly sha256?: string | null;
}

@InputType()
export class RemoveDocumentInput extends KeyedInput {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version it is removed on.' })
  readonly version!: number;
}

@InputType()
export class RequestDownloadInput {
  @Field(() => ID)
  readonly document!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'For a recruiter: the application whose frozen file the document is part of.',
  })
  readonly application?: string | null;
}

@InputType({ description: 'A copy that came on paper. No national register number is kept of it.' })
export class RegisterPaperCopyInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => DocumentKind)
  readonly kind!: Kind;
  @Field(() => ID, {
    nullable: true,
    description:
      'The diploma or appointment decree of the candidate that it proves; it is of the same kind. When left out, it is the only one of that kind without a document; where there is none, or more than one, the candidate is told to refer to the copy.',
  })
  readonly profileEntry?: string | null;
  @Field(() => LocalDate, {
    description: 'The day on which it came: not before the vacancy was published or opened, and not in the future.',
  })
  readonly receivedOn!: string;
  @Field(() => String, { nullable: true, description: 'Without any national register number.' })
  readonly remark?: string | null;
}
