import type { Log } from './log.ts';
import { openRedisLog } from './redis.ts';
import { openSqliteLog } from './sqlite.ts';

export interface LogOptions {
  /** Selects Redis; without it the log is a file in `dataDir`. */
  redisUrl?: string | undefined;
  dataDir: string;
  /** Told, in one line, what an administrator should know: settings that endanger the log, outages. */
  warn?: (message: string) => void;
}

export function openLog({ redisUrl, dataDir, warn = () => {} }: LogOptions): Promise<Log> {
  return redisUrl ? openRedisLog({ url: redisUrl, warn }) : openSqliteLog({ dataDir });
}
