import type { Actor } from '@mandate-graph/runtime';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { openReading, type Reading } from '../../application/testing/reading.graph.ts';
import { candidateOf, holder } from '../../testing/candidates.subgraph.ts';

export const VACANCY = 'vrb:vacancy:a';
export const OPEN = '2025-09-01T07:00:00Z';
export const CLOSES = '2025-09-12T22:00:00Z';
export const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
export const REQUEST = 'A quiet room, for the zebra syndrome.';

const APPLICATION_RECORDED = '... on ApplicationRecorded { id version application { id } }';
const INPUTS: Readonly<Record<string, string>> = {
  submitApplication: 'ApplicationActInput',
  validateApplication: 'ApplicationActInput',
};
const ASKED = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application {
  id adjustments { id version kind request recordedAt } } } }`;

/** Candidates who apply and ask for adjustments, through the subgraph. */
export class Adjusting {
  #made = 0;

  private constructor(readonly reading: Reading) {}

  static async open(): Promise<Adjusting> {
    return new Adjusting(await openReading(OPEN, [recordedSubject('vacancy', VACANCY, 1, [always(vacancyState())])]));
  }

  async write(actor: Actor, mutation: string, input: object, recorded = APPLICATION_RECORDED) {
    this.#made += 1;
    const { data, errors } = await this.reading.ask(
      actor,
      `mutation ($input: ${INPUTS[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`}!) {
        result: ${mutation}(input: $input) { __typename ${recorded}
          ... on Refused { problems { path code value } } ... on VersionConflict { id givenVersion currentVersion } } }`,
      { input: { idempotencyKey: `key-${this.#made}`, ...input } },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.result;
  }

  /** Somebody with an application of their own. */
  async applicant(status: 'DRAFT' | 'PROVISIONAL' | 'DEFINITIVE' = 'PROVISIONAL') {
    this.#made += 1;
    const actor = candidateOf(`adjusted-${this.#made}`);
    const account = { givenNames: 'Ann', familyName: 'Peeters', email: 'ann@example.org', preferredLanguage: 'NL' };
    await this.write(actor, 'saveAccount', account, '');
    const { id: application } = await this.write(actor, 'startApplication', { vacancy: VACANCY });
    if (status !== 'DRAFT') await this.write(actor, 'submitApplication', { application, version: 1 });
    if (status === 'DEFINITIVE') await this.write(actor, 'validateApplication', { application, version: 2 });
    const save = (input: object = {}) =>
      this.write(actor, 'saveAdjustment', { application, kind: 'DISABILITY', request: REQUEST, ...input });
    const remove = (input: object) => this.write(actor, 'removeAdjustment', { application, ...input });
    return { actor, application: application as string, save, remove };
  }

  /** The adjustments of applications; null where they are not given. */
  async read(actor: Actor, ...applications: string[]) {
    const of = applications.map((id) => ({ __typename: 'Application', id }));
    const { data, errors, statements } = await this.reading.ask(actor, ASKED, { of });
    const adjustments = applications.map((_id, at) => data?._entities?.[at]?.adjustments ?? null);
    const found = applications.map((_id, at) => data?._entities?.[at]?.id ?? null);
    return { found, adjustments, codes: errors?.map(({ extensions }) => extensions['code']), statements };
  }

  /** What the access log has of readings of the adjustments of an application. */
  logged(application: string) {
    return this.reading.database.query(
      `SELECT actor, role, candidate_id IS NOT NULL AS of FROM candidates.access_log
       WHERE application_id = $1 AND operation = 'Application.adjustments' ORDER BY id`,
      [application],
    );
  }
}
