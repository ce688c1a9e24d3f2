import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/**
 * Guessing passwords is slow: five wrong tries per name and address, a hundred per address, then a
 * quarter of an hour of waiting. With Redis the count is shared by all processes; when Redis does
 * not answer, each process counts for itself.
 */
export interface SignInLimit {
  /** Seconds to wait before another try, 0 when it may be made now. */
  before(address: string, user?: string): Promise<number>;
  failed(address: string, user?: string): Promise<void>;
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
  const nameKey = (address: string, user: string) => `${address}|${user.toLowerCase()}`;

  const secondsLeft = async (limiter: RateLimiterAbstract, key: string, points: number) => {
    const state = await limiter.get(key);
    return state && state.consumedPoints >= points ? Math.ceil(state.msBeforeNext / 1_000) : 0;
  };
  const count = async (limiter: RateLimiterAbstract, key: string) => {
    // Over the limit it rejects: the count stands all the same.
    await limiter.consume(key).catch(() => undefined);
  };

  return {
    async before(address, user) {
      const byAddress = await secondsLeft(perAddress, address, 100);
      const byName = user === undefined ? 0 : await secondsLeft(perName, nameKey(address, user), 5);
      return Math.max(byAddress, byName);
    },
    async failed(address, user) {
      await count(perAddress, address);
      if (user !== undefined) await count(perName, nameKey(address, user));
    },
    async succeeded(address, user) {
      if (user !== undefined) await perName.delete(nameKey(address, user));
    },
  };
}
