import type { Role, Scope } from './actor.ts';

/** Who may pass: everyone, or those who hold one of the roles for what is asked about. */
export interface AccessRule {
  readonly description: string;
  readonly allows: 'everyone' | { readonly [R in Role]?: true | { readonly scope: Scope } };
}

/**
 * The one table of who may read or do what. Every field of every subgraph names one of these rules; what names none
 * cannot be served. docs/access-matrix.md shows them field by field.
 */
export const ACCESS_RULES = {
  PUBLIC: { description: 'What institutions have made public.', allows: 'everyone' },
  VACANCY_WRITE: {
    description: 'Prepare, amend and extend vacancies of the institution.',
    allows: { recruiter: true, authority: true, integration: { scope: 'vacancies:write' } },
  },
  VACANCY_DECIDE: {
    description: 'Publish and withdraw vacancies of the institution: a scope of its own, since it is told to everyone.',
    allows: { recruiter: true, authority: true, integration: { scope: 'vacancies:publish' } },
  },
  ORGANISATION_WRITE: {
    description: 'Keep the organisation of the institution true.',
    allows: { recruiter: true, authority: true, integration: { scope: 'organisation:write' } },
  },
  DRAFT_READ: {
    description: 'See what the institution has not published.',
    allows: { recruiter: true, authority: true, integration: { scope: 'vacancies:write' } },
  },
  HISTORY_ACTOR: {
    description: 'See who changed something of the institution.',
    allows: { recruiter: true, authority: true, integration: { scope: 'history:read' } },
  },
  OWN: {
    description: 'See and keep what is one’s own: account, CV, documents, applications, messages.',
    allows: { candidate: true },
  },
  APPLICATION_READ: {
    description:
      'See an application and who applies: the candidate, the institution, and once the file is frozen those who judge whoever is in the procedure: its committee, and the authority from when the result is submitted to it; each reading is logged.',
    allows: { candidate: true, recruiter: true, 'committee-member': true, authority: true },
  },
  APPLICANT_READ: {
    description:
      'See of who applies what nobody needs who judges them: how to reach them, and why an application lapsed or was withdrawn; each reading is logged.',
    allows: { candidate: true, recruiter: true },
  },
  APPLICATION_DECIDE: {
    description: 'Decide on applications for vacancies of the institution, with reasons, and register paper copies.',
    allows: { recruiter: true },
  },
  ADJUSTMENTS_READ: {
    description: 'See which adjustments a candidate asks for: health data, which nobody who judges may see.',
    allows: { candidate: true, recruiter: true },
  },
  ERASE_CANDIDATE: {
    description: 'Erase the data of a candidate who asks for it.',
    allows: { 'privacy-officer': true },
  },
  ERASE_MEMBER: {
    description: 'Erase the data of a member of a committee whose procedure is final.',
    allows: { 'privacy-officer': true },
  },
  APPLICATIONS_READ: {
    description: 'See the applications for vacancies of the institution; each reading is logged.',
    allows: { recruiter: true },
  },
  SELECTION_RUN: {
    description: 'Run the selection procedures of the institution: steps, sessions, committee, notifications.',
    allows: { recruiter: true },
  },
  SELECTION_DECIDE: {
    description: 'Interview the suitable candidates, and decide on the appointment, with reasons.',
    allows: { authority: true },
  },
  COMMITTEE_ACT: {
    description: 'Declare interests, score, conclude and rank, as a member of the committee of the procedure.',
    allows: { 'committee-member': true },
  },
  SELECTION_READ: {
    description:
      'See who stands where in a procedure, as far as the role goes: candidates see themselves, members what they judge, the authority what was submitted to it.',
    allows: { candidate: true, recruiter: true, 'committee-member': true, authority: true },
  },
  COMMITTEE_READ: {
    description: 'See the committee of a procedure and what concerns it.',
    allows: { recruiter: true, 'committee-member': true, authority: true },
  },
  SELECTION_ACT: {
    description: 'See what was recorded of one’s own act in a procedure.',
    allows: { candidate: true, recruiter: true, 'committee-member': true, authority: true, 'privacy-officer': true },
  },
  DECISION_READ: {
    description: 'See the decision on an appointment, with its reasons on each of those whom it was taken among.',
    allows: { recruiter: true, authority: true },
  },
  TRAIL_READ: {
    description:
      'See every act on a procedure, with what is sealed of it as far as the role goes; the authority, what was submitted to it.',
    allows: { recruiter: true, authority: true, 'privacy-officer': true },
  },
  TASKS_READ: {
    description: 'See what waits for oneself in selection procedures.',
    allows: { candidate: true, recruiter: true, 'committee-member': true, authority: true },
  },
  EXACT_COUNTS: {
    description: 'See numbers of persons below the least that others are shown.',
    allows: { recruiter: true, authority: true },
  },
  ACCESS_LOG_READ: { description: 'See who has read the data of candidates.', allows: { 'privacy-officer': true } },
} as const satisfies Record<string, AccessRule>;

export type AccessRuleName = keyof typeof ACCESS_RULES;
