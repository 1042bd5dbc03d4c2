import { inAnyLanguage, type Language, type LocalizedText, type RuleNote, type Source } from '@mandate-graph/domain';
import type { Evaluation, NodeEvaluation } from './evaluation.rules.ts';
import { type Words, wordsOf } from './explanation.words.rules.ts';
import type { Fact, Lack } from './finding.rules.ts';

/** A line of an explanation: one for the outcome, then one for each rule. */
export interface ExplainedLine {
  /** 0 for the outcome and the root of the tree; one more for each level below. */
  readonly depth: number;
  /** Of the rule; null for the line on the outcome. */
  readonly path: string | null;
  readonly text: string;
}

/** An evaluation in sentences: what is required, what was found, what lacks, and where the notice says so. */
export function explain({ outcome, judgedOn, root }: Evaluation, language: Language): readonly ExplainedLine[] {
  const words = wordsOf(language);
  const proposal = `${words.outcomes[outcome](root?.reservations ?? [])} ${words.judged(judgedOn)}`;
  return [
    { depth: 0, path: null, text: proposal },
    ...(root === null
      ? [{ depth: 0, path: null, text: words.noConditions }]
      : nodeLines(root, { words, language, depth: 0, parent: null })),
  ];
}

/** The lines as one text, each level indented by two blanks. */
export const explanationText = (lines: readonly ExplainedLine[]): string =>
  lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}`).join('\n');

interface Place {
  readonly words: Words;
  readonly language: Language;
  readonly depth: number;
  readonly parent: NodeEvaluation | null;
}

function nodeLines(node: NodeEvaluation, place: Place): ExplainedLine[] {
  const { words, depth } = place;
  const parts = [
    ...node.found.filter(({ code }) => ACCEPTED_BY[code] === undefined).map((fact) => factSentence(words, fact)),
    // What is lacking for an alternative that nobody needs would only worry its reader.
    ...(isSpare(node, place) ? [] : node.missing.map((lack) => lackSentence(words, lack))),
    ...linesOf(node, place),
    ...acceptedBy(node, place),
  ];
  return [
    { depth, path: node.path, text: [`${heading(node, place)}.`, ...parts].join(' ') },
    ...node.children.flatMap((child) => nodeLines(child, { ...place, depth: depth + 1, parent: node })),
  ];
}

function heading(node: NodeEvaluation, place: Place): string {
  const { words, language } = place;
  const { operator, value, reservations } = node;
  const label = textIn(node.label, language);
  const named = operator === 'CONDITION' ? label : `${label} (${words.operators[operator]})`;
  const outcome = words.values[value === 'SATISFIED' && reservations.length > 0 ? 'CONDITIONAL' : value];
  return `${named}${language === 'fr' ? ' : ' : ': '}${outcome}${isSpare(node, place) ? ` ${words.notNeeded}` : ''}`;
}

/** An alternative that is not met, beside one that is. */
const isSpare = ({ value }: NodeEvaluation, { parent }: Place): boolean =>
  parent?.operator === 'ANY_OF' && parent.value === 'SATISFIED' && value !== 'SATISFIED';

/** Lines of the notice, where they are not those that the group above has said already. */
function linesOf({ source }: NodeEvaluation, { words, parent }: Place): string[] {
  const copies = copiesOf(source);
  const said = JSON.stringify(copies) === JSON.stringify(copiesOf(parent?.source ?? null));
  return said ? [] : cited(copies, words);
}

/** The notes by which evidence is accepted that the rule itself would not, or not without more. */
const ACCEPTED_BY: Partial<Record<Fact['code'], RuleNote['kind']>> = {
  EQUATED: 'EQUIVALENCE',
  RESERVED: 'CONDITIONAL_PARTICIPATION',
};

/** What evidence is accepted by, each time with what the notice says of it, and on which lines. */
const acceptedBy = ({ notes, found }: NodeEvaluation, { words, language }: Place): string[] =>
  Object.entries(ACCEPTED_BY).flatMap(([code, kind]) => {
    const facts = found.filter((fact) => fact.code === code);
    const saying = facts.length === 0 ? [] : notes.filter((note) => note.kind === kind);
    return [
      ...facts.map((fact) => factSentence(words, fact)),
      ...saying.flatMap(({ label, source }) => [textIn(label, language), ...cited(copiesOf(source), words)]),
    ];
  });

const cited = (copies: Source['copies'], words: Words): string[] =>
  copies.length === 0 ? [] : [`[${words.lines(copies)}]`];

const copiesOf = (source: Source | null): Source['copies'] => source?.copies ?? [];

const textIn = (text: LocalizedText, language: Language): string => text[language] ?? inAnyLanguage(text);

/** The words know every code; which sentence goes with which item is beyond what the compiler can follow. */
const factSentence = ({ facts }: Words, fact: Fact): string => (facts[fact.code] as (item: Fact) => string)(fact);
const lackSentence = ({ lacks }: Words, lack: Lack): string => (lacks[lack.code] as (item: Lack) => string)(lack);
