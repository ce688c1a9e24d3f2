import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { userKey } from './account.ts';

/**
 * Guessing passwords is slow: five wrong tries per name and address, a hundred per address, then a
 * quarter of an hour of waiting. A try is counted before the password is looked at, so that many at
 * once are no way around. With Redis the count is shared by all processes; when Redis does not
 * answer, each process counts for itself.
 */
export interface SignInLimit {
  /** Counts a try. Seconds to wait before another one, 0 when this one may be made. */
  attempt(address: string, user?: string): Promise<number>;
  /** It was no guess: gives the try back. */
  succeeded(address: string, user?: string): Promise<void>;
}

const QUARTER = 15 * 60;

export function openSignInLimit(redis?: unknown): SignInLimit {
  const make = (keyPrefix: string, points: number): RateLimiterAbstract => {
    const memory = new RateLimiterMemory({ keyPrefix, points, duration: QUARTER });
    if (!redis) return memory;
    return new RateLimiterRedis({
      storeClient: redis,
      useRedisPackage: true,
      keyPrefix: `belfry:${keyPrefix}`,
      points,
      duration: QUARTER,
      insuranceLimiter: memory,
    });
  };
  const perName = make('sign-in-name', 5);
  const perAddress = make('sign-in-address', 100);
  const nameKey = (address: string, user: string) => `${address}|${userKey(user)}`;

  const take = (limiter: RateLimiterAbstract, key: string): Promise<number> =>
    limiter.consume(key).then(
      () => 0,
      (refused: RateLimiterRes | Error) => {
        if (refused instanceof Error) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      },
    );

  return {
    async attempt(address, user) {
      const byName = user === undefined ? 0 : await take(perName, nameKey(address, user));
      // Whoever must wait anyway does not use up what the others of their address have left.
      return byName > 0 ? byName : take(perAddress, address);
    },
    async succeeded(address, user) {
      await perAddress.reward(address);
      if (user !== undefined) await perName.delete(nameKey(address, user));
    },
  };
}
