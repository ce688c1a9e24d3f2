import fs from 'node:fs';
import { Fix } from '../../shared/subject/unit/schema.ts';
import { ANSWER_MS, connectTo, within } from '../log/redis-connection.ts';

/**
 * Positions between server processes, over Redis: changes by publishing, several times a second; the
 * last fixes in a hash, written less often, for a process that starts or was cut off. None of it is
 * ever waited for: without Redis each process goes on with what it is sent itself.
 */
export interface Share {
  publish(fixes: readonly Fix[]): void;
  close(): Promise<void>;
}

export interface ShareOptions {
  url: string;
  space: string;
  receive(fixes: Fix[]): void;
  /** Whether a unit's fix of this time would be news. */
  wants(id: string, at: string): boolean;
}

const script = fs.readFileSync(new URL('share.lua', import.meta.url), 'utf8');
const CONNECT_MS = 5_000;
const SAVE_MS = 2_000;
/** What was published while this process was cut off is in the hash a little later. */
const AGAIN_MS = 60_000;
/** Fixes in one message: a few milliseconds for whoever hears it. */
const PART = 250;
const EXPIRE_SECONDS = 86_400;
/** Characters of an `Instant`. */
const TIME = 24;

export async function openShare({ url, space, receive, wants }: ShareOptions): Promise<Share> {
  const [client, ear] = [connectTo(url), connectTo(url)];
  const key = `belfry:{${space}}:positions`;
  let unsaved = new Map<string, Fix>();
  let saving: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  // An outage is told by the log; here it only means that the others hear nothing for a while.
  for (const one of [client, ear]) one.on('error', () => {});

  /** Its own comes back to it as well: what is no news is not looked at closely. */
  const hear = (text: string): void => {
    const fixes = listOf(text)
      .filter(({ id, at }) => wants(String(id), String(at)))
      .map((one) => Fix.safeParse(one).data)
      .filter((fix) => fix !== undefined);
    if (fixes.length > 0) receive(fixes);
  };

  async function load(): Promise<void> {
    const known = Object.entries(await within(ANSWER_MS, client.hGetAll(key)));
    const now = new Date().toISOString();
    const news = known
      .filter(([id, text]) => wants(id, text.slice(0, TIME)))
      .map(([, text]) => parse(text.slice(TIME)))
      .filter((fix) => fix !== undefined);
    receive(news);
    const over = news.filter((fix) => fix.gone < now).map(({ id }) => id);
    // A fix of such a unit that came in this very moment was published, and the next is written again.
    if (over.length > 0) await within(ANSWER_MS, client.hDel(key, over));
  }
  async function arrive(): Promise<void> {
    clearTimeout(later);
    later = setTimeout(() => void load().catch(() => {}), SAVE_MS + 1_000);
    await within(ANSWER_MS, ear.subscribe(key, hear));
    await load();
  }

  async function save(): Promise<void> {
    const fixes = unsaved;
    unsaved = new Map();
    if (fixes.size === 0) return;
    const pairs = [...fixes].flatMap(([id, fix]) => [id, fix.at + JSON.stringify(fix)]);
    try {
      const args = [String(EXPIRE_SECONDS), ...pairs];
      await within(ANSWER_MS, client.eval(script, { keys: [key], arguments: args }));
    } catch {
      // Kept for the next time, unless a later one came meanwhile.
      unsaved = new Map([...fixes, ...unsaved]);
    }
  }
  const saveNow = (): Promise<void> => (saving ??= save().finally(() => (saving = undefined)));

  const connected = Promise.all([client.connect(), ear.connect()]);
  // If not now: both connect again by themselves.
  await within(CONNECT_MS, connected.then(arrive)).catch(() => {});
  ear.on('ready', () => void arrive().catch(() => {}));
  const timers = [
    setInterval(() => void saveNow(), SAVE_MS),
    setInterval(() => void load().catch(() => {}), AGAIN_MS),
  ];

  return {
    publish(fixes) {
      for (const fix of fixes) unsaved.set(fix.id, fix);
      for (let at = 0; at < fixes.length; at += PART)
        void client.publish(key, JSON.stringify(fixes.slice(at, at + PART))).catch(() => {});
    },
    async close() {
      clearTimeout(later);
      for (const timer of timers) clearInterval(timer);
      await saveNow();
      client.destroy();
      ear.destroy();
    },
  };
}

/** Another process may be of another version: what is no fix to this one is left out. */
function parse(text: string): Fix | undefined {
  try {
    return Fix.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function listOf(text: string): { id?: unknown; at?: unknown }[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}
