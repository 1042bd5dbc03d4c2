import type { Problem } from '@mandate-graph/domain';
import type { ProfileEntry } from '../file/file.types.ts';

/** What a document may be, each with how the names of such files end; the first is how they are given back. */
export const FORMATS = {
  'application/pdf': ['pdf'],
  'application/msword': ['doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
} as const;
export type MediaType = keyof typeof FORMATS;

export const DOCUMENT_MEDIA = ['UPLOAD', 'PAPER'] as const;
export type DocumentMedium = (typeof DOCUMENT_MEDIA)[number];

export const DOCUMENT_STATES = ['ANNOUNCED', 'STORED', 'REMOVED'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** What is kept of a document under the key of its candidate. */
export interface DocumentData {
  /** Null: of a copy on paper. */
  readonly fileName: string | null;
  /** In hexadecimal: as announced, and once the content has come, of the content. */
  readonly sha256: string | null;
  /** The next two are of a copy on paper: what the recruiter notes of it, and the local day on which it came. */
  readonly remark: string | null;
  readonly receivedOn: string | null;
}

export interface Announcement {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256?: string | null;
}

const LONGEST_NAME = 200;
/** Folders, ends of lines, and marks that turn the order in which a name is read. */
const NOT_IN_A_NAME = /[/\\\p{Cc}\p{Bidi_Control}]/u;
/** Of one candidate at a time: more than any file needs, and a bound to what somebody can fill. */
const MOST_DOCUMENTS = 100;

/** What is wrong with an announcement, without the name: it may be personal. */
export function announcementProblems(given: Announcement, mostBytes: number, documents: number): readonly Problem[] {
  const { fileName, bytes, sha256 = null } = given;
  const problems: Problem[] = [];
  const refuse = (path: string, code: string, value: number | null, rule: string): void =>
    void problems.push({ path, code, value: value === null ? null : String(value), rule: `${path} ${rule}.` });
  if (!isFileName(fileName)) {
    const rule = `must be the name of a file, without folders, on one line, in at most ${LONGEST_NAME} characters`;
    refuse('fileName', 'NOT_A_FILE_NAME', null, rule);
  }
  if (bytes < 1 || bytes > mostBytes) {
    const code = bytes < 1 ? 'EMPTY_DOCUMENT' : 'DOCUMENT_TOO_LARGE';
    refuse('bytes', code, bytes, `must be from 1 to ${mostBytes}, but got: ${bytes}`);
  }
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) {
    refuse('sha256', 'NOT_A_DIGEST', null, 'must be a SHA-256 as 64 hexadecimal digits, in small letters');
  }
  return [...problems, ...countProblems(documents)];
}

/** One more would be too many. */
const countProblems = (documents: number): readonly Problem[] =>
  documents < MOST_DOCUMENTS
    ? []
    : [
        {
          path: 'documents',
          code: 'TOO_MANY_DOCUMENTS',
          value: String(documents),
          rule: `documents may be at most ${MOST_DOCUMENTS} at a time: remove those that are not needed.`,
        },
      ];

const isFileName = (name: string): boolean =>
  name !== '' && name.length <= LONGEST_NAME && !NOT_IN_A_NAME.test(name) && !/^\.+$/.test(name);

/** All endings of documents, longer ones first. */
const ENDING = new RegExp(`\\.(${Object.values(FORMATS).flat().sort().reverse().join('|')})$`, 'i');

/** The name under which a document is given back: its ending says what it is, whatever the candidate called it. */
export function downloadName(fileName: string, mediaType: MediaType): string {
  const ending = ENDING.exec(fileName);
  const endings: readonly string[] = FORMATS[mediaType];
  if (ending !== null && endings.includes(ending[1]!.toLowerCase())) return fileName;
  const base = ending === null ? fileName : fileName.slice(0, ending.index);
  return `${base === '' ? 'document' : base}.${endings[0]}`;
}

/** An attachment of that name, for every client: RFC 6266, with the name as RFC 8187 writes it. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = name.replace(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Whether there is none, or it is another candidate's, is not told. */
export const UNKNOWN_DOCUMENT: Problem = {
  path: 'id',
  code: 'UNKNOWN_DOCUMENT',
  value: null,
  rule: 'id must be that of a document of one’s own, which is not removed yet.',
};

/** Of a download. Whether there is none, or it is not for the reader, is not told. */
export const NOT_THEIRS: Problem = {
  path: 'document',
  code: 'UNKNOWN_DOCUMENT',
  value: null,
  rule: 'document must be the id of a document of one’s own, or of one in the frozen file of an application that is named.',
};

export const IN_USE: Problem = {
  path: 'id',
  code: 'DOCUMENT_IN_USE',
  value: null,
  rule: 'id must not be that of a document that proves a diploma or an appointment decree of the profile: change or remove the entry first.',
};

/** What speaks against downloading a document that one may have. */
export function downloadProblems(document: { readonly medium: DocumentMedium; readonly state: DocumentState }) {
  const problem = (code: string, rule: string): Problem[] => [
    { path: 'document', code, value: null, rule: `document must ${rule}.` },
  ];
  if (document.medium === 'PAPER')
    return problem('ON_PAPER', 'be one that was uploaded: a copy on paper has no content');
  return document.state === 'ANNOUNCED' ? problem('NOT_THERE_YET', 'have come whole before it can be downloaded') : [];
}

/** What speaks against a copy on paper. */
export interface PaperCopy {
  readonly kind: string;
  readonly receivedOn: string;
  /** The local day on which it is registered. */
  readonly today: string;
  /** The local days on which the vacancy was published and opened; null: the notice does not say. */
  readonly vacancyDays: readonly (string | null)[];
  /** Of the entry that it is to prove; undefined: none is named, null: there is no such entry. */
  readonly entryKind: string | null | undefined;
  /** The entry has a document already. */
  readonly proven: boolean;
  /** How many the candidate has. */
  readonly documents: number;
}

/** For a vacancy of which it is not known when it was published: no application that still runs is older. */
const EARLIEST_COPY = '2000-01-01';

/** Kinds of documents that entries of the same name are proven by. */
export const PROVING = ['DIPLOMA', 'APPOINTMENT_DECREE'];

/** The entry that a copy of this kind proves when nobody says which: no other of its kind lacks a document. */
export function onlyUnproven(kind: string, entries: readonly ProfileEntry[]): ProfileEntry | null {
  const unproven = entries.filter(
    (entry) => entry.kind === kind && 'document' in entry.data && entry.data.document === null,
  );
  return unproven.length === 1 ? unproven[0]! : null;
}

export function paperProblems({
  kind,
  receivedOn,
  today,
  vacancyDays,
  entryKind,
  proven,
  documents,
}: PaperCopy): readonly Problem[] {
  const problem = (path: string, code: string, value: string | null, rule: string): Problem[] => [
    { path, code, value, rule: `${path} ${rule}.` },
  ];
  const proves = entryKind === undefined || (PROVING.includes(kind) && entryKind === kind);
  const earliest = vacancyDays.filter((day) => day !== null).toSorted()[0] ?? EARLIEST_COPY;
  return [
    ...(receivedOn <= today
      ? []
      : problem('receivedOn', 'IN_THE_FUTURE', receivedOn, `must be ${today} or earlier, but got: ${receivedOn}`)),
    ...(receivedOn >= earliest
      ? []
      : problem('receivedOn', 'TOO_EARLY', receivedOn, `must be ${earliest} or later, but got: ${receivedOn}`)),
    ...(proves
      ? []
      : problem(
          'profileEntry',
          'NO_SUCH_ENTRY',
          null,
          `must be a diploma or an appointment decree of the candidate, as the kind of the copy says, which is: ${kind}`,
        )),
    ...(proven ? problem('profileEntry', 'ALREADY_PROVEN', null, 'must be an entry that no document proves yet') : []),
    ...countProblems(documents),
  ];
}
