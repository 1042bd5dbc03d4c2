import { expect, test } from '@jest/globals';
import { CANDIDACY_TRANSITIONS } from '../candidacy/candidacy.state.rules.ts';
import { PROCEDURE_TRANSITIONS } from './procedure.state.rules.ts';
import { candidacyDiagram, procedureDiagram } from './state.diagram.rules.ts';

/** What Mermaid reads: the name of the diagram, then an arrow in each line. */
const ARROW = /^ {4}(\[\*\]|[A-Z_]+) --> (\[\*\]|[A-Z_]+)(?:: ([A-Za-z_ <>/]+))?$/;
const arrowsOf = (text: string) => {
  const [first, ...lines] = text.split('\n');
  expect(first).toBe('stateDiagram-v2');
  return lines.map((line) => {
    const [, from, to, label] = ARROW.exec(line) ?? [];
    expect({ line, from, to }).toEqual({ line, from: expect.any(String), to: expect.any(String) });
    return { from: from!, to: to!, label: label ?? null };
  });
};

test('the diagram of a procedure has an arrow for each legal step, its beginning, and its ends', () => {
  const arrows = arrowsOf(procedureDiagram());
  const steps = arrows.filter(({ label }) => label !== null);
  expect(steps.map(({ from, to, label }) => `${label!.split(' ')[0]} ${from} ${to}`)).toEqual(
    PROCEDURE_TRANSITIONS.map(({ act, from, to }) => `${act} ${from} ${to}`),
  );
  expect(arrows.filter(({ label }) => label === null)).toEqual([
    { from: '[*]', to: 'NOT_STARTED', label: null },
    { from: 'COMPLETED', to: '[*]', label: null },
    { from: 'CANCELLED', to: '[*]', label: null },
  ]);
  expect(procedureDiagram()).toContain('DECIDED --> COMPLETED: COMPLETE by CANDIDATE<br/>APPOINTED\n');
});

test('the diagram of a candidacy has an arrow for each legal step, and its ends', () => {
  const arrows = arrowsOf(candidacyDiagram());
  const steps = arrows.filter(({ label }) => label !== null);
  expect(steps.map(({ from, to, label }) => `${label!.split(' ')[0]} ${from} ${to}`)).toEqual(
    CANDIDACY_TRANSITIONS.map(({ act, from, to }) => `${act} ${from ?? '[*]'} ${to}`),
  );
  expect(
    arrows
      .filter(({ label }) => label === null)
      .map(({ from, to }) => `${from} ${to}`)
      .toSorted(),
  ).toEqual(
    ['WITHDRAWN', 'APPOINTED', 'DECLINED', 'NOT_APPOINTED', 'DISCONTINUED'].map((end) => `${end} [*]`).toSorted(),
  );
  expect(candidacyDiagram()).toContain('[*] --> IN_PROGRESS: ENTER by RULE<br/>while RUNNING\n');
  expect(candidacyDiagram()).toContain(
    'IN_PROGRESS --> IN_PROGRESS: EXEMPT by RULE<br/>while RUNNING<br/>in COMPUTER_ASSESSMENT\n',
  );
});

test('a diagram draws what it is given', () => {
  expect(
    procedureDiagram([{ act: 'END', from: 'RUNNING', to: 'CANCELLED', by: 'RULE', endings: null }]).split('\n'),
  ).toEqual([
    'stateDiagram-v2',
    '    [*] --> NOT_STARTED',
    '    RUNNING --> CANCELLED: END by RULE',
    '    CANCELLED --> [*]',
  ]);
});
