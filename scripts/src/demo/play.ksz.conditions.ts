import { KSZ_VACANCY, RECRUITER } from './play.ksz.cast.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf } from './telling.ts';

const DECLARED = ['CIVIL_AND_POLITICAL_RIGHTS', 'CONDUCT', 'NO_CONFLICT_OF_INTEREST', 'NOT_DISMISSED'];

/** The conditions for being appointed are others than those for taking part, and judged for the day of appointment. */
export async function judgeConditions(round: Round, candidate: Candidate, appointmentOn: string): Promise<void> {
  const { telling, stage } = round;
  await telling.at('2026-01-16T09:00');
  const declared = { declaredOn: '2026-01-16', holds: true };
  await round.act(candidate, 'saveNationality', { nationality: { country: 'BE' } }, 'CandidateRecorded');
  for (const condition of DECLARED) {
    await round.act(candidate, 'saveDeclaration', { declaration: { ...declared, condition } }, 'CandidateRecorded');
  }
  telling.did(candidate, 'adds the nationality and four declarations to the account, as the appointment asks for.');
  await telling.at('2026-01-19T10:00');
  const { vacancy } = await stage.ask(RECRUITER, PROPOSED, { id: KSZ_VACANCY, appointmentOn });
  const application = round.application(candidate);
  const { node } = vacancy.applications.edges.find((edge: Data) => edge.node.id === application);
  const { outcome, text } = node.eligibility.appointment;
  const decision = { application, conditions: 'APPOINTMENT', appointmentOn, outcome: 'ELIGIBLE', reasons: MET };
  await round.act(RECRUITER, 'decideEligibility', { ...decision, remedyStated: true }, 'ApplicationRecorded');
  telling.did(
    RECRUITER,
    `decides on the conditions for being appointed on ${dayOf(appointmentOn)}: ELIGIBLE, where the rules propose ${outcome}. “${MET}”`,
  );
  telling.explained(text.en);
}

const MET = 'The five conditions are met on that day, by the file and what was declared.';
const PROPOSED = `query ($id: ID!, $appointmentOn: LocalDate) { vacancy(id: $id) { applications(first: 20) { edges {
  node { id eligibility(appointmentOn: $appointmentOn) { appointment { outcome text { en } } } } } } } }`;
