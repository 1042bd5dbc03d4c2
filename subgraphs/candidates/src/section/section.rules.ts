import type {
  ConditionKind,
  EligibilityCondition,
  EligibilityRule,
  Language,
  Problem,
  VacancyState,
} from '@mandate-graph/domain';
import type { ExperienceEvidence, ExperienceKind } from '../eligibility/evidence.rules.ts';
import { valuesOf } from '../eligibility/finding.rules.ts';
import { CODE } from '../eligibility/profile.checks.rules.ts';
import { notWithKind, periodProblems } from '../experience/experience.rules.ts';
import type { Section, SectionData } from '../file/file.types.ts';

/** More of them than this nobody can read. */
export const MAX_SECTIONS = 50;
const LENGTHS = { name: { min: 1, max: 200 }, description: { min: 10, max: 4000 } };

/** What a vacancy asks of sections. No codes: any will do. */
interface SectionTerms {
  readonly settings: readonly string[];
  readonly domains: readonly string[];
  readonly language: Language | null;
}
export const NO_TERMS: SectionTerms = { settings: [], domains: [], language: null };

export function termsOf({
  participationConditions: rule,
  applicationProcedure,
}: Pick<VacancyState, 'participationConditions' | 'applicationProcedure'>): SectionTerms {
  return {
    settings: codesOf(rule, 'MANAGEMENT_EXPERIENCE', 'setting'),
    domains: codesOf(rule, 'USEFUL_EXPERIENCE', 'domain'),
    language: applicationProcedure?.specificSectionsLanguage ?? null,
  };
}

/** The codes that count for some condition of a kind; none, where there is a condition for which any counts. */
function codesOf(rule: EligibilityRule | null, kind: ConditionKind, parameter: string): readonly string[] {
  const named = conditionsOf(rule)
    .filter((condition) => condition.kind === kind)
    .map((condition) => valuesOf(condition, parameter));
  return named.some((codes) => codes.length === 0) ? [] : [...new Set(named.flat())];
}

const conditionsOf = (rule: EligibilityRule | null): readonly EligibilityCondition[] => {
  if (rule === null) return [];
  return rule.operator === 'CONDITION' ? [rule.condition] : rule.rules.flatMap(conditionsOf);
};

/** Everything that is wrong with a section on the day on which it is entered. Values that may be personal are not shown. */
export function sectionProblems(
  section: SectionData,
  { settings, domains, language }: SectionTerms,
  today: string,
): readonly Problem[] {
  return [
    ...lengthProblems('employer', section.employer, LENGTHS.name),
    ...lengthProblems('functionTitle', section.functionTitle, LENGTHS.name),
    ...codeProblems('setting', section, 'MANAGERIAL', settings),
    ...codeProblems('domain', section, 'USEFUL', domains),
    ...periodProblems('section', section, today),
    ...lengthProblems('description', section.description, LENGTHS.description),
    ...languageProblems(section.language, language),
  ];
}

function lengthProblems(
  field: 'employer' | 'functionTitle' | 'description',
  { length }: string,
  { min, max }: { readonly min: number; readonly max: number },
): readonly Problem[] {
  if (length >= min && length <= max) return [];
  const rule = `have ${min} to ${max} characters, but has ${length}`;
  return [problem(field, length < min ? 'TOO_SHORT' : 'TOO_LONG', null, rule)];
}

/** A code goes with one kind of experience, and is needed there where the conditions name some: any other counts for none. */
function codeProblems(
  field: 'setting' | 'domain',
  section: SectionData,
  kind: ExperienceKind,
  allowed: readonly string[],
): readonly Problem[] {
  const code = section[field];
  if (code === null)
    return section.kind !== kind || allowed.length === 0
      ? []
      : [problem(field, 'REQUIRED', null, `be there for ${kind} experience${listed(allowed)}`)];
  if (section.kind !== kind) return [notWithKind(`section.${field}`, section.kind)];
  if (!CODE.pattern.test(code)) return [problem(field, 'NOT_A_CODE', null, `be ${CODE.words}${listed(allowed)}`)];
  if (allowed.length === 0 || allowed.includes(code)) return [];
  return [problem(field, 'OTHER_CODE', code, `be a code of the conditions${listed(allowed)}, but got: ${code}`)];
}

const listed = (allowed: readonly string[]): string => (allowed.length === 0 ? '' : ` (${allowed.join(' or ')})`);

const languageProblems = (language: Language, asked: Language | null): readonly Problem[] =>
  asked === null || language === asked ? [] : [otherLanguage(language.toUpperCase(), asked.toUpperCase())];

/** Both as the input writes them. */
const otherLanguage = (given: string, asked: string): Problem =>
  problem('language', 'OTHER_LANGUAGE', given, `be that of the procedure, ${asked}, but got: ${given}`);

const problem = (field: keyof SectionData, code: string, value: string | null, rule: string): Problem => ({
  path: `section.${field}`,
  code,
  value,
  rule: `section.${field} must ${rule}.`,
});

/** A section as the conditions look at it. */
export const experienceOf = (section: Section): ExperienceEvidence => ({
  key: section.id,
  enteredIn: 'SPECIFIC_SECTIONS',
  kind: section.kind,
  employer: section.employer,
  setting: section.setting,
  domain: section.domain,
  begin: section.begin,
  end: section.end,
  language: section.language,
});
