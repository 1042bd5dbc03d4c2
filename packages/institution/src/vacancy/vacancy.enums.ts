import {
  COMBINATORS,
  COMPETENCE_KINDS,
  COMPETENCE_SCOPES,
  CONDITION_KINDS,
  EVIDENCE_KINDS,
  MASTERY_LEVELS,
  MASTERY_TYPES,
  NOTICE_TYPES,
} from '@mandate-graph/domain';
import { graphEnum } from '@mandate-graph/runtime';

export const NoticeType = graphEnum('NoticeType', NOTICE_TYPES, 'What kind of notice a vacancy was published as.');
export const Combinator = graphEnum('Combinator', COMBINATORS, 'How a list of alternatives is meant.');
export const WorkingTime = graphEnum('WorkingTime', ['FULL_TIME', 'PART_TIME'], 'Full-time or part-time.');
export const ResultAreaKind = graphEnum(
  'ResultAreaKind',
  ['PERMANENT', 'TEMPORARY'],
  'Whether a result area is permanent.',
);
export const CompetenceKind = graphEnum('CompetenceKind', COMPETENCE_KINDS, 'Technical (knowledge) or behavioural.');
export const CompetenceScope = graphEnum(
  'CompetenceScope',
  COMPETENCE_SCOPES,
  'Generic to management, or specific to the post.',
);
export const MasteryType = graphEnum('MasteryType', MASTERY_TYPES, 'How a subject is mastered.');
export const MasteryLevel = graphEnum(
  'MasteryLevel',
  MASTERY_LEVELS,
  'ADVANCED and SPECIALIST are the federal levels; the others are the adjectives of the Brussels notice. They are not mapped onto each other.',
);
export const RuleOperator = graphEnum(
  'RuleOperator',
  ['ALL_OF', 'ANY_OF', 'CONDITION'],
  'How the rules below a node combine.',
);
export const ConditionKind = graphEnum('ConditionKind', CONDITION_KINDS, 'What a condition asks.');
export const EvidenceKind = graphEnum('EvidenceKind', EVIDENCE_KINDS, 'What may prove a condition.');
export const RuleNoteKind = graphEnum(
  'RuleNoteKind',
  ['EQUIVALENCE', 'CONDITIONAL_PARTICIPATION', 'NOT_ADDITIVE', 'DEFINITION', 'LOOK_BACK', 'SCOPE'],
  'What a note on a rule is about.',
);
export const FailureNotice = graphEnum('FailureNotice', ['LETTER', 'ACCOUNT'], 'How a negative outcome is told.');
export const StepRuleKind = graphEnum(
  'StepRuleKind',
  ['EXEMPTION_AFTER_PASS', 'WAITING_PERIOD_AFTER_FAIL', 'EXEMPT_HOLDER'],
  'What follows from a step beyond the step itself.',
);
export const StepRuleStart = graphEnum(
  'StepRuleStart',
  ['DAY_OF_PASSING', 'DAY_OF_TEST'],
  'The day a period runs from.',
);
export const StepRuleLevels = graphEnum(
  'StepRuleLevels',
  ['SAME_OR_LOWER', 'SAME_OR_HIGHER'],
  'Levels a rule reaches, seen from the function applied for.',
);
export const RegistrationStatus = graphEnum(
  'RegistrationStatus',
  ['PROVISIONAL', 'DEFINITIVE'],
  'Submitted, or validated once everything required is there.',
);
export const RightsKind = graphEnum(
  'RightsKind',
  ['FEEDBACK', 'RESULT_INSPECTION', 'MOTIVATION', 'COMPLAINT', 'AUTHORITATIVE_ACCOUNT'],
  'What a candidate may ask for or rely on.',
);
export const RequestForm = graphEnum(
  'RequestForm',
  ['WRITTEN', 'ACCOUNT', 'COMPLAINT_FORM'],
  'The form a request takes.',
);
export const WindowStart = graphEnum(
  'WindowStart',
  ['SENDING_OF_RESULTS', 'EACH_STEP'],
  'The event a window runs from.',
);
