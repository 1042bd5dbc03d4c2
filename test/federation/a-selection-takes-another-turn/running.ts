import type { StepKind } from '@mandate-graph/domain';
import { procedureIdOf } from '@mandate-graph/writing';
import { act, type Data, type Player, type Recorded, refused } from './acts.ts';
import type { Applicant } from './applicants.ts';
import type { Stage } from './stage.ts';
import { authority, recruiter } from './vacancies.ts';

/** A member of a committee, with the id under which they sit in it. */
export interface Member extends Player {
  readonly id: string;
}

/** Words that say nothing, in as many characters as the law of 29 July 1991 asks for here. */
export const because = (of: string): string => `Om deze reden, vastgesteld over ${of}.`;

export interface Standing {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly step: { readonly kind: string } | null;
  readonly place: number | null;
  readonly group: string | null;
}

type Act = (as: Player, mutation: string, input: object) => Promise<Recorded>;

/** The selection for a vacancy, run by its institution through the gateway. */
export class Running {
  readonly institution: string;
  readonly id: string;
  readonly recruiter: Player;
  readonly authority: Player;
  readonly members: Member[] = [];

  constructor(
    readonly stage: Stage,
    readonly vacancy: string,
  ) {
    this.institution = vacancy.split(':', 1)[0]!;
    this.id = procedureIdOf(vacancy);
    this.recruiter = recruiter(this.institution);
    this.authority = authority(this.institution);
  }

  get chair(): Member {
    return this.members[0]!;
  }

  readonly act: Act = (as, mutation, input) => act(this.stage, as, mutation, input);

  refused(as: Player, mutation: string, input: object): Promise<string[]> {
    return refused(this.stage, as, mutation, input);
  }

  /** As the institution sees it. */
  async read(): Promise<Data> {
    const query = `query ($id: ID!) { selectionProcedure(id: $id) {
      status ending version steps { id key kind status version } } }`;
    return (await this.stage.ask(this.recruiter, query, { id: this.id })).selectionProcedure;
  }

  async step(kind: StepKind): Promise<{ id: string; version: number; status: string }> {
    return (await this.read()).steps.find((step: { kind: string }) => step.kind === kind);
  }

  async start(): Promise<Recorded> {
    return this.act(this.recruiter, 'startSelection', { procedure: this.id, version: (await this.read()).version });
  }

  async concludeStep(kind: StepKind): Promise<Recorded> {
    const { id: step, version } = await this.step(kind);
    return this.act(this.recruiter, 'concludeStep', { step, version });
  }

  /** Where a candidacy stands, as the institution sees it. */
  async standing({ application }: Applicant): Promise<Standing> {
    const query = `query ($id: ID!) { selectionProcedure(id: $id) { candidacies(first: 100) { edges { node {
      id status version step { kind } place group } } } } }`;
    const { selectionProcedure } = await this.stage.ask(this.recruiter, query, { id: this.id });
    return selectionProcedure.candidacies.edges
      .map(({ node }: { node: Standing }) => node)
      .find(({ id }: Standing) => id === application);
  }

  /** Where it stands as its candidate sees it. */
  async progress({ as, application }: Applicant): Promise<Data> {
    const query = `{ me { applications { id progress { status version final step { kind }
      outcomes { result rule reasons contestable decidedBy step { kind } } deadlines { code lastDay open } } } } }`;
    const { me } = await this.stage.ask(as, query);
    return me.applications.find(({ id }: { id: string }) => id === application).progress;
  }

  /** So many members, the first of whom chairs. */
  async appoint(count: number): Promise<void> {
    for (let at = this.members.length; at < count; at++) {
      const name = `Lid${at + 1}`;
      const subject = `test:${this.vacancy}:${name}`;
      const given = { procedure: this.id, subject, name, function: at === 0 ? 'CHAIR' : 'MEMBER' };
      const { id } = await this.act(this.recruiter, 'appointMember', {
        ...given,
        languageRole: at % 2 === 0 ? 'NL' : 'FR',
      });
      this.members.push({ name, role: 'committee-member', subject, procedure: this.id, id });
    }
  }

