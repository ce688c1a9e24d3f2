import type { Sent } from './message.ts';

/** Failures in a row after which nobody waits for it any more, and for how long. */
const FAILURES = 3;
const OPEN_MS = 30_000;
const OPEN: Sent = { ok: false, reason: 'circuit-open', final: true, channel: true };

/**
 * Does not let everybody wait for a server that does not answer: after some failures of the means itself,
 * attempts fail at once for a while; then one goes through, and tells.
 */
export function openBreaker(now: () => number = Date.now) {
  let failures = 0;
  let until = 0;
  let trying = false;
  return {
    /** `force`: a check, which is meant to find out. */
    async through(attempt: () => Promise<Sent>, force = false): Promise<Sent> {
      const open = failures >= FAILURES;
      if (open && !force && (trying || now() < until)) return OPEN;
      trying = open;
      try {
        const sent = await attempt();
        if (sent.ok || !sent.channel) failures = 0;
        else {
          failures += 1;
          until = now() + OPEN_MS;
        }
        return sent;
      } finally {
        trying = false;
      }
    },
  };
}
