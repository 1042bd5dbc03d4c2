import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR, type Role } from '@mandate-graph/runtime';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const unbound = (role: Role): Actor => ({
  ...{ kind: 'person', subject: 'somebody' },
  grants: [{ role, institution: null, procedure: null, scopes: [] }],
});
const ask = async (actor: Actor) => {
  const { data, errors } = await selection.ask(actor, '{ myTasks { kind } }');
  return errors?.[0]?.extensions['code'] ?? data.myTasks;
};

test.each<[string, Actor]>([
  ['a recruiter', recruiter()],
  ['a member of a committee', memberActor('somebody', 'gew:procedure:head')],
  ['an authority', authority()],
  ['a candidate', candidateActor('somebody')],
])('%s without anything to do is shown nothing', async (_who, actor) => {
  expect(await ask(actor)).toEqual([]);
});

test.each<[string, Actor, string]>([
  ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
  ['who was granted nothing', { kind: 'person', subject: 'somebody', grants: [] }, 'FORBIDDEN'],
  ['an analyst', unbound('analyst'), 'FORBIDDEN'],
  ['a privacy officer', unbound('privacy-officer'), 'FORBIDDEN'],
])('%s is refused', async (_who, actor, code) => {
  expect(await ask(actor)).toBe(code);
});
