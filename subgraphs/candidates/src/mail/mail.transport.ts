import { createTransport } from 'nodemailer';
import type { MailCopy } from './mail.rules.ts';

/** Hands a copy to a mail server, or rejects. */
export type SendCopy = (address: string, copy: MailCopy, signal: AbortSignal) => Promise<void>;

const SHORT_MS = 10_000;
/** Shorter than the first pause between two attempts. */
const WHOLE_MS = 60_000;

/** The server of a URL (smtp: or smtps:). A password is told to it through TLS only. */
export function mailServer(url: string, from: string): SendCopy {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    ...(port !== '' && { port: Number(port) }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    secure,
    requireTLS: !secure && username !== '',
    connectionTimeout: SHORT_MS,
    greetingTimeout: SHORT_MS,
    socketTimeout: SHORT_MS,
    dnsTimeout: SHORT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (address, copy, signal) => {
    await transport.sendMail({
      ...copy,
      from,
      to: { name: '', address },
      // So that no program answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]),
    });
  };
}

/** What a log may know of a failure: texts of mail servers repeat addresses. */
export function failureOf(error: unknown): { readonly code: string; readonly reply: number | null } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return {
    code: typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'UNKNOWN',
    reply: typeof responseCode === 'number' ? responseCode : null,
  };
}

/** Whether the server failed, and not only what it was handed: then it fails for the next message as well. */
export const isOfServer = (code: string): boolean =>
  /^E(ABORT|AUTH|CONNECTION|DNS|NOAUTH|PROTOCOL|SOCKET|TIMEDOUT|TLS)$/.test(code);
