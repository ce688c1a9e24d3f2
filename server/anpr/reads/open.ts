import type { ReadStore } from '../store.ts';
import { openRedisReads } from './redis.ts';
import { openSqliteReads, type ReadsOptions } from './sqlite.ts';

export const openReads = async (options: ReadsOptions): Promise<ReadStore> =>
  options.redisUrl
    ? openRedisReads({ ...options, redisUrl: options.redisUrl })
    : openSqliteReads(options);