  async declareNoInterests(of: readonly Member[] = this.members): Promise<void> {
    for (const member of of) await this.act(member, 'declareInterest', { procedure: this.id, kind: 'NONE' });
  }

  async openHearing(kind: StepKind, present: readonly Member[] = this.members): Promise<Recorded> {
    const { id: step } = await this.step(kind);
    return this.act(this.recruiter, 'openHearing', { step, present: present.map(({ id }) => id) });
  }

  /** `version` is that of the invitation, where there was one. */
  async hear(
    kind: StepKind,
    all: readonly Applicant[],
    { present = this.members, version }: { readonly present?: readonly Member[]; readonly version?: number } = {},
  ): Promise<void> {
    const { id: step } = await this.step(kind);
    for (const { application } of all) {
      const given = { application, step, version, outcome: 'HELD', present: present.map(({ id }) => id) };
      await this.act(this.recruiter, 'recordHearing', given);
    }
  }

  /** Each on their own, the same for everything. */
  async score(all: readonly Applicant[], of: readonly Member[] = this.members): Promise<void> {
    const query = 'query ($id: ID!) { selectionProcedure(id: $id) { scoreSheet { competences } } }';
    const { selectionProcedure } = await this.stage.ask(this.recruiter, query, { id: this.id });
    const scores = selectionProcedure.scoreSheet.competences.map((competence: string) => ({ competence, score: '14' }));
    for (const { application } of all) {
      for (const member of of) {
        await this.act(member, 'scoreCandidate', { application, scores, remarks: 'Gehoord en beoordeeld.' });
      }
    }
  }

  /** `version` is that of the candidacy, where it is known. */
  async conclude(applicant: Applicant, group: 'SUITABLE' | 'UNSUITABLE', version?: number): Promise<Recorded> {
    const given = { application: applicant.application, group, reasons: because(applicant.as.name) };
    return this.act(this.chair, 'concludeCandidate', {
      ...{ ...given, version: version ?? (await this.standing(applicant)).version },
    });
  }

  rank(...all: readonly Applicant[]): Promise<Recorded> {
    const places = all.map(({ as, application }, at) => ({
      ...{ place: at + 1, applications: [application], reasons: because(as.name) },
    }));
    return this.act(this.chair, 'rankCandidates', { procedure: this.id, places });
  }

  async submit(): Promise<Recorded> {
    return this.act(this.chair, 'submitResult', { procedure: this.id, version: (await this.read()).version });
  }

  /** What the authority sends to choose somebody, or nobody. */
  async deciding(chosen: Applicant | null, others: readonly Applicant[], own: object = {}): Promise<object> {
    return {
      ...{ procedure: this.id, version: (await this.read()).version, reasons: because('titels en verdiensten') },
      ...(chosen !== null && { application: chosen.application, appointmentOn: '2026-01-01' }),
      others: others.map(({ application, as }) => ({ application, reasons: because(as.name) })),
      ...own,
    };
  }

  async decide(chosen: Applicant | null, others: readonly Applicant[], own: object = {}): Promise<Recorded> {
    return this.act(this.authority, 'decideAppointment', await this.deciding(chosen, others, own));
  }

  async answer(mutation: 'acceptAppointment' | 'declineAppointment', applicant: Applicant): Promise<Recorded> {
    const { version } = await this.progress(applicant);
    return this.act(applicant.as, mutation, { application: applicant.application, version });
  }

  async sendOutcomes(about: 'STEP' | 'RESULT' | 'DECISION', kind?: StepKind, own: object = {}): Promise<Recorded> {
    const step = kind === undefined ? null : (await this.step(kind)).id;
    const given = { procedure: this.id, about, step, remedyStated: true, byLetter: kind === 'ELIGIBILITY_SCREENING' };
    return this.act(this.recruiter, 'sendOutcomes', { ...given, ...own });
  }
}
