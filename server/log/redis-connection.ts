import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, ErrorReply } from 'redis';
import { LogUnavailable } from './log.ts';

/** How long one command may take, and how long a silent connection is kept. */
export const ANSWER_MS = 2_000;
const SILENCE_MS = 2_500;

export type Client = ReturnType<typeof connectTo>;

/** Offline, commands fail at once; a server that went silent is found out by the ping. */
export function connectTo(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 800,
    maintNotifications: 'disabled',
    socket: {
      connectTimeout: ANSWER_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(25 * 2 ** tries, 500) * (0.5 + Math.random()),
    },
  });
}

/** The client's own timeout ends when the command is written; this one when it is answered. */
export async function within<T>(ms: number, reply: Promise<T>): Promise<T> {
  const given = new AbortController();
  const late = sleep(ms, undefined, { signal: given.signal }).then(() => {
    throw new LogUnavailable(`Redis did not answer within ${ms} ms`);
  });
  try {
    return await Promise.race([reply, late]);
  } finally {
    late.catch(() => {});
    reply.catch(() => {});
    given.abort();
  }
}

/** One line when Redis goes, one when it is back. */
export function reportOutages(client: Client, warn: (message: string) => void): void {
  let down = false;
  client.on('error', (error: Error) => {
    if (!down) warn(`The log (Redis) does not answer: ${error.message}`);
    down = true;
  });
  client.on('ready', () => {
    if (down) warn('The log (Redis) answers again');
    down = false;
  });
}

/** Refuses a Redis that would acknowledge before it is on disk, or throw entries away. */
export async function requireDurable(
  client: Client,
  warn: (message: string) => void,
): Promise<void> {
  const wanted: Record<string, string> = {
    appendonly: 'yes',
    appendfsync: 'always',
    'no-appendfsync-on-rewrite': 'no',
    'maxmemory-policy': 'noeviction',
  };
  const names = Object.keys(wanted);
  let config: Record<string, string>;
  try {
    config = await within(ANSWER_MS, client.configGet(names));
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error;
    warn(
      'Redis does not let its configuration be read. Nothing acknowledged is safe unless it has ' +
        names.map((name) => `${name} ${wanted[name]}`).join(', '),
    );
    return;
  }
  const wrong = names.filter((name) => config[name] !== wanted[name]);
  if (wrong.length === 0) return;
  const change = wrong.map((name) => `${name} ${wanted[name]} (is ${config[name]})`).join(', ');
  throw new Error(`Redis as it is configured can lose acknowledged entries; set ${change}`);
}
