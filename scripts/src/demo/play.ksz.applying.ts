import { CANDIDATES, KSZ_VACANCY, PUBLIC, RECRUITER } from './play.ksz.cast.ts';
import { DIPLOMAS, MORE_OF_ROBIN, SECTIONS } from './play.ksz.files.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf, momentOf } from './telling.ts';

const { robin, noor, sam, kim, alex, charlie, lou, dominique, mika } = CANDIDATES;

/** From an account to a definitive application, until the end of the last day. */
export async function applying(round: Round): Promise<void> {
  const { telling } = round;
  telling.chapter('Applying, until 22 October 2025');
  await telling.at('2025-09-02T10:00');
  await notice(round);
  await first(round);
  for (const [local, candidate] of OTHERS) {
    await telling.at(local);
    await apply(round, candidate);
  }
  await telling.at('2025-10-22T23:50');
  await tooLate(round);
  await frozen(round);
}

const OTHERS: readonly (readonly [local: string, candidate: Candidate])[] = [
  ['2025-09-15T20:15', noor],
  ['2025-09-24T12:30', sam],
  ['2025-10-01T18:00', kim],
  ['2025-10-06T09:40', alex],
  ['2025-10-09T21:05', charlie],
  ['2025-10-14T08:20', lou],
  ['2025-10-20T19:30', dominique],
];

async function notice({ stage, telling }: Round): Promise<void> {
  const { vacancy } = await stage.ask(PUBLIC, NOTICE, { id: KSZ_VACANCY });
  const { date, closesAt } = vacancy.applicationDeadline;
  telling.did(PUBLIC, `reads the vacancy “${vacancy.title.en}”: ${vacancy.status}.`);
  telling.because(`The last day for applying, ${dayOf(date)}, counts whole: it is over at ${momentOf(closesAt)}.`);
  const steps = vacancy.announcedSteps.map(({ name }: Data) => name.en).join(' → ');
  telling.because(`Steps: ${steps}. Whoever fails one does not go on to the next.`);
}

const NOTICE = `query ($id: ID!) { vacancy(id: $id) {
  title { en } status applicationDeadline { date closesAt } announcedSteps { name { en } } } }`;

/** The first one, act by act. */
async function first(round: Round): Promise<void> {
  const { telling } = round;
  await account(round, robin);
  telling.did(robin, 'makes an account, and uploads a copy of the diploma to it.');
  const { id: application, version } = await started(round, robin);
  const submitted = await applied(round, robin, 'submitApplication', { application, version });
  telling.did(robin, `fills in a specific section (${yearsOf(SECTIONS.get(robin)!)}), and submits: PROVISIONAL.`);
  telling.because('The day of submission is the date of candidacy: a job that is still held counts until then.');
  const validation = { application, version: submitted.version };
  const refused = ['validates.', 'validateApplication', validation, 'ApplicationRecorded'] as const;
  await round.refuses(robin, ...refused);
  await applied(round, robin, 'saveSpecificSection', { application, section: MORE_OF_ROBIN });
  await applied(round, robin, 'validateApplication', validation);
  telling.did(robin, `adds a section (${yearsOf(MORE_OF_ROBIN)}), and validates: DEFINITIVE.`);
}

const yearsOf = ({ begin, end }: { readonly begin: string; readonly end?: string }) =>
  `${dayOf(begin)} to ${end === undefined ? 'now' : dayOf(end)}`;

async function apply(round: Round, candidate: Candidate): Promise<void> {
  await account(round, candidate);
  const { id: application, version } = await started(round, candidate);
  const submitted = await applied(round, candidate, 'submitApplication', { application, version });
  await applied(round, candidate, 'validateApplication', { application, version: submitted.version });
  const diploma = DIPLOMAS.get(candidate);
  const proof = diploma === undefined ? 'no copy of a diploma' : `a copy of a diploma (${diploma.title})`;
  round.telling.did(candidate, `applies, with ${proof} and ${SECTIONS.get(candidate)!.what}: DEFINITIVE.`);
}

