import type { Resource } from '@mandate-graph/runtime';
import { documentView } from '../document/document.type.ts';
import { profileLists } from '../profile/profile.lists.rules.ts';
import type { JudgedFile } from './file.loaders.ts';
import { profileIn } from './file.rules.ts';
import type { ApplicationFile } from './file.type.ts';

/** A file as it is shown, to whom the application is. */
export const fileView = ({ content, frozenAt }: JudgedFile, whose: Resource): ApplicationFile => ({
  frozenAt: frozenAt?.toString() ?? null,
  ...profileLists(profileIn(content)),
  specificSections: content.sections,
  documents: content.documents.map((document) => documentView(document, whose)),
});
