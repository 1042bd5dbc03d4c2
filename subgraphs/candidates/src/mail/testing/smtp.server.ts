import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail as it came over the wire. */
interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** By their names in lower case, folded lines and encoded words undone. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly raw: string;
}

type Verb = 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT';

/** As much of a mail server as a client needs: it keeps what it is handed, or refuses it. */
export class SmtpServer {
  readonly received: ReceivedMail[] = [];
  /** What it answers, instead of taking what comes with these. */
  readonly refusals = new Map<Verb, string>();
  readonly refusedAddresses = new Set<string>();
  /** The lines of clients, the contents of mails left out. */
  readonly said: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => void this.#serve(socket));

  async listen(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves at the next mail it takes. */
  next(): Promise<unknown> {
    return once(this.#server, 'mail');
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket)));
    const reply = (verb: Verb | null, otherwise: string): void =>
      void socket.write(`${(verb === null ? undefined : this.refusals.get(verb)) ?? otherwise}\r\n`);
    let mail = { from: '', to: [] as string[] };
    let content: string[] | null = null;
    reply(null, '220 test');
    for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (content !== null) {
        if (line !== '.') content.push(line.replace(/^\./, ''));
        else {
          if (!this.refusals.has('CONTENT')) this.#take(mail, content.join('\r\n'));
          content = null;
          reply('CONTENT', '250 taken');
        }
        continue;
      }
      this.said.push(line);
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      if (/^EHLO/i.test(line)) reply(null, '250 test');
      else if (/^MAIL/i.test(line)) {
        mail = { from: address, to: [] };
        reply('MAIL', '250 ok');
      } else if (/^RCPT/i.test(line)) {
        mail.to.push(address);
        reply('RCPT', this.refusedAddresses.has(address) ? '550 no' : '250 ok');
      } else if (/^DATA/i.test(line)) {
        if (!this.refusals.has('DATA')) content = [];
        reply('DATA', '354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else reply(null, '502 what?');
    }
  }

  #take(mail: { from: string; to: string[] }, raw: string): void {
    const [head, body] = [raw.slice(0, raw.indexOf('\r\n\r\n')), raw.slice(raw.indexOf('\r\n\r\n') + 4)];
    const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 2))]),
    );
    this.received.push({ ...mail, headers, text: decoded(headers.get('content-transfer-encoding'), body), raw });
    this.#server.emit('mail');
  }
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

/** Encoded words, joined where only a fold parts them. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
    );

const decoded = (encoding: string | undefined, body: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body;
};
