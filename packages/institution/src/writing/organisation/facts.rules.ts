import {
  type BodyState,
  type BudgetState,
  type HeadcountState,
  type HolderState,
  type LineState,
  type PositionState,
  type Problem,
  RECORDED,
  type Sourced,
  type SubjectStates,
  type UnitState,
} from '@mandate-graph/domain';
import { missing, refuse } from '../../subject/problem.rules.ts';
import {
  asGiven,
  type Convert,
  dayOf,
  listOf,
  moneyOf,
  optional,
  passageOf,
  required,
  someOf,
  textOf,
  urlOf,
  wholeOf,
  wordsOf,
} from './convert.rules.ts';

/** What a state says, without where it comes from. */
export type Facts<S> = Omit<S, keyof Sourced>;
/** An input that has every fact of a state; what need not be given is undefined. */
export type Mirrors<F> = { readonly [K in keyof F]: unknown };
// biome-ignore lint/suspicious/noExplicitAny: what each fact is given as, its input says
type Converters<S> = { readonly [K in keyof Facts<S>]: Convert<any, Facts<S>[K]> };

export type OrganisationKind = Exclude<keyof SubjectStates, 'vacancy' | 'reorganisation'>;

const UNIT: Converters<UnitState> = {
  kind: required(asGiven),
  name: required(textOf),
  abbreviation: optional(asGiven),
  aliases: listOf(wordsOf),
  parent: optional(asGiven),
  ordinal: optional(wholeOf(1, 9999)),
  legalForm: optional(textOf),
  foundingAct: optional(({ title, date }, path, problems) => ({
    title: textOf(title, `${path}.title`, problems),
    date: dayOf(date, `${path}.date`, problems),
  })),
  mission: optional(passageOf),
  tasks: listOf(passageOf),
  statedSubUnits: optional(wholeOf(0, 9999)),
  website: optional(urlOf),
  location: optional(asGiven),
};

const POSITION: Converters<PositionState> = {
  title: required(textOf),
  function: required(asGiven),
  units: someOf,
  rank: optional(asGiven),
  managementTier: optional(wholeOf(-9, 0)),
};

const BODY: Converters<BodyState> = {
  kind: required(asGiven),
  name: required(textOf),
  aliases: listOf(wordsOf),
  unit: optional(asGiven),
  competence: optional(textOf),
  plural: required(asGiven),
};

const HOLDER: Converters<HolderState> = {
  position: required(asGiven),
  status: required(asGiven),
  languageRole: optional(asGiven),
  startsOn: optional(dayOf),
  endsOn: optional(dayOf),
};

const LINE: Converters<LineState> = {
  kind: required(asGiven),
  from: required(asGiven),
  to: required(asGiven),
  label: required(textOf),
  topics: listOf(textOf),
  matter: optional(textOf),
  condition: optional(({ operator, circumstances }, path, problems) => {
    if (operator === 'INCLUSIVE_OR') {
      problems.push(refuse(`${path}.operator`, 'NOT_OF_A_CONDITION', operator, 'must be ALL_OF or ANY_OF'));
    }
    if (circumstances.length === 0) {
      problems.push(missing(`${path}.circumstances`, 'REQUIRED', 'must have at least one value'));
    }
    return { operator, circumstances: listOf(textOf)(circumstances, `${path}.circumstances`, problems) };
  }),
  group: optional(({ key }) => ({ key, operator: 'INCLUSIVE_OR' })),
  onBehalfOf: listOf(wordsOf),
  via: optional(asGiven),
  inConsultationWith: listOf(wordsOf),
};

const BUDGET: Converters<BudgetState> = {
  kind: required(asGiven),
  unit: required(asGiven),
  position: optional(asGiven),
  amount: required(moneyOf),
  fiscalYear: optional(wholeOf(1800, 9999)),
};

const HEADCOUNT: Converters<HeadcountState> = {
  kind: required(asGiven),
  unitOfMeasure: required(asGiven),
  value: required(wordsOf),
  unit: optional(asGiven),
  position: optional(asGiven),
  referenceDate: optional(dayOf),
};

const FACTS: { readonly [K in OrganisationKind]: Converters<SubjectStates[K]> } = {
  unit: UNIT,
  position: POSITION,
  body: BODY,
  holder: HOLDER,
  line: LINE,
  budget: BUDGET,
  headcount: HEADCOUNT,
};

/** The state that an input says, entered in the graph by its institution. */
export function stated<K extends OrganisationKind>(
  kind: K,
  given: Mirrors<Facts<SubjectStates[K]>>,
  path: string,
  problems: Problem[],
): SubjectStates[K] {
  const facts = Object.entries<Convert<unknown, unknown>>(FACTS[kind]).map(([name, convert]) => [
    name,
    convert((given as Record<string, unknown>)[name], `${path}${name}`, problems),
  ]);
  return { ...Object.fromEntries(facts), notice: null, sources: { '': RECORDED } } as SubjectStates[K];
}

/** The facts that a patch gives: what it leaves out stays as it is, what it gives as null is taken away. */
export function patched<K extends OrganisationKind>(
  kind: K,
  given: object,
  path: string,
  problems: Problem[],
): Partial<Facts<SubjectStates[K]>> {
  const facts = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const convert = (FACTS[kind] as Record<string, Convert<unknown, unknown>>)[name]!;
      return [name, convert(value, `${path}${name}`, problems)] as const;
    })
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(facts) as Partial<Facts<SubjectStates[K]>>;
}
