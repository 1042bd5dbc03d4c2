import type { Problem } from '@mandate-graph/domain';
import type { Balance } from './budget.ts';

/** What an answer says of its cost, as `extensions.cost`. */
export type ReportedCost = { readonly points: number } & Omit<Balance, 'allowed'>;

export const costOf = (points: number, { allowed: _, ...balance }: Balance): ReportedCost => ({ points, ...balance });

/** Seconds until there is a budget again. */
export const retryAfter = ({ resetAt }: Pick<Balance, 'resetAt'>): string =>
  String(Math.max(1, Math.ceil((Date.parse(resetAt) - Date.now()) / 1_000)));

/** What is said of a request that cannot be paid for, whether it is refused at the door or later. */
export function overdrawn(points: number, balance: Balance) {
  const seconds = retryAfter(balance);
  const rule = `budget must be at most ${balance.limit} points in a window, but is used up: ask again in ${seconds} seconds.`;
  const problems: Problem[] = [{ path: 'budget', code: 'LIMIT_EXCEEDED', value: String(points), rule }];
  return {
    message: `The request goes beyond what is allowed: ${rule}`,
    extensions: { code: 'LIMIT_EXCEEDED', problems },
    cost: costOf(points, balance),
  };
}