/** Whoever has not validated by the end of the last day is out, by the rule. */
async function tooLate(round: Round): Promise<void> {
  const { telling, stage } = round;
  await account(round, mika);
  const { id: application, version } = await started(round, mika);
  const submitted = await applied(round, mika, 'submitApplication', { application, version });
  telling.did(mika, 'submits ten minutes before the end of the last day, and does not validate: PROVISIONAL.');
  await telling.at('2025-10-23T00:00');
  const validation = { application, version: submitted.version };
  await round.refuses(mika, 'validates.', 'validateApplication', validation, 'ApplicationRecorded');
  await telling.at('2025-10-23T00:02');
  const told = await stage.until(async () => {
    const { me } = await stage.ask(
      mika,
      '{ me { applications { status } inbox { edges { node { code text { en } } } } } }',
    );
    // Status and inbox are read side by side: the one may be of a moment before the other.
    const message = me.inbox.edges.find(({ node }: Data) => node.code === 'APPLICATION_LAPSED');
    return me.applications[0].status === 'LAPSED' ? message?.node : null;
  });
  telling.rule(`the application of ${mika.name} lapses: LAPSED.`);
  telling.because(`Told in the account: “${told.text.en}”`);
}

/** The files are as they stood then, whatever is changed afterwards. */
async function frozen({ stage, telling }: Round): Promise<void> {
  const files = await stage.until(async () => {
    const { vacancy } = await stage.ask(RECRUITER, FILES, { id: KSZ_VACANCY });
    const all = vacancy.applications.edges.map(({ node }: Data) => node);
    const definitive = all.filter(({ status }: Data) => status === 'DEFINITIVE');
    return definitive.every(({ file }: Data) => file !== null) ? definitive : null;
  });
  telling.rule(`the files are frozen as they stood on ${momentOf(files[0].file.frozenAt)}.`);
  const { vacancy } = await stage.ask(PUBLIC, COUNT, { id: KSZ_VACANCY });
  telling.did(
    PUBLIC,
    `reads: ${vacancy.status}, ${vacancy.applicationCount} applications. A number below 5 would not be shown.`,
  );
}

const FILES = `query ($id: ID!) { vacancy(id: $id) {
  applications(first: 20) { edges { node { status file { frozenAt } } } } } }`;
const COUNT = 'query ($id: ID!) { vacancy(id: $id) { status applicationCount } }';

async function account(round: Round, candidate: Candidate): Promise<void> {
  const { givenNames, familyName } = candidate;
  const email = `${givenNames.toLowerCase()}@example.org`;
  await recorded(round, candidate, 'saveAccount', { givenNames, familyName, email, preferredLanguage: 'NL' });
  const diploma = DIPLOMAS.get(candidate);
  if (diploma === undefined) return;
  const document = await copyOfDiploma(round, candidate);
  await recorded(round, candidate, 'saveDiploma', { diploma, document });
}

/** The smallest PDF there is. */
const PDF = '%PDF-1.7\n%%EOF\n';

async function copyOfDiploma({ stage }: Round, candidate: Candidate): Promise<string> {
  const input = { idempotencyKey: 'play-copy', kind: 'DIPLOMA', fileName: 'diploma.pdf', bytes: PDF.length };
  const { announceDocument } = await stage.ask(candidate, ANNOUNCE, { input });
  await stage.put(announceDocument.uploadUrl, PDF);
  return announceDocument.document.id;
}

const ANNOUNCE = `mutation ($input: AnnounceDocumentInput!) {
  announceDocument(input: $input) { ... on DocumentAnnounced { uploadUrl document { id } } } }`;

async function started(round: Round, candidate: Candidate) {
  const application = await applied(round, candidate, 'startApplication', { vacancy: KSZ_VACANCY });
  round.applies(candidate, application.id);
  const { what: _, ...section } = SECTIONS.get(candidate)!;
  await applied(round, candidate, 'saveSpecificSection', { application: application.id, section });
  return application;
}

const recorded = (round: Round, candidate: Candidate, mutation: string, input: object) =>
  round.act(candidate, mutation, input, 'CandidateRecorded');
const applied = (round: Round, candidate: Candidate, mutation: string, input: object) =>
  round.act(candidate, mutation, input, 'ApplicationRecorded');
