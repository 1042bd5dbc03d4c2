import type { Recorded } from './acts.ts';
import { type Applicant, account, apply, FAMILY, judge, MANAGED } from './applicants.ts';
import { because, Running } from './running.ts';
import type { Stage } from './stage.ts';
import { DEPUTY, KSZ } from './vacancies.ts';

/** Who applies for the post of the federal notice, called by what becomes of them. */
export const NAMES = [
  ...['Appointed', 'Ranked', 'Returned', 'Unsuitable', 'Unheard', 'Nearly', 'Absent', 'Withdrawn', 'Unregistered'],
  ...['Inadmissible', 'Ineligible'],
] as const;
export type Name = (typeof NAMES)[number];
export type Everybody = Readonly<Record<Name, Applicant>>;

const MONDAY = { startsAt: '2025-11-17T08:00:00Z', registrationUntil: '2025-11-10T22:59:00Z' };
const WEEK_LATER = { startsAt: '2025-11-24T08:00:00Z', registrationUntil: '2025-11-20T22:59:00Z' };

/** Between two acts of the round. */
export const MOMENTS = [
  ...['planned', 'registered', 'judging', 'invited', 'heard', 'scored', 'concluded', 'ranked', 'submitted'],
  ...['interviewed', 'chosen', 'accepted'],
] as const;
type Meanwhile = (moment: (typeof MOMENTS)[number]) => Promise<void>;

/** The federal notice with one candidate for each way in which it can end. */
export class FederalRound {
  readonly run: Running;
  /** What was refused on the way, by what it was. */
  readonly refusals = new Map<string, readonly string[]>();
  /** The request of whoever was not registered, and was found right. */
  contest!: Recorded;

  private constructor(
    readonly stage: Stage,
    readonly all: Everybody,
    /** Awaited at each moment of the round. */
    private readonly meanwhile: Meanwhile,
  ) {
    this.run = new Running(stage, DEPUTY);
  }

  static async applied(stage: Stage, meanwhile: Meanwhile = async () => undefined): Promise<FederalRound> {
    const applied = await Promise.all(
      NAMES.map(async (name) => [name, await apply(stage, await account(stage, name), DEPUTY, MANAGED)] as const),
    );
    return new FederalRound(stage, Object.fromEntries(applied) as Everybody, meanwhile);
  }

