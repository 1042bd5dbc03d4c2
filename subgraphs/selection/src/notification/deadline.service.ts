import { isOver, latest } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { answerWindow, finalFrom } from '../window/window.rights.rules.ts';
import { isOpen, type Window } from '../window/window.rules.ts';
import type { NotificationLoaders } from './notification.loaders.ts';
import type { NotificationRow } from './notification.repository.ts';
import type { Deadline, Notification } from './notification.type.ts';
import { contestAfter, lastOfEach, standing, windowsAfter } from './notification.windows.rules.ts';

/** Those who have ended in a procedure by what was decided against them, and has to be sent. */
const ENDED_AGAINST: readonly string[] = ['EXCLUDED', 'UNSUITABLE', 'NOT_APPOINTED'];
/** Those who have ended in another way: of them there may be nothing to be sent. */
const ENDED_OTHERWISE: readonly string[] = ['WITHDRAWN', 'APPOINTED', 'DECLINED', 'DISCONTINUED'];

/** What was sent to candidates, what can be done about it until when, and since when something is final. */
export class DeadlineService {
  constructor(
    private readonly loaders: NotificationLoaders,
    private readonly now: Temporal.Instant,
  ) {}

  /** Of the candidate and the institution; nobody else has a part in it. */
  async notificationsOf({ id, viewer }: CandidacyView): Promise<Notification[]> {
    if (!concerns(viewer)) return [];
    return (await this.loaders.ofCandidacy.load(id)).map(({ sentAt, runsFrom: _runs, lifted: _, ...row }) => ({
      ...row,
      sentAt: sentAt.toISOString(),
    }));
  }

  async deadlinesOf(candidacy: CandidacyView): Promise<Deadline[]> {
    if (!concerns(candidacy.viewer)) return [];
    return (await this.#windowsOf(candidacy)).map((window) => this.#deadline(window));
  }

  /**
   * Only when nothing can be done about it any more: it has ended, its candidate was told, no window is open, and what
   * was contested or appealed has come to an end. How an appeal ended does not matter: people act on it.
   */
  async isFinal(candidacy: CandidacyView): Promise<boolean> {
    const otherwise = ENDED_OTHERWISE.includes(candidacy.status);
    if (!otherwise && !ENDED_AGAINST.includes(candidacy.status)) return false;
    const [windows, pending] = await Promise.all([this.#windowsOf(candidacy), this.loaders.pending.load(candidacy.id)]);
    if (pending) return false;
    const from = finalFrom(windows);
    return from === null ? otherwise : isOver(from, this.now);
  }

  /** The instant from which a procedure is final; null: it has not ended, somebody was not told yet, or something is pending. */
  async finalFrom(procedureId: string): Promise<string | null> {
    const started = await this.loaders.startedBy.load(procedureId);
    if (started === null || started.endedAt === null) return null;
    const { sent, waiting, pending, settledAt } = await this.loaders.sentIn.load(procedureId);
    if (waiting > 0 || pending) return null;
    const rules = rulesOf(started);
    const windows = sent.flatMap(({ runsFrom, ...facts }) =>
      windowsAfter(rules, { ...facts, runsFrom: Temporal.Instant.from(runsFrom) }),
    );
    const over = finalFrom(windows) ?? instantOf(started.endedAt);
    return latest(over, settledAt === null ? over : instantOf(settledAt)).toString();
  }

  async #windowsOf({ id, procedureId, status }: CandidacyView): Promise<Window[]> {
    const [started, sent, byRule, chosenAt] = await Promise.all([
      this.loaders.startedBy.load(procedureId),
      this.loaders.ofCandidacy.load(id),
      this.loaders.byRule.load(id),
      status === 'SELECTED' ? this.loaders.chosenAt.load(id) : null,
    ]);
    const rules = rulesOf(started!);
    return lastOfEach([
      ...standing(sent).flatMap((row) => windowsAfter(rules, factsOf(row))),
      ...byRule.map((at) => contestAfter(rules, instantOf(at))),
      ...(chosenAt === null ? [] : [answerWindow(rules, instantOf(chosenAt))]),
    ]);
  }

  #deadline = (window: Window): Deadline => {
    const { code, startsOn, lastDay, rule, arithmetic, ground } = window;
    return { code, startsOn, lastDay, open: isOpen(window, this.now), rule, arithmetic, ...ground };
  };
}

const concerns = (viewer: CandidacyView['viewer']): boolean => viewer === 'CANDIDATE' || viewer === 'RECRUITER';

const factsOf = ({ runsFrom, ...facts }: NotificationRow) => ({ ...facts, runsFrom: instantOf(runsFrom) });
