import type { AccessTable } from '@mandate-graph/runtime';

export const DOCUMENT_ACCESS: AccessTable = {
  Candidate: { OWN: 'documents' },
  Document: {
    APPLICATION_READ: 'id version kind medium state fileName mediaType bytes sha256 receivedAt receivedOn remark',
  },
  DocumentAnnounced: { OWN: 'document uploadUrl expiresAt' },
  DownloadLink: { APPLICATION_READ: 'url expiresAt' },
  Mutation: {
    OWN: 'announceDocument removeDocument',
    APPLICATION_READ: 'requestDownload',
    APPLICATION_DECIDE: 'registerPaperCopy',
  },
};
