import {
  type AnnouncedStep,
  inAnyLanguage,
  type Language,
  type LocalizedText,
  ours,
  type RightsWindow,
  type StepRule,
} from '@mandate-graph/domain';
import type { Ruled } from './regime.grounds.rules.ts';
import type { LedgerTerm, RightTerm } from './regime.rules.ts';

/** A rule that the notice prints, with the key of the step that does. */
export interface Printed<T> extends Ruled<T> {
  readonly basis: 'STATED';
  readonly step: string | null;
}

/** What the first step that prints it says. */
export function inStep<T>(
  steps: readonly AnnouncedStep[],
  read: (step: AnnouncedStep) => T | null | undefined,
): Printed<NonNullable<T>> | null {
  for (const step of steps) {
    const value = read(step);
    if (value === null || value === undefined) continue;
    const source = named('De vacature, stap', 'L’offre, étape', 'The notice, step', step.name);
    return { value, basis: 'STATED', source, step: step.key };
  }
  return null;
}

/** What the notice says outside its steps. */
export const inNotice = <T>(value: T | null): Printed<NonNullable<T>> | null =>
  printed(value, ours('De vacature.', 'L’offre.', 'The notice.'));

export const ofSessions = <T>(value: T | null | undefined): Printed<NonNullable<T>> | null =>
  printed(
    value,
    ours(
      'De vacature, over de inschrijving voor tests.',
      'L’offre, sur l’inscription aux tests.',
      'The notice, on registering for tests.',
    ),
  );

/** A right with a window of its own; one that is printed without a duration has none. */
export function ofRight(
  rights: readonly RightsWindow[],
  kind: 'FEEDBACK' | 'COMPLAINT',
  start: RightTerm['startsFrom'],
): Printed<RightTerm> | null {
  for (const { kind: other, duration, startsFrom, label } of rights) {
    if (other !== kind || duration === null) continue;
    const source = named('De vacature, recht', 'L’offre, droit', 'The notice, right', label);
    return { value: { duration, startsFrom: startsFrom ?? start }, basis: 'STATED', source, step: null };
  }
  return null;
}

/** Null: the step prints no such term, or one that cannot be computed since nothing says how long or from when. */
export function termPrinted(
  { rules }: AnnouncedStep,
  kind: StepRule['kind'],
  regime: LedgerTerm | null,
): LedgerTerm | null {
  const rule = rules.find((one) => one.kind === kind);
  if (rule === undefined) return null;
  const duration = rule.duration ?? regime?.duration ?? null;
  const startsFrom = rule.startsFrom ?? regime?.startsFrom ?? null;
  return duration === null || startsFrom === null ? null : { duration, startsFrom, levels: rule.levels };
}

const printed = <T>(value: T | null | undefined, source: LocalizedText): Printed<NonNullable<T>> | null =>
  value === null || value === undefined ? null : { value, basis: 'STATED', source, step: null };

function named(nl: string, fr: string, en: string, name: LocalizedText): LocalizedText {
  const text = (language: Language) => name[language] ?? inAnyLanguage(name);
  return ours(`${nl} “${text('nl')}”.`, `${fr} « ${text('fr')} ».`, `${en} “${text('en')}”.`);
}
