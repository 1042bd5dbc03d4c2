import { COST } from '@mandate-graph/runtime';
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import { actorOf } from '../tokens/authenticate.ts';
import type { Balance, Budget } from './budget.ts';
import { callerOf } from './caller.ts';
import { overdrawn, retryAfter } from './overdraft.ts';

const balances = new WeakMap<Request, Balance>();

/** What the sender of a request had left when it was let in. */
export const balanceOf = (request: Request): Balance => balances.get(request)!;

/**
 * Takes the points that every request to a route costs, before anything of it is read: who has nothing left is sent
 * away. What was refused before this, such as a bad token, is paid by the address it came from.
 */
export function payAtTheDoor(
  budget: Budget,
  points: number = COST.requestPoints,
): [ErrorRequestHandler, RequestHandler] {
  const pay = async (request: Request, response: Response): Promise<boolean> => {
    const balance = await budget.spend(callerOf(actorOf(request), request.ip), points);
    balances.set(request, balance);
    if (balance.allowed) return true;
    const { message, extensions, cost } = overdrawn(points, balance);
    response
      .status(429)
      .set('retry-after', retryAfter(balance))
      .json({ errors: [{ message, extensions }], extensions: { cost } });
    return false;
  };
  return [
    async (error: unknown, request: Request, response: Response, next: NextFunction) => {
      if (await pay(request, response)) next(error);
    },
    async (request: Request, response: Response, next: NextFunction) => {
      if (await pay(request, response)) next();
    },
  ];
}
