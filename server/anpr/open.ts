import { dueAlerts } from '../../shared/subject/anpr/select.ts';
import { qualityOf } from '../../shared/subject/anpr/quality.ts';
import type { State } from '../../shared/folds.ts';
import type { PassageRow } from '../../shared/subject/anpr/schema.ts';
import type { Actor } from '../../shared/entry.ts';
import type { Who } from '../auth/auth.ts';
import { openCommit, type Commit } from '../commit.ts';
import type { Belfry } from '../config.ts';
import type { Gate } from '../gate.ts';
import type { Log } from '../log/log.ts';
import { ACCESS, accessModel, openAccess, type NewRow } from './access.ts';
import { readCatalogue } from './catalogue.ts';
import { openConvoy } from './convoy.ts';
import { openHealth } from './health.ts';
import { openMatcher } from './index/match.ts';
import { openLists } from './list/lists.ts';
import { ListRefused } from './list/refused.ts';
import { openLooks } from './looks.ts';
import { openPictures } from './pictures.ts';
import { openPipeline } from './pipeline.ts';
import { openReads } from './reads/open.ts';
import { openAnprUpkeep } from './upkeep.ts';
import type { OpenedVault } from './vault/open.ts';
import { keyNameOf } from './vault/seal.ts';

/** All of plate reading in a space, put together: from a read that came in to who may look back at it. */
export interface PlatesOptions {
  commit: Commit<State>;
  gate: Gate;
  /** The system's own hand. */
  who: Who;
  log: Log;
  vault: OpenedVault;
  config: string;
  dataDir: string;
  redisUrl: string | undefined;
  settings: Belfry['anpr'];
  /** Restrictions of `config/roles.yaml`. */
  restrictions: readonly string[];
  warn(message: string, error?: unknown): void;
}

/** Alerts that are erased in one go. */
const AT_ONCE = 500;

export async function openPlates(options: PlatesOptions) {
  const { commit, gate, who, log, vault, config, dataDir, redisUrl, settings, warn } = options;
  const { space } = commit;
  const slice = () => commit.now().state.anpr;
  const catalogue = readCatalogue(config);
  const incidentOpen = (id: string): boolean => {
    const row = commit.now().state.incident.incidents.get(id);
    return row !== undefined && row.status !== 'closed';
  };
  const send = (id: string, type: string, data: Record<string, unknown>) =>
    gate.submitChecked(who, space, { id, type, data });

  const accessCommit = await openCommit({ log, space: ACCESS, model: accessModel, warn });
  const access = openAccess({ commit: accessCommit, log, perHour: settings.looksPerHour });
  const reads = await openReads({ dataDir, redisUrl, vault, readsDays: settings.readsDays });
  const pictures = await openPictures({ dataDir, redisUrl, vault });
  const matcher = openMatcher();
  const lists = await openLists({
    ...{ dataDir, redisUrl, vault, matcher, config, warn, incidentOpen },
    restrictions: options.restrictions,
    now: Date.now,
    referred: () => slice().alerts.values(),
    onVersion({ id: list, restrictions }, version, { entries, added, changed, removed }, by) {
      const data = { list, version, entries, added, changed, removed, by, restrictions };
      void send(`list-${list}-${version}`, 'anpr.list', data).catch((error: unknown) =>
        warn('version of a hot list not in the log', error),
      );
    },
  });
  const health = openHealth({
    cameras: () => catalogue.cameras,
    quality: (camera) => qualityOf(slice(), camera, new Date().toISOString()),
    settings,
  });
  const looks = openLooks({
    ...{ reads, access, vault, pictures },
    cameras: () => catalogue.cameras,
    controllers: settings.lookbackControllers,
    perHour: settings.looksPerHour,
    readsDays: settings.readsDays,
    alert: (id) => slice().alerts.get(id),
    passages: passagesOf,
  });
  const convoy = openConvoy({
    ...{ commit, gate, who, reads, vault, warn },
    serves: (camera) =>
      settings.lookbackControllers.includes(catalogue.byId(camera)?.controller ?? ''),
  });
  const pipeline = openPipeline({
    ...{ commit, gate, who, reads, pictures, vault, matcher, lists },
    camera: catalogue.byId,
    note: health.note,
    onPassage: convoy.onPassage,
  });
  const upkeep = openAnprUpkeep({
    ...{ reads, vault, pictures, access, health, warn },
    actor: who.actor,
    readsDays: settings.readsDays,
    due(now) {
      const alerts = dueAlerts(slice(), now).slice(0, AT_ONCE);
      return { alerts, keys: alerts.flatMap(keysOf) };
    },
    async erase(alerts) {
      const sent = await send(`erase-${crypto.randomUUID()}`, 'anpr.erase', { alerts });
      if (!sent.ok) throw new Error(`alerts not erased: ${sent.refusal.code}`);
    },
  });
  const tidier = setInterval(
    () => void lists.tidy().catch((error: unknown) => warn('hot lists not tidied', error)),
    3_600_000,
  );
  await lists.ready;

  function passagesOf(alert: string): PassageRow[] {
    return [...slice().passages.values()].filter((one) => one.alert === alert);
  }
  /** Names of all keys under which something of an alert is sealed. */
  function keysOf(alert: string): string[] {
    const beside = [...slice().companions.values()].filter((one) => one.alert === alert);
    return [...passagesOf(alert), ...beside].flatMap(({ sealed }) =>
      sealed === undefined ? [] : (keyNameOf(sealed) ?? []),
    );
  }

  return {
    catalogue,
    lists,
    reads,
    looks,
    access,
    cameras: () => catalogue.cameras,
    health: health.all,
    sign: health.sign,
    take: pipeline.take,
    /** Throws where it cannot be written: then nothing is given. */
    async logAccess({ actor, ...row }: NewRow & { actor: Actor }): Promise<void> {
      const recorded = await access.record(actor, [row]);
      if (!recorded.ok) throw new ListRefused(recorded.refusal);
    },
    async close() {
      clearInterval(tidier);
      convoy.close();
      await upkeep.close();
      await lists.close();
      await reads.close();
      await pictures.close();
      await accessCommit.close();
    },
  };
}
