import type { Actor } from '../../shared/entry.ts';
import type { AccessLog, NewRow } from './access.ts';
import type { CamerasHealth } from './health.ts';
import { alertKey, type OpenedPictures } from './pictures.ts';
import { DAY_MS } from './reads/row.ts';
import type { ReadStore } from './store.ts';
import type { Vault } from './vault.ts';

/**
 * Deletion by age, every hour, recorded in the access log: reads and their days' keys, keys whose end has
 * come, alerts at the end of their list's retention with their keys and pictures. A run that finds nothing
 * is recorded once a day, as the proof that it ran. What a run deleted and could not record is told by the
 * next one. Runs in every process; the second finds nothing left.
 */
export interface AnprUpkeepOptions {
  reads: ReadStore;
  vault: Vault;
  pictures: OpenedPictures;
  access: AccessLog;
  health: CamerasHealth;
  /** The system's own hand. */
  actor: Actor;
  readsDays: number;
  /** Alerts whose time has come, with the names of all keys of their passages. */
  due(now: string): { alerts: readonly string[]; keys: readonly string[] };
  /** Takes them out of the state, by command. */
  erase(alerts: readonly string[]): Promise<void>;
  warn(message: string, error?: unknown): void;
  now?: () => number;
  every?: number;
}

export interface AnprUpkeep {
  /** One run, now. */
  run(): Promise<void>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const LEARN_MS = 300_000;
const LEARN_HOURS = 7 * 24;

export function openAnprUpkeep(options: AnprUpkeepOptions): AnprUpkeep {
  const { reads, vault, pictures, access, health, actor, readsDays, due, erase, warn } = options;
  const { now = Date.now, every = HOUR_MS } = options;
  /** Deleted, and not yet in the access log. */
  const open = new Map<string, { count: number; until: string }>();
  let running: Promise<void> | undefined;
  let learning: Promise<void> | undefined;
  let closed = false;
  const iso = (ms: number) => new Date(ms).toISOString();

  function tell(about: string, count: number, until: string): void {
    open.set(about, { count: (open.get(about)?.count ?? 0) + count, until });
  }

  async function record(): Promise<void> {
    const quiet = [...open.values()].every(({ count }) => count === 0);
    const recently = access.lastDeletion() > iso(now() - DAY_MS);
    const told = quiet
      ? [...open].filter(([about]) => about === 'reads')
      : [...open].filter(([, { count }]) => count > 0);
    if (told.length > 0 && !(quiet && recently)) {
      const rows = told.map(([about, { count, until }]): NewRow => ({
        ...{ what: 'deletion', about, count, until },
      }));
      const recorded = await access.record(actor, rows);
      if (!recorded.ok) throw new Error(`deletion not recorded: ${recorded.refusal.code}`);
    }
    open.clear();
  }

  /** One thing that fails does not keep the others from being deleted. */
  async function step(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      warn(`deletion of ${what} failed`, error);
    }
  }

  async function tidy(): Promise<void> {
    const at = iso(now());
    const before = iso(now() - readsDays * DAY_MS);
    await step('reads', async () => {
      const gone = await reads.expire(before);
      tell('reads', gone.reads, before);
      tell('read-pictures', gone.pictures, before);
      tell('keys', gone.keys, at);
    });
    await step('alerts', async () => {
      const { alerts, keys } = due(at);
      if (alerts.length === 0) return;
      // Keys first: were all that follows lost, what they covered is gone, and the alert is due again.
      tell('keys', await vault.forget([...new Set([...keys, ...alerts.map(alertKey)])]), at);
      await pictures.forget(alerts);
      await erase(alerts);
      tell('alerts', alerts.length, at);
    });
    await step('keys', async () => {
      tell('keys', (await vault.sweep(at)).length, at);
      tell('pictures', await pictures.expire(at), at);
    });
    await step('its record', record);
  }

  const run = (): Promise<void> =>
    (running ??= tidy().finally(() => {
      running = undefined;
    }));
  /** Counts of so many hours up to now, the oldest first. */
  async function learn(hours: number): Promise<void> {
    const current = now() - (now() % HOUR_MS);
    for (let i = hours - 1; i >= 0 && !closed; i -= 1) {
      const hour = current - i * HOUR_MS;
      health.learn(hour, await reads.flow(iso(hour), iso(hour + HOUR_MS)));
    }
  }
  const learnNow = (hours: number) =>
    (learning = learn(hours).catch((error: unknown) => warn('flow not read', error)));

  const timers = [
    setInterval(() => void run(), every),
    setInterval(() => void learnNow(2), LEARN_MS),
    setTimeout(() => void run().then(() => learnNow(LEARN_HOURS)), 0),
  ];
  return {
    run,
    async close() {
      closed = true;
      timers.forEach((timer) => clearInterval(timer));
      await running;
      await learning;
    },
  };
}
