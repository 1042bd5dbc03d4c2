import {
  type Competence,
  type MandateTerms,
  type Pay,
  type Problem,
  type Responsibility,
  type ResultArea,
  SILENT_PAY,
  SILENT_VACANCY,
  type Sourced,
  type VacancyContent,
} from '@mandate-graph/domain';
import { missing } from '../../subject/problem.rules.ts';
import { listOf, orNull, toMoney, toPassage, toText } from '../parts.rules.ts';
import { ruleProblems, toRule } from './eligibility.input.rules.ts';
import { toApplicationProcedure, toDocumentRules, toRights, toSteps, toTestRegistration } from './step.input.rules.ts';
import type { VacancyChangesInput, VacancyContentInput } from './vacancy.content.input.ts';
import type {
  ApplicationDeadlineInput,
  CompetenceInput,
  MandateTermsInput,
  PayInput,
  ResponsibilityInput,
  ResultAreaInput,
} from './vacancy.parts.input.ts';

/** What a vacancy says, without where it comes from. */
export type Content = Omit<VacancyContent, keyof Sourced>;
export type ContentField = keyof Content;

const same = <T>(given: T): T => given;
const passages = (given: Parameters<typeof toPassage>[0][]) => given.map(toPassage);

export const toDeadline = ({ date, timeOfDay = null }: ApplicationDeadlineInput): Content['applicationDeadline'] => ({
  date,
  timeOfDay,
});

/** How each field of the domain is made of its input: a field that one of the two lacks does not compile. */
const CONVERT: { readonly [F in ContentField]: (given: Mutable<NonNullable<VacancyContentInput[F]>>) => Content[F] } = {
  noticeType: same,
  noticeTitle: toText,
  selectionCode: same,
  title: toText,
  genderMarker: same,
  openToAllGenders: same,
  function: same,
  temporary: same,
  topManagementFunction: same,
  internalOnly: same,
  unitsConcerned: same,
  recruiter: same,
  position: same,
  publishedOn: same,
  opensOn: same,
  applicationDeadline: toDeadline,
  closedOn: same,
  languageRoles: ({ roles, combinator }) => ({ roles, combinator }),
  procedureLanguage: same,
  vacantPositions: same,
  contractType: same,
  recruitmentType: same,
  mandate: toMandate,
  rank: same,
  functionLevel: same,
  weightingClasses: same,
  workingTime: same,
  diploma: toText,
  workplace: ({ name = null, street = null, postcode = null, city = null }) => ({ name, street, postcode, city }),
  contactPoints: (given) =>
    given.map(({ label, email = null, purpose }) => ({
      label: toText(label),
      email,
      purpose: orNull(purpose, toText),
    })),
  links: (given) => given.map(({ label, url }) => ({ label: toText(label), url })),
  mission: toPassage,
  aims: passages,
  values: passages,
  responsibilities: (given) => given.map(toResponsibility),
  resultAreas: (given) => given.map(toResultArea),
  competences: (given) => given.map(toCompetence),
  pay: toPay,
  participationConditions: toRule,
  appointmentConditions: toRule,
  documentRules: toDocumentRules,
  applicationProcedure: toApplicationProcedure,
  testRegistration: toTestRegistration,
  announcedSteps: toSteps,
  rights: toRights,
  equalOpportunities: passages,
  remarks: passages,
};
type Mutable<T> = T extends readonly (infer E)[] ? E[] : T;

export const CONTENT_FIELDS = Object.keys(CONVERT) as readonly ContentField[];

/** What a new vacancy says: where the input leaves something out, it is silent. */
export const contentOf = (input: VacancyContentInput): Content => ({ ...SILENT_VACANCY, ...given(input) }) as Content;

/** What an amendment puts in the place of what there is; null clears, what is left out stays. */
export const changesOf = (input: VacancyChangesInput): Partial<Content> => ({
  ...Object.fromEntries(CONTENT_FIELDS.filter((field) => input[field] === null && isClearable(field)).map(cleared)),
  ...given(input),
});

const cleared = (field: ContentField): [ContentField, null] => [field, null];

const given = (input: VacancyContentInput | VacancyChangesInput): Partial<Content> =>
  Object.fromEntries(
    CONTENT_FIELDS.filter((field) => input[field] != null).map((field) => [
      field,
      CONVERT[field](input[field] as never),
    ]),
  );

/** A field may be cleared where a notice may be silent on it, other than by an empty list. */
const isClearable = (field: ContentField): boolean =>
  field in SILENT_VACANCY && SILENT_VACANCY[field as keyof typeof SILENT_VACANCY] === null;

/** What is wrong with an input that its state would not show. */
export function inputProblems(path: string, input: VacancyContentInput | VacancyChangesInput): readonly Problem[] {
  const trees = ['participationConditions', 'appointmentConditions'] as const;
  return trees.flatMap((field) => {
    const tree = input[field];
    return tree == null ? [] : ruleProblems(`${path}.${field}`, tree);
  });
}

/** Null for what must have a value. */
export const notNullable = (path: string, input: VacancyChangesInput): readonly Problem[] =>
  CONTENT_FIELDS.filter((field) => input[field] === null && !isClearable(field)).map((field) =>
    missing(`${path}.${field}`, 'NOT_NULLABLE', 'must have a value, or be left out to stay as it is'),
  );

function toMandate(terms: MandateTermsInput): MandateTerms {
  const { kind = null, interim = null, duration = null, startsOn = null, endsOn = null } = terms;
  return { kind, interim, duration, startsOn, endsOn };
}

function toPay(pay: PayInput): Pay {
  return {
    payScale: pay.payScale ?? SILENT_PAY.payScale,
    salaryBand: pay.salaryBand ?? SILENT_PAY.salaryBand,
    grossAnnualSalary: orNull(pay.grossAnnualSalary, toMoney),
    indexed: pay.indexed ?? SILENT_PAY.indexed,
    indexDate: pay.indexDate ?? SILENT_PAY.indexDate,
    mobilityBudget: orNull(pay.mobilityBudget, toMoney),
    payee: orNull(pay.payee, toText),
  };
}

const toResponsibility = ({ key, title, description, activities }: ResponsibilityInput): Responsibility => ({
  key,
  title: toText(title),
  description: toPassage(description),
  activities: listOf(activities, toPassage),
});

const toResultArea = ({ key, unit = null, kind, description }: ResultAreaInput): ResultArea => ({
  key,
  unit,
  kind,
  description: toPassage(description),
});

const toCompetence = (given: CompetenceInput): Competence => ({
  key: given.key,
  kind: given.kind,
  scope: given.scope ?? null,
  label: toText(given.label),
  group: orNull(given.group, toText),
  masteryType: given.masteryType ?? null,
  masteryLevel: given.masteryLevel ?? null,
  statements: listOf(given.statements, toPassage),
  assessedIn: given.assessedIn ?? [],
});
