import { CANDIDACY_TRANSITIONS, type CandidacyTransition } from '../candidacy/candidacy.state.rules.ts';
import { PROCEDURE_TRANSITIONS, type ProcedureTransition, RUNNING_STATUSES } from './procedure.state.rules.ts';

interface Arrow {
  /** Null: it begins here. */
  readonly from: string | null;
  readonly to: string;
  readonly label: readonly string[];
}

const or = (words: readonly string[]): string => words.join(' or ');

/** The states of a procedure, as a Mermaid diagram: each arrow with the act, who does it, and how it can end. */
export const procedureDiagram = (transitions: readonly ProcedureTransition[] = PROCEDURE_TRANSITIONS): string =>
  diagram(
    [{ from: null, to: RUNNING_STATUSES[0], label: [] }, ...transitions.map(procedureArrow)],
    transitions.map(({ from, to }) => [from, to]),
  );

/** The states of a candidacy: each arrow with the act, who does it, where the procedure has to be, and in which steps. */
export const candidacyDiagram = (transitions: readonly CandidacyTransition[] = CANDIDACY_TRANSITIONS): string =>
  diagram(
    transitions.map(candidacyArrow),
    transitions.map(({ from, to }) => [from, to]),
  );

const procedureArrow = ({ act, from, to, by, endings }: ProcedureTransition): Arrow => ({
  ...{ from, to },
  label: [`${act} by ${by}`, ...(endings === null ? [] : [or(endings)])],
});

const candidacyArrow = ({ act, from, to, by, when, steps }: CandidacyTransition): Arrow => ({
  ...{ from, to },
  label: [`${act} by ${or(by)}`, `while ${or(when)}`, ...(steps === null ? [] : [`in ${or(steps)}`])],
});

/** What no arrow leaves, not even to itself, is an end. */
function diagram(arrows: readonly Arrow[], moves: readonly (readonly [string | null, string])[]): string {
  const left = new Set(moves.map(([from]) => from));
  const ends = [...new Set(moves.map(([, to]) => to))].filter((status) => !left.has(status));
  return [
    'stateDiagram-v2',
    ...arrows.map(({ from, to, label }) => arrow(from ?? '[*]', to, label)),
    ...ends.map((status) => arrow(status, '[*]', [])),
  ].join('\n');
}

const arrow = (from: string, to: string, label: readonly string[]): string =>
  `    ${from} --> ${to}${label.length === 0 ? '' : `: ${label.join('<br/>')}`}`;
