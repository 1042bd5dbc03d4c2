import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { completeFile } from '../file/testing/contents.ts';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { openReading, type Reading } from './testing/reading.graph.ts';
import { insertSubmitted, submitted } from './testing/submitted.ts';

const VACANCY = 'vrb:vacancy:quiet';
const application = submitted(VACANCY, completeFile());
let graph: Reading;
beforeAll(async () => {
  graph = await openReading('2026-10-05T10:00:00Z', [
    recordedSubject('vacancy', VACANCY, 1, [always(vacancyState({ opensOn: '2026-09-01' }))]),
  ]);
  await insertSubmitted(graph.database, [application]);
});
afterAll(() => graph?.close());

const OWN = ['documents', 'applications', 'diplomas'];
const read = (actor: ReturnType<typeof candidateOf>) =>
  graph.ask(
    actor,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application {
      candidate { familyName ${OWN.map((list) => `${list} { id }`).join(' ')} } } } }`,
    { of: [{ __typename: 'Application', id: application.id }] },
  );

test('a recruiter is refused what is for the candidate only, and reads the rest of the candidate', async () => {
  const { data, errors } = await read(holder('recruiter', 'recruiter-1', 'vrb'));
  expect(data._entities).toEqual([
    { candidate: { familyName: 'Peeters', documents: null, applications: null, diplomas: null } },
  ]);
  expect(errors!.map(({ path, extensions }) => [path!.at(-1), extensions['code']])).toEqual(
    expect.arrayContaining(OWN.map((list) => [list, 'FORBIDDEN'])),
  );
});

test('candidates read all of it of themselves', async () => {
  const { data, errors } = await read(candidateOf(application.subject));
  expect(errors).toBeUndefined();
  expect(data._entities[0].candidate).toMatchObject({ applications: [{ id: application.id }] });
});
