import type { Clock } from '@mandate-graph/domain';
import { type Logger, Repeating } from '@mandate-graph/persistence';
import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { AccountRepository } from '../account/account.repository.ts';
import { MailRepository, type WaitingMessage } from './mail.repository.ts';
import { copyOf, isPlainAddress, MOST_ATTEMPTS } from './mail.rules.ts';
import { failureOf, isOfServer, type SendCopy } from './mail.transport.ts';

const EVERY_MS = 15_000;
const MOST_PER_RUN = 100;

interface MailJobOptions {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly send: SendCopy;
  /** The address they are from. */
  readonly from: string;
  readonly clock: Clock;
  readonly log: Logger;
}

type Ending = 'OFF' | 'SENT' | 'FAILED' | 'WAITING';

/** Mails copies of messages to their candidates. It may run in several processes at once, and holds up nobody. */
export class MailJob {
  readonly #options: MailJobOptions;
  readonly #copies: MailRepository;
  readonly #accounts: AccountRepository;
  /** What is being sent when they stop is broken off, and sent again after its pause under the same id. */
  readonly rounds: Repeating;

  constructor(options: MailJobOptions) {
    this.#options = options;
    this.#copies = new MailRepository(options.source.manager);
    this.#accounts = new AccountRepository(options.source.manager, options.sealing);
    const { clock, log } = options;
    this.rounds = new Repeating({
      ...{ everyMs: EVERY_MS, log, failed: 'copies of messages could not be looked up; it is tried again' },
      run: (signal) => this.run(clock.now(), signal),
    });
  }

  /** Gives the number of copies that the server took. */
  async run(now: Temporal.Instant, signal: AbortSignal): Promise<number> {
    await this.#copies.giveUp(now);
    let sent = 0;
    for (let taken = 0; taken < MOST_PER_RUN && !signal.aborted; taken += 1) {
      const message = await this.#copies.claim(now);
      if (message === null) return sent;
      const { ending, goOn } = await this.#send(message, signal);
      if (ending !== 'WAITING') await this.#copies.end(message.id, ending);
      if (ending === 'SENT') sent += 1;
      if (!goOn) return sent;
    }
    return sent;
  }

  async #send(
    { id, candidateId, dueAt, attempts, ...told }: WaitingMessage,
    signal: AbortSignal,
  ): Promise<{ ending: Ending; goOn: boolean }> {
    const { send, from, log } = this.#options;
    try {
      const [account] = await this.#accounts.byIds([candidateId]);
      const to = account?.data ?? null;
      if (to === null || !isPlainAddress(to.email)) return { ending: 'OFF', goOn: true };
      const copy = copyOf(id, { ...told, dueAt: dueAt?.toISOString() ?? null }, to.preferredLanguage, from);
      await send(to.email, copy, signal);
      return { ending: 'SENT', goOn: true };
    } catch (error) {
      const failure = failureOf(error);
      log.warn({ message: id, attempts, ...failure }, 'a copy of a message could not be mailed');
      return { ending: attempts < MOST_ATTEMPTS ? 'WAITING' : 'FAILED', goOn: !isOfServer(failure.code) };
    }
  }
}
