import type { Entry } from '../../shared/entry.ts';
import { LogUnavailable, type Head } from './log.ts';
import type { Client } from './redis-connection.ts';

/** A space's stream: one message per append group, its id `<last seq>-0`. */
export const streamOf = (space: string): string => `belfry:{${space}}:log`;

export type Row = { id: string; message: Record<string, string> };

export async function newestRow(client: Client, space: string): Promise<Row | undefined> {
  const rows = await client.xRevRange(streamOf(space), '+', '-', { COUNT: 1 });
  return (rows as Row[])[0];
}

export function newestOf(space: string, row: Row | undefined): Head {
  if (!row) return { seq: 0, hash: '' };
  const newest = entriesOf(space, row, 0).at(-1);
  return newest ? { seq: newest.seq, hash: newest.hash } : { seq: 0, hash: '' };
}

export const lastOf = (row: Row): number => Number.parseInt(row.id);

/** The entries of a group that come after number `after`. */
export function entriesOf(space: string, row: Row, after: number): Entry[] {
  try {
    const entries = JSON.parse(row.message['group']!) as Entry[];
    return entries.filter((entry) => entry.seq > after);
  } catch {
    throw new LogUnavailable(
      `the entries of ${space} up to ${lastOf(row)} cannot be read: damaged`,
    );
  }
}

export const follows = (last: number, entries: readonly Entry[]): boolean =>
  entries.every((entry, i) => entry.seq === last + 1 + i);
