export interface ReadmeQuery {
  readonly title: string;
  readonly query: string;
  readonly answer: { readonly text: string; readonly first: number; readonly last: number } | null;
}
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly ms: number;
  readonly statements: number;
}
export function readmeQueries(markdown: string): ReadmeQuery[];
export function withAnswers(markdown: string, answers: readonly (string | undefined)[]): string;
export function printAnswer(value: unknown, indent?: string): string;
export function requestsOf(header: string): SubgraphRequest[];
