import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent } from '@mandate-graph/domain';
import { InboxPost } from '../inbox/inbox.post.ts';
import { openPrivacyGraph, type PrivacyGraph } from '../privacy/testing/privacy.graph.ts';
import { SelectionFollower } from './selection.follower.ts';
import { committee } from './testing/selection.news.ts';

const VACANCY = 'vrb:vacancy:committee';
let graph: PrivacyGraph;
beforeAll(async () => {
  graph = await openPrivacyGraph();
});
afterAll(() => graph?.close());

const follow = (...events: readonly CloudEvent[]) =>
  graph.installation.source.transaction((manager) =>
    new SelectionFollower(manager, graph.installation.sealing, new InboxPost(true)).follow(events),
  );
const member = (holder: string) => ({ holder, barredFrom: [] });
const members = async () =>
  (await graph.query('SELECT members FROM selection_committee WHERE vacancy_id = $1', [VACANCY]))[0]?.['members'];
const told = (version: number, ...holders: string[]) => committee(VACANCY, { version, members: holders.map(member) });

test('a committee is what the newest version says, whole, in whatever order they come', async () => {
  await follow(told(5, 'a', 'b'), told(2, 'a'));
  expect(await members()).toEqual([member('a'), member('b')]);
  await follow(told(3, 'c'));
  expect(await members()).toEqual([member('a'), member('b')]);
  await follow(told(9, 'b'), told(9, 'd'));
  expect(await members()).toEqual([member('d')]);
});
