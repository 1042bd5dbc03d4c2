import { type Asking, act, type Player } from './acts.ts';
import { recruiter } from './vacancies.ts';

/** Somebody who applies, with the account. */
export interface Candidate extends Player {
  readonly name: string;
  readonly id: string;
}

/** What somebody applied for. */
export interface Applicant {
  readonly as: Player;
  readonly candidate: string;
  readonly application: string;
}

type Language = 'NL' | 'FR' | 'EN';

/** Of everybody invented, and of nobody and nothing else. */
export const FAMILY = 'Zevensloten';

/** An account in the graph, of somebody invented. */
export async function account(stage: Asking, name: string, preferredLanguage: Language = 'EN'): Promise<Candidate> {
  const player: Player = { name, role: 'candidate', subject: `test:${name.toLowerCase()}` };
  const own = { givenNames: name, familyName: FAMILY, email: `${name.toLowerCase()}@example.org` };
  const { id } = await act(stage, player, 'saveAccount', { ...own, preferredLanguage });
  return { ...player, id };
}

/** Of the conditions of the federal notice, enough years to validate. */
export const MANAGED = {
  ...{ kind: 'MANAGERIAL', employer: 'Dienst Digitaal', functionTitle: 'Diensthoofd', setting: 'PUBLIC_SERVICE' },
  ...{ begin: '2010-01-01', end: '2019-12-31', description: 'Leiding van een dienst.', language: 'NL' },
};

/** Applies as the notice says: submitted, and then validated. */
export async function apply(stage: Asking, as: Candidate, vacancy: string, section?: object): Promise<Applicant> {
  const { id: application } = await act(stage, as, 'startApplication', { vacancy });
  if (section !== undefined) {
    await act(stage, as, 'saveSpecificSection', { application, section });
  }
  const submitted = await act(stage, as, 'submitApplication', { application, version: 1 });
  await act(stage, as, 'validateApplication', { application, version: submitted.version });
  return { as, candidate: as.id, application };
}

const REASONS = 'Het dossier en de bewijsstukken werden nagekeken.';

/** What a person decides on the frozen file. */
export const judge = (
  stage: Asking,
  institution: string,
  { application }: Applicant,
  outcome: 'ELIGIBLE' | 'NOT_ELIGIBLE' = 'ELIGIBLE',
  own: object = {},
) =>
  act(stage, recruiter(institution), 'decideEligibility', {
    ...{ application, conditions: 'PARTICIPATION', outcome, reasons: REASONS, remedyStated: true, ...own },
  });
