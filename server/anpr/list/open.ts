import { openRedisLists } from './redis.ts';
import { openSqliteLists } from './sqlite.ts';
import type { ListStore } from './store.ts';

export interface ListStoreOptions {
  dataDir: string;
  /** Selects Redis; without it the lists are a file in `dataDir`. */
  redisUrl?: string | undefined;
}

export const openListStore = async ({ dataDir, redisUrl }: ListStoreOptions): Promise<ListStore> =>
  redisUrl ? openRedisLists(redisUrl) : openSqliteLists(dataDir);