  async #refused(what: string, ...sent: Parameters<Running['refused']>): Promise<void> {
    this.refusals.set(what, await this.run.refused(...sent));
  }

  async preselection(): Promise<void> {
    const { stage, run, all } = this;
    stage.at('2025-10-24T10:00');
    await stage.settled();
    await run.start();
    await stage.settled();
    const { application } = all.Inadmissible;
    const reasons = because('de ontvankelijkheid');
    await run.act(run.recruiter, 'declareInadmissible', { application, version: 1, reasons });
    const others = NAMES.filter((name) => name !== 'Inadmissible');
    await Promise.all(
      others.map((name) => judge(stage, KSZ, all[name], name === 'Ineligible' ? 'NOT_ELIGIBLE' : 'ELIGIBLE')),
    );
    await stage.settled();
    await run.sendOutcomes('STEP', 'ELIGIBILITY_SCREENING', { byLetter: false });
    await run.concludeStep('ELIGIBILITY_SCREENING');
  }

  async assessment(): Promise<void> {
    const { stage, run, all } = this;
    const session = await this.#plan(MONDAY);
    await this.meanwhile('planned');
    const register = (who: Applicant, at = session) =>
      run.act(who.as, 'registerForSession', { application: who.application, session: at });
    const { Appointed, Ranked, Returned, Unsuitable, Unheard, Nearly, Absent, Withdrawn, Ineligible } = all;
    for (const one of [Appointed, Ranked, Unsuitable, Unheard, Nearly, Absent, Withdrawn]) await register(one);
    await this.meanwhile('registered');
    await this.#refused('registering after the preselection', Ineligible.as, 'registerForSession', {
      ...{ application: Ineligible.application, session },
    });
    await stage.settled();
    const own = { application: Withdrawn.application, version: 3, reasons: because('een andere functie') };
    await run.act(Withdrawn.as, 'withdrawApplication', own);
    stage.at('2025-11-12T10:00');
    await stage.settled();
    const later = await this.#plan(WEEK_LATER);
    await this.#contested(Returned);
    await register(Returned, later);
    stage.at('2025-11-17T12:00');
    for (const one of [Appointed, Ranked, Unsuitable, Unheard, Nearly]) await this.#attend(session, one, 'PRESENT');
    await this.#attend(session, Absent, 'ABSENT');
    await this.#results();
    stage.at('2025-11-24T12:00');
    await this.#attend(later, Returned, 'PRESENT');
    await this.#passed(Returned, '80');
    await run.sendOutcomes('STEP', 'COMPUTER_ASSESSMENT');
    await run.concludeStep('COMPUTER_ASSESSMENT');
  }

  async #plan(when: object): Promise<string> {
    const { run } = this;
    const given = { procedure: run.id, minutes: 120, capacity: 10, place: 'Brussel', ...when };
    return (await run.act(run.recruiter, 'planSession', given)).id;
  }

  /** Nobody was registered for them: what the rule did is found wrong. */
  async #contested({ as, application }: Applicant): Promise<void> {
    const { run } = this;
    const { id: step } = await run.step('COMPUTER_ASSESSMENT');
    const { id, version } = await run.act(as, 'contestOutcome', { application, step, grounds: 'Een storing.' });
    this.contest = await run.act(run.recruiter, 'answerRequest', {
      ...{ request: id, version, upheld: true, answer: because('de storing') },
    });
  }

  #attend(session: string, { application }: Applicant, attendance: 'PRESENT' | 'ABSENT'): Promise<Recorded> {
    return this.run.act(this.run.recruiter, 'recordAttendance', { session, application, attendance });
  }

  #passed({ application }: Applicant, total: string): Promise<Recorded> {
    const given = { application, scores: [total, total, total], total, passed: true };
    return this.run.act(this.run.recruiter, 'recordAssessment', given);
  }

  /** The mark itself passes; a hundredth below it does not, whatever anybody says. */
  async #results(): Promise<void> {
    const { run, all } = this;
    const nearly = { application: all.Nearly.application, scores: ['59.99', '60', '59.98'], total: '59.99' };
    const passing = { ...nearly, passed: true };
    await this.#refused('passing with 59.99', run.recruiter, 'recordAssessment', passing);
    const failing = { ...nearly, passed: false, reasons: because('de drie testen') };
    await run.act(run.recruiter, 'recordAssessment', failing);
    await this.#passed(all.Appointed, '60');
    for (const name of ['Ranked', 'Unsuitable', 'Unheard'] as const) await this.#passed(all[name], '75.5');
  }

  async oral(): Promise<void> {
    const { stage, run, all } = this;
    const { Appointed, Ranked, Returned, Unsuitable, Unheard } = all;
    stage.at('2025-11-25T10:00');
    await run.appoint(7);
    await this.meanwhile('judging');
    await run.declareNoInterests();
    const { id: step } = await run.step('ORAL_TEST');
    const heard = [Appointed, Ranked, Returned, Unsuitable];
    await run.act(run.recruiter, 'inviteToHearing', {
      ...{ step, applications: [...heard, Unheard].map(({ application }) => application) },
      ...{ startsAt: '2025-11-28T08:00:00Z', place: 'Brussel' },
    });
    await this.meanwhile('invited');
    stage.at('2025-11-28T09:30');
    const seven = { step, present: run.members.map(({ id }) => id) };
    await this.#refused('a committee of seven', run.recruiter, 'openHearing', seven);
    await run.appoint(8);
    await this.#refused('an undeclared member', run.recruiter, 'openHearing', seven);
    await run.declareNoInterests(run.members.slice(7));
    const present = run.members.slice(0, 5);
    await run.openHearing('ORAL_TEST', present);
    await run.hear('ORAL_TEST', heard, { present, version: 1 });
    await run.act(run.recruiter, 'recordHearing', {
      application: Unheard.application,
      step,
      version: 1,
      outcome: 'ABSENT',
    });
    await run.concludeStep('ORAL_TEST');
  }

  async result(): Promise<void> {
    const { stage, run, all } = this;
    const { Appointed, Ranked, Returned, Unsuitable } = all;
    await this.meanwhile('heard');
    await run.score([Appointed, Ranked, Returned, Unsuitable], run.members.slice(0, 5));
    await this.meanwhile('scored');
    for (const one of [Appointed, Ranked, Returned]) await run.conclude(one, 'SUITABLE');
    await run.conclude(Unsuitable, 'UNSUITABLE');
    const unsuitable = [{ place: 1, applications: [Unsuitable.application], reasons: because('wie niet geschikt is') }];
    await this.#refused('ranking the unsuitable', run.chair, 'rankCandidates', {
      procedure: run.id,
      places: unsuitable,
    });
    await this.meanwhile('concluded');
    await run.rank(Appointed, Ranked, Returned);
    // Nobody whom a rule excluded can contest it any more.
    stage.at('2025-12-29T10:00');
    await this.meanwhile('ranked');
    await run.submit();
    await this.meanwhile('submitted');
    stage.at('2025-12-31T10:00');
    await run.sendOutcomes('RESULT');
    await stage.settled();
  }

  async decision(): Promise<void> {
    const { stage, run, all } = this;
    const { Appointed, Ranked, Returned } = all;
    stage.at('2026-01-15T10:00');
    const found = because('de functie en het profiel');
    const all3 = { specificCompetences: found, interpersonalSkills: found, leadershipAbilities: found };
    for (const { application } of [Appointed, Ranked, Returned]) {
      await run.act(run.authority, 'recordInterview', { application, result: 'HELD', ...all3 });
    }
    await this.meanwhile('interviewed');
    const appointmentOn = '2026-03-01';
    const unjudged = await run.deciding(Appointed, [Ranked, Returned], { appointmentOn });
    await this.#refused('appointing before the conditions are judged', run.authority, 'decideAppointment', unjudged);
    await judge(stage, KSZ, Appointed, 'ELIGIBLE', { conditions: 'APPOINTMENT', appointmentOn });
    await stage.settled();
    await run.decide(Appointed, [Ranked, Returned], { appointmentOn });
    await this.meanwhile('chosen');
    await run.answer('acceptAppointment', Appointed);
    await this.meanwhile('accepted');
    await run.sendOutcomes('DECISION');
    await run.act(run.authority, 'publishAppointment', { procedure: run.id, publishedName: `Appointed ${FAMILY}` });
    await stage.settled();
  }
}
