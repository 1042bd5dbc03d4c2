/** The embedded server cannot do what was asked; the message is a sentence for whoever started the program. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
}

/** The code of a failed system or PostgreSQL call (`EACCES`, `28P01`), or an empty string. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code ?? '');
}

/** What went wrong, as one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || codeOf(error) : String(error);
}
