import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import { type DecisionRecord, type Statement, statementPlace } from './decision.record.ts';
import { DECISION_COLUMNS } from './decision.repository.ts';
import { answerPlace } from './decision.store.ts';

/** What a decision says of a candidate, as it is read. */
export interface StatementFacts {
  /** The id of the candidacy. */
  readonly application: string;
  /** Null: the candidate was erased. */
  readonly statement: Statement | null;
}

/** A decision as it is read. */
export interface DecisionFacts extends DecisionRecord {
  readonly procedureId: string;
  /** Of whoever declined and said why, or of the authority where no answer came. */
  readonly declineReasons: string | null;
  readonly statements: readonly StatementFacts[];
}

/** The last decision that concerns a candidate, as it is read. */
export interface ConcerningFacts extends Omit<DecisionFacts, 'statements'> {
  readonly statement: Statement | null;
  /** It was sent to the candidate. */
  readonly sent: boolean;
}

interface StatementRow {
  readonly decisionId: string;
  readonly application: string;
  readonly candidateId: string;
  readonly data: Buffer | null;
}
type DecisionRow = Omit<DecisionFacts, 'statements' | 'declineReasons'> & { readonly answer: Buffer | null };
type ConcerningRow = Omit<ConcerningFacts, 'statement' | 'declineReasons'> & StatementRow & Pick<DecisionRow, 'answer'>;

const COLUMNS = `${DECISION_COLUMNS}, decision.answer, decision.procedure_id AS "procedureId"`;
const STATEMENT = `statement.decision_id AS "decisionId", statement.candidacy_id AS application,
  statement.candidate_id AS "candidateId", statement.data`;

/** Decisions for reading: a constant number of statements, whatever the number of decisions and candidates. */
export class DecisionFactsRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  /** Of procedures, in the order asked for; of each the last one first. */
  async ofProcedures(procedureIds: readonly string[]): Promise<DecisionFacts[][]> {
    const decisions: DecisionRow[] = await this.manager.query(
      `SELECT ${COLUMNS} FROM appointment_decision decision
       WHERE decision.procedure_id = ANY($1::uuid[]) ORDER BY decision.decided_at DESC, decision.id`,
      [procedureIds],
    );
    const statements: StatementRow[] = await this.manager.query(
      `SELECT ${STATEMENT} FROM decision_statement statement
       JOIN candidacy ON candidacy.id = statement.candidacy_id
       WHERE statement.decision_id = ANY($1::uuid[]) ORDER BY candidacy.submitted_at, candidacy.id`,
      [decisions.map(({ id }) => id)],
    );
    await this.keys.load(statements.map(({ candidateId }) => candidateOf(candidateId)));
    const facts = decisions.map((row) => this.#facts(row, statements));
    return procedureIds.map((id) => facts.filter(({ procedureId }) => procedureId === id));
  }

  /** Of candidacies, in the order asked for; null: none concerns it. */
  async ofCandidacies(ids: readonly string[]): Promise<(ConcerningFacts | null)[]> {
    const rows: ConcerningRow[] = await this.manager.query(
      `SELECT DISTINCT ON (statement.candidacy_id) ${COLUMNS}, ${STATEMENT},
         EXISTS (SELECT FROM notification WHERE notification.candidacy_id = statement.candidacy_id
           AND notification.about = 'DECISION' AND notification.recorded_at >= decision.decided_at) AS sent
       FROM decision_statement statement JOIN appointment_decision decision ON decision.id = statement.decision_id
       WHERE statement.candidacy_id = ANY($1::uuid[])
       ORDER BY statement.candidacy_id, decision.decided_at DESC`,
      [ids],
    );
    await this.keys.load(rows.map(({ candidateId }) => candidateOf(candidateId)));
    const found = new Map(rows.map(({ answer, ...row }) => [row.application, this.#concerning(row, answer)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  #facts({ answer, ...decision }: DecisionRow, all: readonly StatementRow[]): DecisionFacts {
    const statements = all.filter(({ decisionId }) => decisionId === decision.id);
    const chosen = statements.find(({ application }) => application === decision.candidacyId);
    return {
      ...decision,
      declineReasons: chosen === undefined ? null : this.#said(chosen, answer),
      statements: statements.map((row) => ({ application: row.application, statement: this.#open(row) })),
    };
  }

  #concerning(row: Omit<ConcerningRow, 'answer'>, answer: Buffer | null): ConcerningFacts {
    const declineReasons = row.candidacyId === row.application ? this.#said(row, answer) : null;
    return { ...row, statement: this.#open(row), declineReasons };
  }

  /** Why nothing came of a decision: sealed under the key of the one who was chosen. */
  #said({ decisionId, candidateId }: StatementRow, answer: Buffer | null): string | null {
    const said = this.keys.open<{ reasons: string }>(candidateOf(candidateId), answerPlace(decisionId), answer);
    return said?.reasons ?? null;
  }

  #open({ decisionId, application, candidateId, data }: StatementRow): Statement | null {
    return this.keys.open<Statement>(candidateOf(candidateId), statementPlace(decisionId, application), data);
  }
}
