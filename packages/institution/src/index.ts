export * from './content/content.ts';
export { type InstitutionProfile, readEntry } from './institution.profile.ts';
export type { InstitutionRules } from './institution.rules.ts';
export { institutionSubgraph } from './institution.subgraph.ts';
export { type Recording, SubjectService } from './subject/subject.service.ts';
export { inEveryLanguage, openForDays, type Publication } from './vacancy/publication.rules.ts';
