import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

const ACTIONS = ['UPLOAD', 'DOWNLOAD'] as const;
/** What a link is good for. */
export type LinkAction = (typeof ACTIONS)[number];

/** What a link says: nothing of a person, nor of a document. */
export interface Ticket {
  readonly link: string;
  readonly action: LinkAction;
  /** In whole seconds of the system’s time. */
  readonly expiresAt: Temporal.Instant;
}

const KEY_BYTES = 32;
/** The action, the link, seconds since 1970. */
const SAID_BYTES = 1 + 16 + 4;
const SIGNED_BYTES = SAID_BYTES + 32;

/** Signs the tickets of links to documents (HMAC-SHA256). Who holds one may use the link, once and until it expires. */
export class Tickets {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'mandate-graph document links', KEY_BYTES));
  }

  /** Where what the ticket says can be done, at this graph. */
  path(ticket: Ticket): string {
    return `/documents/${this.sign(ticket)}`;
  }

  sign({ link, action, expiresAt }: Ticket): string {
    const said = Buffer.alloc(SAID_BYTES);
    said[0] = ACTIONS.indexOf(action);
    said.write(link.replaceAll('-', ''), 1, 'hex');
    said.writeUInt32BE(expiresAt.epochMilliseconds / 1000, 17);
    return Buffer.concat([said, this.#signature(said)]).toString('base64url');
  }

  /** Null for anything that was not signed here. */
  read(text: string): Ticket | null {
    const bytes = Buffer.from(text, 'base64url');
    // A text that is not the one way of writing these bytes is another text.
    if (bytes.length !== SIGNED_BYTES || bytes.toString('base64url') !== text) return null;
    const said = bytes.subarray(0, SAID_BYTES);
    if (!timingSafeEqual(bytes.subarray(SAID_BYTES), this.#signature(said))) return null;
    return {
      link: said.toString('hex', 1, 17).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      action: ACTIONS[said[0]!]!,
      expiresAt: Temporal.Instant.fromEpochMilliseconds(said.readUInt32BE(17) * 1000),
    };
  }

  #signature(said: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(said).digest();
  }
}
