export const PROPOSAL = `{ outcome judgedOn sentence { nl fr en original }
  rules { depth key value conditional explanation { nl fr en } missing { code text { en } } lines { first last } } }`;
/** Everything that a dry run answers. */
export const QUERY = `query ($id: ID!, $profile: EligibilityProfileInput!) { vacancy(id: $id) { id eligibility(profile: $profile) {
  participation ${PROPOSAL} appointment ${PROPOSAL}
} } }`;

export interface Rule {
  readonly depth: number;
  readonly key: string;
  readonly value: string;
  readonly conditional: boolean;
  readonly explanation: { readonly nl: string; readonly fr: string; readonly en: string };
  readonly missing: readonly { readonly code: string }[];
  readonly lines: readonly object[];
}

export const valuesOf = (rules: readonly Rule[]) => Object.fromEntries(rules.map(({ key, value }) => [key, value]));
export const rule = (rules: readonly Rule[], key: string) => rules.find((one) => one.key === key)!;
