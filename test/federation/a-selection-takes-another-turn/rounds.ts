import { type Applicant, account, apply, type Candidate, judge } from './applicants.ts';
import { Running } from './running.ts';
import type { Stage } from './stage.ts';
import { publish } from './vacancies.ts';

/** The selection for one vacancy, with whoever applied for it by name. */
export interface Round {
  readonly run: Running;
  readonly applicants: Readonly<Record<string, Applicant>>;
}

/** What to publish, and who applies. */
export interface Call {
  readonly by: readonly string[];
  readonly own?: object;
}

/** The last day for applying of what is published here is 22 October 2025; this is after it. */
const AFTER_THE_DEADLINE = '2025-10-24T10:00';

/** Vacancies of an institution with whoever applied, each closed. The same name is the same person in all of them. */
export async function closedRounds<K extends string>(
  stage: Stage,
  institution: string,
  calls: Readonly<Record<K, Call>>,
): Promise<Readonly<Record<K, Round>>> {
  const called = Object.entries<Call>(calls);
  const vacancies = await Promise.all(called.map(([local, { own }]) => publish(stage, institution, local, own)));
  const names = [...new Set(called.flatMap(([, { by }]) => by))];
  const accounts = new Map(
    await Promise.all(names.map(async (name) => [name, await account(stage, name)] as [string, Candidate])),
  );
  await stage.settled();
  const rounds = await Promise.all(
    called.map(async ([local, { by }], at) => {
      const applied = await Promise.all(
        by.map(async (name) => [name, await apply(stage, accounts.get(name)!, vacancies[at]!)] as const),
      );
      return [local, { run: new Running(stage, vacancies[at]!), applicants: Object.fromEntries(applied) }] as const;
    }),
  );
  stage.at(AFTER_THE_DEADLINE);
  await stage.settled();
  return Object.fromEntries(rounds) as Record<K, Round>;
}

/** Each has started with all its applicants admitted, and has its first step behind it. */
export async function admitted(stage: Stage, rounds: readonly Round[]): Promise<void> {
  await Promise.all(
    rounds.flatMap(({ run, applicants }) => Object.values(applicants).map((one) => judge(stage, run.institution, one))),
  );
  await stage.settled();
  await Promise.all(
    rounds.map(async ({ run }) => {
      await run.start();
      await run.concludeStep('ELIGIBILITY_SCREENING');
    }),
  );
}

/** Everybody has been interviewed and scored by a committee of so many. */
export async function heard({ run, applicants }: Round, members = 1): Promise<void> {
  await run.appoint(members);
  await run.declareNoInterests();
  await run.openHearing('INTERVIEW');
  await run.hear('INTERVIEW', Object.values(applicants));
  await run.concludeStep('INTERVIEW');
  await run.score(Object.values(applicants));
}

/** The committee has found these suitable, in this order, and the others not; its result is submitted. */
export async function submitted(round: Round, ...suitable: readonly string[]): Promise<void> {
  const { run, applicants } = round;
  for (const [name, one] of Object.entries(applicants)) {
    await run.conclude(one, suitable.includes(name) ? 'SUITABLE' : 'UNSUITABLE');
  }
  if (suitable.length > 1) await run.rank(...suitable.map((name) => applicants[name]!));
  await run.submit();
}
