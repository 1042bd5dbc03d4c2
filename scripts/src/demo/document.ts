/** A Markdown text whose chapter under a heading of the second level is made of these lines, and as it was otherwise. */
export function withChapter(text: string, title: string, lines: readonly string[]): string {
  const [before, after, ...more] = text.split(`\n## ${title}\n`);
  if (after === undefined || more.length > 0) throw new Error(`The text must have one chapter “${title}”.`);
  const next = after.indexOf('\n## ');
  const rest = next < 0 ? '' : `\n${after.slice(next)}`;
  return `${before}\n## ${title}\n${lines.join('\n')}\n${rest.slice(1)}`;
}
