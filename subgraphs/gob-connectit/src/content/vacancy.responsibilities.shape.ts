import {
  type LineRange,
  type LocalizedText,
  type Passage,
  passage,
  type Responsibility,
  stated,
} from '@mandate-graph/domain';
import { sourcesAt, sourcesOf, type Told, told, valuesOf } from './told.ts';

/** An explanation or an example activity, with where it is printed. */
export const text = (lines: number | LineRange, nl: string, fr: string, en: string): Told<Passage> =>
  told(stated(lines), passage(nl, fr, en));

/** A numbered responsibility: its title (which stays as printed), what it comes down to, and its example activities. */
export const responsibility = (
  key: string,
  title: { readonly line: number; readonly text: LocalizedText },
  description: Told<Passage>,
  activities: readonly Told<Passage>[],
): Told<Responsibility> =>
  told(
    stated(title.line),
    { key, title: title.text, description: description.value, activities: valuesOf(activities) },
    { ...sourcesAt('description', description), ...sourcesOf('activities', activities) },
  );
