import { type Problem, parseId, subjectIdOf } from '@mandate-graph/domain';
import { institutionsProblems } from '../institution/institution.rules.ts';
import { searchProblems, wordsAskedFor } from '../search/search.input.rules.ts';
import { idProblems, listedProblems } from '../subject/subject.rules.ts';
import type { VacancyFilter } from './vacancy.input.ts';

export const VACANCY_ORDERS = ['CLOSING_DATE', 'CLOSING_DATE_DESC', 'TITLE', 'PAY_DESC', 'RELEVANCE'] as const;
export type VacancyOrderName = (typeof VACANCY_ORDERS)[number];

/** A filter that makes sense, as the statements take it: absent conditions are null. */
export interface VacancyCriteria {
  readonly words: readonly string[] | null;
  readonly institution: readonly string[] | null;
  readonly unit: string | null;
  readonly subtree: { readonly of: string; readonly day: string } | null;
  readonly status: readonly string[] | null;
  readonly languageRole: readonly string[] | null;
  readonly rank: readonly string[] | null;
  readonly functionLevel: readonly string[] | null;
  readonly contractType: readonly string[] | null;
  readonly closingFrom: string | null;
  readonly closingTo: string | null;
  readonly payFrom: string | null;
  readonly payTo: string | null;
}

export function criteriaOf(filter: VacancyFilter, today: string): VacancyCriteria {
  const { subtreeOf } = filter;
  return {
    words: wordsAskedFor(filter.text),
    institution: filter.institution ?? null,
    unit: filter.unit == null ? null : subjectIdOf(filter.unit),
    subtree: subtreeOf == null ? null : { of: subjectIdOf(subtreeOf), day: parseId(subtreeOf)?.asOf ?? today },
    status: filter.status ?? null,
    languageRole: filter.languageRole ?? null,
    rank: filter.rank ?? null,
    functionLevel: filter.functionLevel ?? null,
    contractType: filter.contractType ?? null,
    closingFrom: filter.closingFrom ?? null,
    closingTo: filter.closingTo ?? null,
    payFrom: filter.payFrom ?? null,
    payTo: filter.payTo ?? null,
  };
}

/** Everything that is wrong with a filter and an order. */
export function filterProblems(
  filter: VacancyFilter,
  orderBy: VacancyOrderName,
  institutions: readonly string[],
): Problem[] {
  const problems = [
    ...searchProblems('filter.text', filter.text),
    ...institutionsProblems('filter.institution', filter.institution, institutions),
    ...(['unit', 'subtreeOf'] as const).flatMap((name) => unitProblems(`filter.${name}`, filter[name])),
    ...codesProblems('filter.rank', filter.rank),
    ...codesProblems('filter.functionLevel', filter.functionLevel),
    ...rangeProblems('closing', filter.closingFrom, filter.closingTo, (from, to) => from <= to),
    ...rangeProblems('pay', filter.payFrom, filter.payTo, (from, to) => millionths(from) <= millionths(to)),
  ];
  if (orderBy === 'RELEVANCE' && wordsAskedFor(filter.text) === null) {
    const rule = 'orderBy must not be RELEVANCE without filter.text, but got: RELEVANCE.';
    problems.push({ path: 'orderBy', code: 'TEXT_REQUIRED', value: 'RELEVANCE', rule });
  }
  return problems;
}

const unitProblems = (path: string, id: string | null | undefined): Problem[] =>
  id == null ? [] : [...idProblems(path, 'unit', id), ...listedProblems(path, id)];

/** Codes are short and printed in a notice; anything else is a slip, or what the database cannot hold. */
export function codeProblems(path: string, code: string, longest: number): Problem[] {
  if (code.trim() !== '' && code.length <= longest && !/\p{Cc}/u.test(code)) return [];
  const value = code.slice(0, longest);
  const rule = `${path} must have 1 to ${longest} characters, without line breaks and the like, but got: ${value}.`;
  return [{ path, code: 'INVALID_VALUE', value, rule }];
}

const codesProblems = (path: string, codes: readonly string[] | null | undefined): Problem[] =>
  (codes ?? []).flatMap((code, index) => codeProblems(`${path}[${index}]`, code, 50));

function rangeProblems(
  name: 'closing' | 'pay',
  from: string | null | undefined,
  to: string | null | undefined,
  ordered: (from: string, to: string) => boolean,
): Problem[] {
  if (from == null || to == null || ordered(from, to)) return [];
  const rule = `filter.${name}From must not come after filter.${name}To, but got: ${from} and ${to}.`;
  return [{ path: `filter.${name}From`, code: 'INVALID_RANGE', value: from, rule }];
}

/** Exact, for numbers of up to six decimals: what the scalar Decimal allows. */
function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return decimal.startsWith('-') ? -value : value;
}
