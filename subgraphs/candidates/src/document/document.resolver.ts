import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { ApplicationResult, CandidateResult } from '../writing/result.types.ts';
import {
  AnnounceDocumentInput,
  RegisterPaperCopyInput,
  RemoveDocumentInput,
  RequestDownloadInput,
} from './document.input.ts';
import type { Announced } from './document.service.ts';
import {
  Document,
  DocumentAnnounced,
  DocumentAnnounceResult,
  type DocumentView,
  DownloadResult,
} from './document.type.ts';

@Resolver(() => Candidate)
export class CandidateDocumentFields {
  @FieldResolver(() => [Document], {
    nullable: true,
    description: 'All that are not removed, in the order in which they came; for the candidate only.',
  })
  documents(@Root() candidate: CandidateView, @Ctx() { services }: CandidatesContext): Promise<DocumentView[]> {
    return services.documents.of(candidate);
  }
}

@Resolver(() => DocumentAnnounced)
export class DocumentAnnouncedFields {
  @FieldResolver(() => Document, { nullable: true, description: 'As it stands; null once it was given up.' })
  document(@Root() announced: Announced, @Ctx() { services }: CandidatesContext): Promise<DocumentView | null> {
    return services.documents.announced(announced);
  }

  @FieldResolver(() => String)
  uploadUrl(@Root() announced: Announced, @Ctx() { services }: CandidatesContext): string {
    return services.documents.uploadUrl(announced);
  }
}

@Resolver()
export class DocumentMutations {
  @Mutation(() => DocumentAnnounceResult, {
    nullable: true,
    description:
      'Tells of a document that will be sent: PDF, DOC, DOCX, JPG or TIF, by its content, of at most 8 MiB. The same request with the same key is answered with the same link.',
  })
  async announceDocument(
    @Ctx() { services }: CandidatesContext,
    @Arg('input', () => AnnounceDocumentInput) input: AnnounceDocumentInput,
  ) {
    return answerTo(await services.documents.announce(input));
  }

  @Mutation(() => CandidateResult, {
    nullable: true,
    description:
      'Removes a document, which no entry of the profile may refer to any more. A file that was frozen with it keeps it.',
  })
  async removeDocument(
    @Ctx() { services }: CandidatesContext,
    @Arg('input', () => RemoveDocumentInput) input: RemoveDocumentInput,
  ) {
    return answerTo(await services.documents.remove(input));
  }

  @Mutation(() => DownloadResult, {
    nullable: true,
    description:
      'A link to the content of a document: of one’s own, or for whoever sees the application, of one in its frozen file. That somebody else fetched it is noted in the access log.',
  })
  requestDownload(
    @Ctx() { services }: CandidatesContext,
    @Arg('input', () => RequestDownloadInput) input: RequestDownloadInput,
  ) {
    return services.downloadRequests.request(input);
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description:
      'Registers a copy that came on paper: until the deadline, for an application that is submitted. Whether the notice provides for such copies or the platform does, `applicationWorkflow.paperCopies` says. It can prove a diploma or an appointment decree.',
  })
  async registerPaperCopy(
    @Ctx() { services }: CandidatesContext,
    @Arg('input', () => RegisterPaperCopyInput) input: RegisterPaperCopyInput,
  ) {
    return answerTo(await services.paperCopies.register(input));
  }
}
