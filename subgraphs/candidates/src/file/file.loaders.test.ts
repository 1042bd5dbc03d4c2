import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  AFTER,
  BEFORE,
  CLOSES,
  closing,
  type Desk,
  done,
  openDesk,
  told,
} from '../application/testing/settling.desk.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import { FileLoaders } from './file.loaders.ts';
import { FileRepository } from './file.repository.ts';

const CORRECTED = closing('2026-10-21');
const CORRECTED_CLOSES = '2026-10-21T22:00:00Z';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

type By = 'INSTITUTION' | 'CANDIDATE';

function read(vacancyId: string, id: string, by: By, now: string) {
  const { manager } = desk.source;
  const files = new FileRepository(manager, desk.installation.sealing);
  const loaders = new FileLoaders(files, new VacancyVersions(manager), Temporal.Instant.from(now));
  return loaders.judged.load({ id, vacancyId, onceFrozen: by === 'INSTITUTION' });
}

/** Titles in the CV of a file, and for which deadline it is frozen; null where no file is given. */
async function seen(vacancyId: string, id: string, by: By, now = AFTER) {
  const file = await read(vacancyId, id, by, now);
  if (file === null) return null;
  const titles = file.content.profile.map(({ data }) => ('title' in data ? data.title : null));
  return { titles, frozenAt: file.frozenAt?.toString() ?? null };
}

describe('what is seen of a file', () => {
  test('between the deadline and its freezing is what stands, by its candidate alone', async () => {
    const { vacancy, person, id } = await desk.somebody('DEFINITIVE');
    done(await person.saveWork('In time', BEFORE));
    for (const now of [BEFORE, AFTER]) {
      expect(await seen(vacancy, id, 'INSTITUTION', now)).toBeNull();
      expect(await seen(vacancy, id, 'CANDIDATE', now)).toEqual({ titles: ['In time'], frozenAt: null });
    }
  });

  test('once it is frozen is the same by both, whatever is changed later', async () => {
    const { vacancy, person, id } = await desk.somebody('DEFINITIVE');
    done(await person.saveWork('In time', BEFORE));
    done(await person.saveWork('Later', AFTER));
    const frozen = { titles: ['In time'], frozenAt: '2026-10-22T22:00:00Z' };
    expect([await seen(vacancy, id, 'INSTITUTION'), await seen(vacancy, id, 'CANDIDATE')]).toEqual([frozen, frozen]);
  });

  test('for a deadline that was corrected since is nothing by the institution until it is frozen for that', async () => {
    const { vacancy, person, id, tell } = await desk.somebody('DEFINITIVE');
    done(await person.saveWork('In time', BEFORE));
    done(await person.saveWork('Later', AFTER));
    await tell(2, CORRECTED);
    expect(await seen(vacancy, id, 'INSTITUTION')).toBeNull();
    await desk.run(AFTER);
    expect(await seen(vacancy, id, 'INSTITUTION')).toEqual({ titles: ['In time'], frozenAt: CORRECTED_CLOSES });
  });

  test('stays what was frozen, judged by the rules of then, when its vacancy is withdrawn', async () => {
    const { vacancy, person, id } = await desk.somebody('DEFINITIVE');
    done(await person.saveWork('In time', BEFORE));
    await desk.run(AFTER);
    const withdrawn = told(vacancy, 2, closing('2026-10-22', { publication: 'WITHDRAWN' }));
    await desk.tell({ ...withdrawn, recordedAt: AFTER });
    done(await person.saveWork('Later', AFTER));
    const frozen = { titles: ['In time'], frozenAt: '2026-10-22T22:00:00Z' };
    for (const by of ['INSTITUTION', 'CANDIDATE'] as const) {
      expect(await seen(vacancy, id, by)).toEqual(frozen);
      expect((await read(vacancy, id, by, AFTER))?.vacancy.version).toBe(1);
    }
  });

  test('of a vacancy that is withdrawn before its deadline is what stands, by its candidate alone', async () => {
    const { vacancy, person, id, tell } = await desk.somebody('DEFINITIVE');
    await tell(2, closing('2026-10-22', { publication: 'WITHDRAWN' }));
    done(await person.saveWork('Since', BEFORE));
    await desk.run(AFTER);
    for (const now of [BEFORE, AFTER]) {
      expect(await seen(vacancy, id, 'INSTITUTION', now)).toBeNull();
      expect(await seen(vacancy, id, 'CANDIDATE', now)).toEqual({ titles: ['Since'], frozenAt: null });
    }
  });

  test('that was emptied is nothing, though the account holds something', async () => {
    const { vacancy, person, id } = await desk.somebody('DEFINITIVE');
    done(await person.saveWork('In time', BEFORE));
    await desk.run(AFTER);
    expect(await desk.frozenFor(id)).toEqual([CLOSES]);
    await desk.database.query('UPDATE candidates.application_snapshot SET data = NULL WHERE application_id = $1', [id]);
    expect([await seen(vacancy, id, 'INSTITUTION'), await seen(vacancy, id, 'CANDIDATE')]).toEqual([null, null]);
  });
});
