import { variableName } from '@mandate-graph/runtime';

/** Something the person who starts a program can mend; its message is a sentence, and all they need to see. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Codes of a database that cannot be reached, or does not let us in. */
const DATABASE =
  /^(ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+|08\w{3}|28\w{3}|3D000|42501|53\d{3}|57P\d\d)$/;

/** A failure to open a subgraph, said in terms of what can be set; the password in the address is not shown. */
export function openingFailure(subgraph: string, error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: string };
  if (typeof code !== 'string' || !DATABASE.test(code)) return error;
  return new Refusal(
    `The database of ${subgraph} cannot be used (${message || code}): check that its server is up, and that DATABASE_URL or DATABASE_URL_${variableName(subgraph)} is right.`,
  );
}

/** What is wrong, for whoever started the program. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as { code?: unknown }).code ?? error.name);
}
