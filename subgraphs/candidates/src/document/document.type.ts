import { graphEnum, Instant, LocalDate, Refused, type Resource } from '@mandate-graph/runtime';
import { result } from '@mandate-graph/writing';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Owned } from '../account/account.type.ts';
import { DOCUMENT_KINDS, type DocumentFacts, type DocumentKind as Kind } from '../file/file.types.ts';
import type { DocumentRecord } from './document.repository.ts';
import {
  DOCUMENT_MEDIA,
  DOCUMENT_STATES,
  type DocumentMedium as Medium,
  type DocumentState as State,
} from './document.rules.ts';

export const DocumentKind = graphEnum('DocumentKind', DOCUMENT_KINDS, 'What a document is of, as its candidate says.');
export const DocumentMedium = graphEnum(
  'DocumentMedium',
  DOCUMENT_MEDIA,
  'How a document came: as a file, or as a copy on paper that a recruiter registered.',
);
export const DocumentState = graphEnum(
  'DocumentState',
  DOCUMENT_STATES,
  'ANNOUNCED until its content has come whole, then STORED; REMOVED once its candidate no longer wants it.',
);

@ObjectType({ description: 'A document of a candidate. Its content is downloaded by a link: see requestDownload.' })
export class Document {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { nullable: true, description: 'What it is removed on; null where it is part of a frozen file.' })
  readonly version!: number | null;
  @Field(() => DocumentKind)
  readonly kind!: Kind;
  @Field(() => DocumentMedium)
  readonly medium!: Medium;
  @Field(() => DocumentState)
  readonly state!: State;
  @Field(() => String, { nullable: true, description: 'As its candidate named it; null for a copy on paper.' })
  readonly fileName!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'By its content: that of PDF, DOC, DOCX, JPG or TIF. Null for a copy on paper, and before it has come.',
  })
  readonly mediaType!: string | null;
  @Field(() => Int, { nullable: true, description: 'Of its content; null for a copy on paper.' })
  readonly bytes!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of its content, in hexadecimal; null for one on paper.',
  })
  readonly sha256!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'When it had come whole, or was registered; null before that, and once it is removed.',
  })
  readonly receivedAt!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Of a copy on paper: the day on which it came.' })
  readonly receivedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Of a copy on paper: what the recruiter noted of it.' })
  readonly remark!: string | null;
}

/** A document in an answer. */
export type DocumentView = Document & Owned;

/** A document of an account, or as a frozen file tells of it. */
export const documentView = (document: DocumentRecord | DocumentFacts, whose: Resource): DocumentView => ({
  ...{ version: null, state: 'STORED', receivedOn: null, remark: null },
  ...document,
  whose,
});

@ObjectType({ description: 'A document that is waited for.' })
export class DocumentAnnounced {
  @Field(() => String, {
    description:
      'Path at this graph, to which its content is sent: HTTP PUT, once, the bytes as they are. One that broke off, or was refused, is announced anew.',
  })
  readonly uploadUrl!: string;
  @Field(() => Instant, { description: 'From then on the link is of no use.' })
  readonly expiresAt!: string;
}

@ObjectType({ description: 'Where a content can be had.' })
export class DownloadLink {
  @Field(() => String, { description: 'Path at this graph, for HTTP GET, once. It comes as an attachment.' })
  readonly url!: string;
  @Field(() => Instant, { description: 'From then on the link is of no use.' })
  readonly expiresAt!: string;
}

export const DocumentAnnounceResult = result('DocumentAnnounceResult', DocumentAnnounced);

export const DownloadResult = createUnionType({
  name: 'DownloadResult',
  types: () => [DownloadLink, Refused] as const,
  resolveType: (value) => ('problems' in value ? Refused : DownloadLink),
});
