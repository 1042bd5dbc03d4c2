export const REFUSED: readonly { readonly name: string; readonly query: string }[];
