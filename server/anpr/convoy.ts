import { createHash } from 'node:crypto';
import type { LookRow } from '../../shared/anpr/lookback.ts';
import type { State } from '../../shared/folds.ts';
import type { Open, PassageRow } from '../../shared/subject/anpr/schema.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';
import type { ReadStore } from './store.ts';
import type { Vault } from './vault.ts';

/**
 * Vehicles that go along with one that is sought: before three of the same cameras or more, each time within
 * half a minute of it. Only for lists that allow it. Asked of the read store each time anew, so that it
 * does not matter which process saw which passage.
 */
export interface ConvoyOptions {
  commit: Commit<State>;
  gate: Gate;
  who: Who;
  reads: Pick<ReadStore, 'passages'>;
  vault: Vault;
  /** Cameras whose reads may be held together with those of police lists. */
  serves(camera: string): boolean;
  warn(message: string, error?: unknown): void;
  /** Milliseconds; others in the tests. */
  together?: number;
}

const CAMERAS = 3;
/** Vehicles before one camera in a minute: more cannot pass. */
const AROUND = 300;
const LONGEST_MS = 365 * 86_400_000;
/** Passages looked at: the latest. */
const PASSAGES = 12;

export function openConvoy(options: ConvoyOptions) {
  const { commit, gate, who, reads, vault, serves, warn, together = 30_000 } = options;
  const due = new Map<string, NodeJS.Timeout>();

  /** Looks at an alert when those behind it have passed as well. */
  function onPassage(alert: string): void {
    if (due.has(alert)) return;
    const look = () => {
      due.delete(alert);
      void lookAt(alert).catch((error: unknown) => warn('companions not looked for', error));
    };
    due.set(alert, setTimeout(look, together + 1_000));
  }

  async function lookAt(alert: string): Promise<void> {
    const { anpr } = commit.now().state;
    const row = anpr.alerts.get(alert);
    const passages = [...anpr.passages.values()]
      .filter((one) => one.alert === alert && serves(one.camera))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, PASSAGES);
    if (!row?.convoy || new Set(passages.map(({ camera }) => camera)).size < CAMERAS) return;
    const own = new Set(passages.map(({ sealed }) => sealed && openOf(sealed)?.plate));
    const seen = new Map<string, { cameras: Set<string>; last: LookRow }>();
    for (const passage of passages)
      for (const other of await around(passage)) {
        if (own.has(other.plate)) continue;
        const known = seen.get(other.plate) ?? { cameras: new Set(), last: other };
        known.cameras.add(passage.camera);
        seen.set(other.plate, known);
      }
    for (const { cameras, last } of seen.values())
      if (cameras.size >= CAMERAS) await accompany(alert, [...cameras].sort(), last);
  }

  const around = ({ camera, at }: PassageRow): Promise<LookRow[]> => {
    const time = Date.parse(at);
    const [from, until] = [time - together, time + together].map((ms) =>
      new Date(ms).toISOString(),
    );
    return reads.passages({ cameras: [camera], from: from!, until: until!, limit: AROUND });
  };
  const openOf = (sealed: string): Open | undefined => vault.open(sealed) as Open | undefined;

  async function accompany(alert: string, cameras: string[], last: LookRow): Promise<void> {
    const vehicle = vault.fingerprint(`${alert} ${last.plate}`);
    const expires = new Date(Date.now() + LONGEST_MS).toISOString();
    const open: Open = {
      ...{ raw: last.raw, plate: last.plate, listed: last.raw, reason: '', differences: [] },
      ...(last.country ? { country: last.country } : {}),
    };
    const sealed = await vault.seal(`alert:${alert}`, expires, open);
    const about = `${alert} ${vehicle} ${cameras.join(' ')}`;
    const id = `with-${createHash('sha256').update(about).digest('hex').slice(0, 32)}`;
    const data = { alert, vehicle, cameras, sealed };
    await gate.submitChecked(who, commit.space, { id, type: 'anpr.accompany', data });
  }

  return {
    onPassage,
    /** For the tests: at once. */
    lookAt,
    close: () => due.forEach((timer) => clearTimeout(timer)),
  };
}
