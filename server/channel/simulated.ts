import type { Outlet, Simulated } from './message.ts';

/** Kept in memory; the oldest go first. */
const KEPT = 2_000;

/** Sends nothing anywhere. A message that is repeated with the same key is there once, as a good receiver has it. */
export function openSimulated(space: string): Outlet {
  const kept = new Map<string, Simulated>();
  return {
    space,
    outbox: { messages: () => [...kept.values()] },
    async send(channel, message) {
      if (!kept.has(message.key))
        kept.set(message.key, { ...message, channel, at: new Date().toISOString() });
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return { ok: true };
    },
    check: async () => ({ ok: true }),
    close() {},
  };
}
