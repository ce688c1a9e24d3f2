import { v7 as uuid } from 'uuid';
import type { State } from '../../shared/folds.ts';
import { STALE_MS } from '../../shared/subject/alarm/decide.ts';
import { isOver } from '../../shared/subject/alarm/rule.ts';
import type { Alarm, Request } from '../../shared/subject/alarm/schema.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate, Passed } from '../gate.ts';
import type { Compose } from './compose.ts';
import type { Message, Outlet, Sent } from './message.ts';

/**
 * Carries out what alarms ask for: sends what goes by itself, and calls the next group when the time of one is
 * over. Runs on every process, on the state that all of them have; what one takes on itself is refused to the
 * others. What it says is commands, like anybody's.
 *
 * Once, as far as that can be had: a request is claimed in the log before it is sent, and reported after. A
 * process that dies between the two leaves a claim without a report; after a minute another sends again, with the
 * same key. A gateway that honours the key sends once; of an e-mail a second copy with the same Message-ID may
 * arrive. Never: nobody sends it.
 */
export interface Worker {
  /** Looks now, and resolves when what was found is done: for tests. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerOptions {
  commit: Commit<State>;
  gate: Gate;
  who: Who;
  outlet: Outlet;
  compose: Compose;
  now?: () => number;
  /** Milliseconds between two looks, beside those that new entries bring about. */
  every?: number;
  warn?: (message: string, error?: unknown) => void;
}

/** Messages on their way at the same time. */
const TOGETHER = 8;
/** How often a report that is not accepted is tried again: the log may be away for a moment. */
const REPORTS = 10;

interface Job {
  alarm: Alarm;
  key: string;
  request: Request;
}

export function openWorker(options: WorkerOptions): Worker {
  const { commit, gate, who, outlet, compose, warn = () => {} } = options;
  const now = options.now ?? Date.now;
  const inHand = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let closing = false;

  const send = (type: string, data: object): Promise<Passed> =>
    gate.submit(who, commit.space, { id: uuid(), type, data });

  async function look(): Promise<void> {
    const { alarms } = commit.now().state.alarm;
    const open = [...alarms.values()].filter((alarm) => !isOver(alarm));
    await Promise.all(
      open
        .filter(({ status, until }) => status === 'running' && Date.parse(until) <= now())
        .map(({ id, called }) => send('alarm.advance', { alarm: id, called })),
    );
    for (const job of open.flatMap((alarm) => jobsOf(alarm, now()))) {
      if (closing || inHand.size >= TOGETHER) break;
      const name = `${job.alarm.id} ${job.key}`;
      if (inHand.has(name)) continue;
      const done = deliver(job)
        .catch((error: unknown) => warn('a request was not carried out', error))
        .finally(() => {
          inHand.delete(name);
          wake();
        });
      inHand.set(name, done);
    }
  }

  async function deliver({ alarm, key, request }: Job): Promise<void> {
    const attempt = (request.carried?.attempt ?? 0) + 1;
    const mine = await send('alarm.carry', { alarm: alarm.id, request: key, attempt });
    if (!mine.ok) return;
    const { state } = commit.now();
    const row = state.alarm.alarms.get(alarm.id) ?? alarm;
    const incident = state.incident.incidents.get(row.incident);
    const sent = await attemptTo(request.channel, compose(row, key, request, incident));
    const told = sent.ok ? { what: 'sent' } : { what: 'failed', reason: sent.reason };
    await report('alarm.tell', { alarm: alarm.id, request: key, ...told });
    if (sent.ok || sent.channel)
      await report('channel.tell', {
        channel: request.channel,
        ...(sent.ok ? { ok: true } : { ok: false, reason: sent.reason }),
      });
  }

  async function attemptTo(channel: string, message: Message): Promise<Sent> {
    try {
      return await outlet.send(channel, message);
    } catch (error) {
      warn('a message was not sent', error);
      return { ok: false, reason: 'internal', final: true, channel: false };
    }
  }

  /** What was done must be said; what the domain refuses is said already. */
  async function report(type: string, data: object): Promise<void> {
    for (let i = 0; i < REPORTS; i++) {
      const passed = await send(type, data);
      if (passed.ok || !['log-full', 'log-unavailable', 'busy'].includes(passed.refusal.code))
        return;
      await new Promise((done) => setTimeout(done, 500 * (i + 1)).unref());
    }
    warn(`${type} could not be reported`);
  }

  /** Looks, unless it does; what comes meanwhile is seen at the next look, a second later at most. */
  function wake(): void {
    if (closing) return;
    looking ??= Promise.resolve()
      .then(look)
      .catch((error: unknown) => warn('alarms were not looked at', error))
      .finally(() => (looking = undefined));
  }

  commit.onApplied((entries) => {
    const concerns = entries.some(({ events }) =>
      events.some(({ type }) => type === 'alarm.requested' || type === 'alarm.started'),
    );
    if (concerns) setImmediate(wake);
  });
  const timer = setInterval(wake, options.every ?? 1_000);
  wake();

  return {
    async look() {
      await looking;
      await look();
      while (inHand.size > 0) await Promise.all(inHand.values());
    },
    async close() {
      closing = true;
      clearInterval(timer);
      await looking;
      // What is on its way may arrive: a claim without a report is sent again.
      await Promise.race([
        Promise.all(inHand.values()),
        new Promise((done) => setTimeout(done, 3_000).unref()),
      ]);
    },
  };
}

/** Requests that nobody has in hand, or whose process died. */
function jobsOf(alarm: Alarm, at: number): Job[] {
  return Object.entries(alarm.requests)
    .filter(([, { carried, sent, failed, skipped, answer }]) => {
      if (sent || failed || skipped || answer) return false;
      return !carried || at - Date.parse(carried.at) >= STALE_MS;
    })
    .map(([key, request]) => ({ alarm, key, request }));
}
