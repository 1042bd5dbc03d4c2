import { LANGUAGES, type Language, type LocalizedText, ours } from '@mandate-graph/domain';
import type { Evaluation, NodeEvaluation } from './evaluation.rules.ts';
import { type ExplainedLine, explain, explanationText } from './explanation.rules.ts';
import { type Words, wordsOf } from './explanation.words.rules.ts';
import type { Lack } from './finding.rules.ts';
import type { Outcome, Truth } from './value.rules.ts';

/** What lacks, for programs and for people. */
export interface ToldLack {
  readonly code: Lack['code'];
  readonly text: LocalizedText;
}

/** A rule in a list, with what it comes to. */
export interface ToldRule {
  readonly depth: number;
  readonly key: string;
  readonly value: Truth;
  readonly conditional: boolean;
  readonly explanation: LocalizedText;
  readonly missing: readonly ToldLack[];
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

/** An evaluation as it is told: in every language, its tree as one list, parents before their children. */
export interface Proposal {
  readonly outcome: Outcome;
  readonly judgedOn: string;
  readonly sentence: LocalizedText;
  readonly text: LocalizedText;
  readonly rules: readonly ToldRule[];
}

export function proposalOf(evaluation: Evaluation): Proposal {
  const { outcome, judgedOn, root } = evaluation;
  const explained = new Map(LANGUAGES.map((language) => [language, explain(evaluation, language)]));
  const ofPath = (path: string | null) => inEach((language) => textOf(explained.get(language)!, path));
  return {
    outcome,
    judgedOn,
    sentence: ofPath(null),
    text: inEach((language) => explanationText(explained.get(language)!)),
    rules: root === null ? [] : listed(root, 0).map(({ node, depth }) => told(node, depth, ofPath(node.path))),
  };
}

/** Every code that something may lack by: there is a sentence for each. */
export const LACK_CODES = Object.keys(wordsOf('en').lacks) as Lack['code'][];

function told(node: NodeEvaluation, depth: number, explanation: LocalizedText): ToldRule {
  const { key, value, reservations, missing, source } = node;
  return {
    depth,
    key,
    value,
    conditional: value === 'SATISFIED' && reservations.length > 0,
    explanation,
    missing: missing.map((lack) => ({
      code: lack.code,
      text: inEach((language) => lackSentence(wordsOf(language), lack)),
    })),
    lines: (source?.copies ?? []).map(([first, last]) => ({ first, last })),
  };
}

const listed = (node: NodeEvaluation, depth: number): { node: NodeEvaluation; depth: number }[] => [
  { node, depth },
  ...node.children.flatMap((child) => listed(child, depth + 1)),
];

const textOf = (lines: readonly ExplainedLine[], path: string | null): string =>
  lines
    .filter((line) => line.path === path)
    .map(({ text }) => text)
    .join(' ');

const inEach = (say: (language: Language) => string): LocalizedText => ours(say('nl'), say('fr'), say('en'));

/** Which sentence goes with which code is beyond what the compiler can follow. */
const lackSentence = ({ lacks }: Words, lack: Lack): string => (lacks[lack.code] as (item: Lack) => string)(lack);
