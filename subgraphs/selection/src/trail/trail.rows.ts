import Big from 'big.js';
import type { EntityManager } from 'typeorm';
import type { TrailEntry } from './trail.chain.ts';
import type { TrailPages } from './trail.verify.ts';

const PAGE = 500;

/** An entry as the database gives it, its facts as text. */
type TrailRow = Omit<TrailEntry, 'before' | 'after'> & {
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * The trail of a procedure, within one transaction. A cursor, since it leaves nothing out: pages that begin after a number
 * would miss an entry that has the number of another.
 */
export const trailPages = (manager: EntityManager, procedure: string, signal?: AbortSignal): TrailPages =>
  async function* () {
    await manager.query(
      `DECLARE trail NO SCROLL CURSOR FOR
       SELECT procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before::text,
         after::text, reason, person, sealed, nonce, previous, hash
       FROM trail_entry WHERE procedure_id = $1 ORDER BY seq, hash`,
      [procedure],
    );
    try {
      for (;;) {
        signal?.throwIfAborted();
        const rows: TrailRow[] = await manager.query(`FETCH ${PAGE} FROM trail`);
        if (rows.length === 0) return;
        yield rows.map((row) => ({ ...row, before: factsIn(row.before), after: factsIn(row.after) }));
      }
    } finally {
      // A transaction that has failed has closed it, and says what failed better.
      await manager.query('CLOSE trail').catch(() => undefined);
    }
  };

/** Strings, so that no number is looked for in them, and numbers. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
/** What the database keeps in no text: it makes of a value one that cannot have been written. */
const NEVER = '\u0000';

/**
 * What an entry says, from the text in the database. Two texts must never be read as the same facts: 1.0 and 1 are the
 * same number, and a null within is not the same as none, but an entry is whole only if it is as it was written.
 */
export function factsIn(text: string | null): object | null {
  if (text === null) return null;
  const facts = JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) =>
      token.startsWith('"') || isAsWritten(token) ? token : JSON.stringify(`${NEVER}${token}`),
    ),
  ) as object | null;
  return facts ?? [NEVER];
}

/** Numbers are written as the shortest text that gives them; the database writes that without an exponent. */
function isAsWritten(token: string): boolean {
  const number = Number(token);
  return Number.isFinite(number) && new Big(number).toFixed() === token;
}
