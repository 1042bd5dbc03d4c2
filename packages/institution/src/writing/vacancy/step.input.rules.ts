import {
  type AnnouncedStep,
  type ApplicationAction,
  type ApplicationProcedure,
  type DocumentRules,
  type RightsWindow,
  SILENT_STEP,
  type StepRule,
  type TestRegistration,
} from '@mandate-graph/domain';
import { listOf, orNull, toPassage, toText } from '../parts.rules.ts';
import type {
  ApplicationActionInput,
  ApplicationProcedureInput,
  DocumentRulesInput,
  RightsWindowInput,
  TestRegistrationInput,
} from './procedure.input.ts';
import type { AnnouncedStepInput, StepRuleInput } from './step.input.ts';

/*
 * Every field is named, whether it may be left out or not, so that the compiler finds the one that the domain gains and
 * the input does not.
 */

export const toSteps = (steps: readonly AnnouncedStepInput[]): readonly AnnouncedStep[] =>
  steps.map((step, index) => ({
    key: step.key,
    position: step.position ?? index + 1,
    kind: step.kind,
    name: toText(step.name),
    description: toPassage(step.description),
    eliminatory: step.eliminatory ?? SILENT_STEP.eliminatory,
    actor: step.actor ?? SILENT_STEP.actor,
    decidedBy: step.decidedBy ?? SILENT_STEP.decidedBy,
    failureNotice: step.failureNotice ?? SILENT_STEP.failureNotice,
    evaluates: listOf(step.evaluates, toText),
    inputs: listOf(step.inputs, toText),
    outcomes: listOf(step.outcomes, toText),
    suitabilityScheme: step.suitabilityScheme ?? SILENT_STEP.suitabilityScheme,
    passMark: orNull(step.passMark, ({ atLeast, outOf }) => ({ atLeast, outOf })),
    duration: orNull(step.duration, ({ minutes, approximate, includesPreparation = null }) => ({
      minutes,
      approximate,
      includesPreparation,
    })),
    testCount: step.testCount ?? SILENT_STEP.testCount,
    weightingClasses: step.weightingClasses ?? SILENT_STEP.weightingClasses,
    committeeSize: orNull(step.committeeSize, ({ min, max }) => ({ min, max })),
    rules: listOf(step.rules, toStepRule),
  }));

const toStepRule = ({ kind, label, duration = null, startsFrom = null, levels }: StepRuleInput): StepRule => ({
  kind,
  label: toText(label),
  duration,
  startsFrom,
  levels,
});

export const toDocumentRules = (given: DocumentRulesInput): DocumentRules => ({
  formats: given.formats ?? [],
  maxBytes: given.maxBytes ?? null,
  maxSize: given.maxSize ?? null,
  kinds: listOf(given.kinds, toText),
  fallback: orNull(given.fallback, toPassage),
  unresolved: listOf(given.unresolved, toPassage),
});

const toActions = (actions: readonly ApplicationActionInput[]): readonly ApplicationAction[] =>
  actions.map(({ position, label, leadsTo = null }, index) => ({
    position: position ?? index + 1,
    label: toText(label),
    leadsTo,
  }));

export const toApplicationProcedure = (given: ApplicationProcedureInput): ApplicationProcedure => ({
  channels: listOf(given.channels, toText),
  excludedChannels: listOf(given.excludedChannels, toText),
  actions: toActions(given.actions ?? []),
  specificSectionsLanguage: given.specificSectionsLanguage ?? null,
  cvCountsAsExperience: given.cvCountsAsExperience ?? null,
  currentJobEndsOn: given.currentJobEndsOn ?? null,
  editableUntilDeadline: given.editableUntilDeadline ?? null,
  revalidationAfterEdit: given.revalidationAfterEdit ?? null,
  independent: given.independent ?? null,
  snapshotAt: given.snapshotAt ?? null,
});

export const toTestRegistration = (given: TestRegistrationInput): TestRegistration => ({
  onlyWithinRegistrationPeriod: given.onlyWithinRegistrationPeriod ?? null,
  choiceOfDate: given.choiceOfDate ?? null,
  invitationChannels: listOf(given.invitationChannels, toText),
  cancelAtLatest: given.cancelAtLatest ?? null,
  cancelAsked: given.cancelAsked ?? null,
  rebookingAllowed: given.rebookingAllowed ?? null,
  reportProblemsWorkingDays: given.reportProblemsWorkingDays ?? null,
  absenceExcludes: given.absenceExcludes ?? null,
});

export const toRights = (rights: readonly RightsWindowInput[]): readonly RightsWindow[] =>
  rights.map(({ key, kind, label, form = null, duration = null, startsFrom = null, legalBasis }) => ({
    key,
    kind,
    label: toText(label),
    form,
    duration,
    startsFrom,
    legalBasis: orNull(legalBasis, ({ title, date = null }) => ({ title: toText(title), date })),
  }));
