import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HotList } from '../../shared/anpr/list.ts';
import { openLists, type Lists, type ListsOptions } from '../../server/anpr/list/lists.ts';
import type { HotListUse } from './hot-list-use.ts';

/** Hot lists without the rest of Belfry: a vault whose keys are made of their names, a matcher that writes down. */
export interface FakeLists {
  lists: Lists;
  use: HotListUse;
  told: { list: string; version: number; by: string; entries: number }[];
  warnings: string[];
}

export const RESTRICTIONS = ['police', 'medical', 'covert'];

export const fakeVault = (name = 'a') => ({
  keyFor: async (key: string) => createHash('sha256').update(`${name} ${key}`).digest(),
  fingerprint: (text: string) =>
    createHash('sha256').update(`${name} ${text}`).digest('base64url').slice(0, 22),
});

export const listFolder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'belfry-lists-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};

export const aList = (id: string, more: Partial<HotList> = {}): HotList => ({
  ...{ id, title: { nl: 'Gezocht', fr: 'Recherchés', en: 'Wanted' } },
  ...{ owner: 'Federale politie', category: 'judicial', basis: 'art. 44/11/3decies', priority: 2 },
  ...{ colour: 'red', tune: 'single', restrictions: ['police'], covert: false, persons: 1 },
  ...{ retentionDays: 30, certainFrom: 0.9, possibleFrom: 0.4, controllers: ['police'] },
  ...{ convoy: false, active: { kind: 'always' } },
  ...more,
});

export async function startLists(
  use: HotListUse,
  more: Partial<ListsOptions> & { dataDir: string },
): Promise<FakeLists> {
  const told: FakeLists['told'] = [];
  const warnings: string[] = [];
  const lists = await openLists({
    ...{ redisUrl: undefined, vault: fakeVault(), matcher: use, config: '/nowhere' },
    ...{ restrictions: RESTRICTIONS, now: Date.now, incidentOpen: () => false },
    referred: () => [],
    onVersion: ({ id }, version, { entries }, by) => told.push({ list: id, version, by, entries }),
    warn: (message) => warnings.push(message),
    ...more,
  });
  await lists.ready;
  return { lists, use, told, warnings };
}

/** Imports a text as somebody sends it, in parts. */
export async function importText(
  lists: Lists,
  list: string,
  text: string | Buffer,
  more: { apply?: boolean; base?: number; skipRejected?: boolean } = {},
) {
  const file = lists.file()!;
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 65_536) file.add(bytes.subarray(at, at + 65_536));
    const how = { apply: true, base: undefined, skipRejected: false, by: 'Test', ...more };
    return await lists.import(file, { list, ...how });
  } finally {
    file.drop();
  }
}
