import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { silentLog } from '@mandate-graph/testkit';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { RetentionRepository } from '../privacy/retention.repository.ts';
import { memberOf, sit, stand } from '../selection/testing/standing.rows.ts';
import { holder } from '../testing/candidates.subgraph.ts';
import { CLOSED, OPEN, RECRUITER, TestDocuments, VACANCY } from './testing/documents.ts';
import { pdf } from './testing/files.ts';

const LATER = '2025-10-12T22:00:00Z';

let documents: TestDocuments;
let candidate: Actor;
let document: string;
let people = 0;
beforeAll(async () => {
  documents = await TestDocuments.start();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  documents.clock.at = OPEN;
  people += 1;
  candidate = await documents.candidate(`judged-${people}`);
  document = await documents.store(candidate, pdf());
});

/** Time comes to an instant, and the candidate is seen as it has left them. */
const comes = async (at: string): Promise<void> => {
  documents.clock.at = at;
  await documents.diploma(candidate, null);
};
/** What somebody gets who asks for the document: its content, or the code of a refusal. */
const fetched = async (application: string, by: Actor = RECRUITER): Promise<unknown> => {
  const { url, code } = await documents.download(by, document, application);
  return code ?? (await documents.get(url)).body.equals(pdf());
};

describe('a recruiter who asks for a document of an application', () => {
  test('has it once the file is frozen that is judged, and not before', async () => {
    const application = await documents.definitive(candidate);
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
    documents.clock.at = CLOSED;
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
    await comes(CLOSED);
    expect(await fetched(application)).toBe(true);
    expect(await fetched(application.toUpperCase())).toBe(true);
  });

  test('has none where it lapsed, unless that is contested, however it is decided', async () => {
    const application = await documents.applies(candidate);
    await comes(CLOSED);
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
    const { version } = await documents.write(candidate, 'contestLapse', { application, version: 3, reasons: 'No.' });
    expect(await fetched(application)).toBe(true);
    await documents.write(RECRUITER, 'decideContest', {
      application,
      version,
      upheld: false,
      reasons: 'It came after the deadline.',
    });
    expect(await fetched(application)).toBe(true);
  });

  test('has none where it was withdrawn after the deadline', async () => {
    const application = await documents.definitive(candidate);
    await comes(CLOSED);
    await documents.write(candidate, 'withdrawApplication', { application, version: 3 });
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
  });

  test('has none of an earlier deadline, from when it is extended', async () => {
    const vacancy = `${VACANCY}-extended`;
    await documents.tell(vacancy, 1, '2025-09-12');
    const application = await documents.definitive(candidate, vacancy);
    await comes(CLOSED);
    expect(await fetched(application)).toBe(true);
    await documents.tell(vacancy, 2, '2025-10-12');
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
    await documents.write(candidate, 'removeDocument', { id: document, version: 2 });
    await comes(LATER);
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
  });

  test('has none once the file is emptied, though the candidate keeps it', async () => {
    const application = await documents.definitive(candidate);
    await comes(CLOSED);
    const source = await openCandidatesDatabase(documents.database.url, silentLog);
    await new RetentionRepository(source.manager).emptyFiles([application]);
    await source.destroy();
    expect(await fetched(application)).toBe('UNKNOWN_DOCUMENT');
    expect(await documents.download(candidate, document)).toMatchObject({ __typename: 'DownloadLink' });
  });
});

describe('whoever judges who asks for a document of an application', () => {
  const MEMBER = memberOf(VACANCY);
  const AUTHORITY = holder('authority', 'authority-1', 'vrb');
  beforeEach(() => sit(documents.database, VACANCY));
  const bothOf = async (application: string) => [
    await fetched(application, MEMBER),
    await fetched(application, AUTHORITY),
  ];

  test('has it once the file is frozen, while it is in the procedure, and submitted for the authority', async () => {
    const application = await documents.definitive(candidate);
    await stand(documents.database, 'IN_PROGRESS', [application], true);
    expect(await bothOf(application)).toEqual(['UNKNOWN_DOCUMENT', 'UNKNOWN_DOCUMENT']);
    await comes(CLOSED);
    expect(await bothOf(application)).toEqual([true, true]);
    await stand(documents.database, 'SUITABLE', [application]);
    expect(await bothOf(application)).toEqual([true, 'UNKNOWN_DOCUMENT']);
    await stand(documents.database, 'EXCLUDED', [application], true);
    expect(await bothOf(application)).toEqual(['UNKNOWN_DOCUMENT', 'UNKNOWN_DOCUMENT']);
  });

  test('leaves a note of each that was fetched, in the role that they have', async () => {
    const application = await documents.definitive(candidate);
    await comes(CLOSED);
    await stand(documents.database, 'SUITABLE', [application], true);
    await bothOf(application);
    const noted = await documents.database.query(
      'SELECT actor, role, operation FROM candidates.access_log WHERE application_id = $1 ORDER BY id',
      [application],
    );
    const operation = 'Mutation.requestDownload';
    expect(noted).toEqual([
      { actor: 'member-1', role: 'committee-member', operation },
      { actor: 'authority-1', role: 'authority', operation },
    ]);
  });
});
