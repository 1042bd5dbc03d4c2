import { expect, test } from '@jest/globals';
import { withChapter } from './demo/document.ts';
import { demoSelectionCommand } from './demo-selection.command.ts';

test('the demonstration is played, and written into a file where one is named', () => {
  expect(demoSelectionCommand([])).toEqual({ into: null });
  expect(demoSelectionCommand(['--into', 'docs/procedures.md'])).toEqual({ into: 'docs/procedures.md' });
});

test.each([[['--into']], [['--into', '']], [['--into', 'a', 'b']], [['all']], [['--out', 'a']]])(
  'nothing else is taken: %j',
  (words) => {
    expect(() => demoSelectionCommand(words)).toThrow(`--into <file>, but got: ${words.join(' ')}.`);
  },
);

test('a chapter is replaced, and nothing else of the text', () => {
  const text = '# A\n\n## B\n\nold\n\n## C\n\nold\n';
  expect(withChapter(text, 'B', ['', 'new', 'newer'])).toBe('# A\n\n## B\n\nnew\nnewer\n\n## C\n\nold\n');
  expect(withChapter(text, 'C', ['', 'new'])).toBe('# A\n\n## B\n\nold\n\n## C\n\nnew\n');
  for (const title of ['D', 'old']) expect(() => withChapter(text, title, [])).toThrow(`one chapter “${title}”`);
});
