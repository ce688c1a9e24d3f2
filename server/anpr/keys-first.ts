import type { Entry } from '../../shared/entry.ts';
import type { Log, Tail } from '../log/log.ts';
import type { Vault } from './vault.ts';

/**
 * A log whose entries are handed on only when the keys of what is sealed in them are at hand: opening
 * something at a door must not wait. Of use where several processes share a log; order is kept.
 */
export function keysFirst(log: Log, vault: Vault): Log {
  const ready = (entries: readonly Entry[]): Promise<void> | undefined => {
    const sealed = entries.flatMap(({ events }) =>
      events.map(({ data }) => data['sealed']).filter((one) => typeof one === 'string'),
    );
    return sealed.length > 0 ? vault.fetch(sealed) : undefined;
  };
  return {
    ...log,
    async read(space, after, limit) {
      const entries = await log.read(space, after, limit);
      await ready(entries);
      return entries;
    },
    tail(space, after, onEntries): Tail {
      let before: Promise<void> | undefined;
      return log.tail(space, after, (entries) => {
        const wait = ready(entries);
        if (!wait && !before) return onEntries(entries);
        // A key that cannot be had now leaves the thing closed; the entry itself waits for nothing more.
        const turn = Promise.allSettled([before, wait]).then(() => {
          if (before === turn) before = undefined;
          onEntries(entries);
        });
        before = turn;
      });
    },
  };
}
