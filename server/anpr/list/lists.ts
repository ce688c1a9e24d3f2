import type { HotList, ListEntry, ListSummary } from '../../../shared/anpr/list.ts';
import { refuse } from '../../../shared/refusal.ts';
import { isCleared, type View } from '../../../shared/role.ts';
import type { Matcher } from '../matcher.ts';
import type { Vault } from '../vault.ts';
import { putEntry, removeEntry, type Edit, type EditOptions } from './edit.ts';
import { openForce } from './force.ts';
import { expiryOf, isOld, keyOf } from './key.ts';
import { openLoader, type LoaderFile } from './loader.ts';
import { openListStore } from './open.ts';
import { ListRefused } from './refused.ts';
import { countsAt, wrongList } from './rules.ts';
import { findLine, pageOf, textOfBlock, type FindKey, type Page, type PageQuery } from './scan.ts';
import { entryOf, blockOf } from './line.ts';
import { readHotLists } from './files.ts';
import { seedLists } from './seed.ts';
import type { Version } from './store.ts';
import { loadList, type Imported, type ImportTask, type Keys } from './work.ts';

/** The hot lists of this installation: kept, edited, imported, and each newest version matched against. */
export interface ListsOptions {
  dataDir: string;
  redisUrl: string | undefined;
  vault: Pick<Vault, 'keyFor' | 'fingerprint'>;
  matcher: Pick<Matcher, 'use' | 'patch' | 'redefine'>;
  /** Folder of the configuration, with `hotlists/` in it. */
  config: string;
  /** Restrictions that `config/roles.yaml` knows. */
  restrictions: readonly string[];
  now: () => number;
  /**
   * A version is in force. In the process that made it and, for the newest version of each list, again at
   * each start: what follows must be the same however often it is told (a command with an id of its own).
   */
  onVersion(list: HotList, version: number, counts: VersionCounts, by: string): void;
  warn(message: string, error?: unknown): void;
  /** Whether an incident is open, for lists that count while it is. */
  incidentOpen(id: string): boolean;
  /** Versions that alerts refer to: they are kept. */
  referred(): Iterable<{ list: string; version: number }>;
}
export type VersionCounts = Pick<Version, 'entries' | 'added' | 'changed' | 'removed'>;

export interface Lists {
  /** All lists as they are stored are matched against. */
  ready: Promise<void>;
  /** Those that somebody may see. */
  all(view: View): ListSummary[];
  summary(list: string): ListSummary | undefined;
  definition(list: string): HotList | undefined;
  counts(list: HotList, at: string, isOpen: (incident: string) => boolean): boolean;
  /** As it was in that version; undefined where that one is not kept or had no such entry. */
  entry(list: string, version: number, id: string): Promise<ListEntry | undefined>;
  page(list: string, query: PageQuery): Promise<Page & { version: number }>;
  /** Makes or changes a list; what it holds stays. Each throws `ListRefused`. */
  define(list: HotList, base: number | undefined, by: string): Promise<ListSummary>;
  put(list: string, entry: ListEntry, base: number | undefined, by: string): Promise<number>;
  remove(list: string, id: string, base: number | undefined, by: string): Promise<number>;
  /** Where the parts of a file go; `undefined` while too many are on their way. */
  file(): LoaderFile | undefined;
  import(file: LoaderFile, ask: ImportAsk): Promise<Imported>;
  /** Hourly: removes versions that nobody refers to, keeps old blocks under a younger key. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
export type ImportAsk = Pick<ImportTask, 'apply' | 'base' | 'skipRejected' | 'by'> & {
  list: string;
};

const POLL_MS = 400;
/** A hit that is on its way into the log still asks for the version that it was made with. */
const YOUNG_MS = 3_600_000;
/** Entries of a list that needs no thread of its own to be loaded. */
const SHORT = 2_000;
/** Files on their way at the same time: each is held in memory. */
const FILES = 2;

export async function openLists(options: ListsOptions): Promise<Lists> {
  const { vault, matcher, now, warn, incidentOpen } = options;
  const shipped = readHotLists(options.config, options.restrictions);
  const { dataDir, redisUrl } = options;
  const store = await openListStore({ dataDir, redisUrl });
  const loader = openLoader({ dataDir, redisUrl });
  const secret = vault.fingerprint('ids of hot list entries');
  const known = new Map<string, Promise<Uint8Array>>();
  let [files, closed] = [0, false];
  let turn: Promise<unknown> = Promise.resolve();

  const at = (): string => new Date(now()).toISOString();
  const keys: FindKey = async (name) => {
    if (expiryOf(name) <= at()) return undefined;
    const key = known.get(name) ?? vault.keyFor(name, expiryOf(name));
    known.set(name, key);
    key.catch(() => known.delete(name));
    return key;
  };
  async function keysOf(list: string): Promise<Keys> {
    const names = new Set([...(await store.keys(list)), keyOf(list, at())]);
    const all = await Promise.all(
      [...names].map(async (name) => [name, await keys(name)] as const),
    );
    return new Map(all.filter((one): one is [string, Uint8Array] => one[1] !== undefined));
  }
  const force = openForce({
    ...{ store, matcher, keys, warn },
    async load(list) {
      const task = { list, keys: await keysOf(list) };
      const head = (await store.heads()).find((one) => one.list.id === list);
      // A few milliseconds here, against the half second that a thread takes to come.
      return head && head.entries <= SHORT ? loadList(store, task) : loader.load(task);
    },
  });

  /** One change after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }
  function tell({ list, version, entries, added, changed, removed, by }: Version): void {
    options.onVersion(list, version, { entries, added, changed, removed }, by);
  }
  function summaryOf({ list, version, entries, at: changed, by }: Version): ListSummary {
    const counts = countsAt(list, at(), incidentOpen);
    return { ...list, version, entries, changed: { at: changed, by }, counts };
  }
  /** The newest version, which must be the one that was looked at. */
  async function headOf(list: string, base: number | undefined): Promise<Version> {
    await force.catchUp(list);
    const head = force.version(list);
    if (!head) throw new ListRefused(refuse('list-unknown', 'id'));
    if (base !== undefined && base !== head.version) throw new ListRefused(refuse('list-changed'));
    return head;
  }

  async function edit(
    list: string,
    base: number | undefined,
    by: string,
    make: (how: EditOptions) => Promise<Edit | undefined>,
  ): Promise<number> {
    const head = await headOf(list, base);
    const made = await make({ store, keys, head, at: at(), by, key: keyOf(list, at()) });
    if (!made) return head.version;
    if (!(await store.write(made.row, [made.block]))) throw new ListRefused(refuse('list-changed'));
    force.follow(made.row, made.change);
    tell(made.row);
    return made.row.version;
  }

  async function define(list: HotList, base: number | undefined, by: string): Promise<ListSummary> {
    const wrong = wrongList(list, options.restrictions);
    if (wrong) throw new ListRefused(wrong);
    await force.catchUp(list.id);
    const head = force.version(list.id);
    if (base !== undefined && base !== (head?.version ?? 0))
      throw new ListRefused(refuse('list-changed'));
    if (head && JSON.stringify(inOrder(head.list)) === JSON.stringify(inOrder(list)))
      return summaryOf(head);
    const row: Version = {
      ...{ list, version: (head?.version ?? 0) + 1, at: at(), by, kind: 'definition' },
      ...{ entries: head?.entries ?? 0, blocks: head?.blocks ?? 1 },
      ...{ added: 0, changed: 0, removed: 0 },
    };
    if (!(await store.write(row, []))) throw new ListRefused(refuse('list-changed'));
    if (head) force.follow(row, { put: [], remove: [] });
    else await force.catchUp(list.id);
    tell(row);
    return summaryOf(row);
  }

  async function take(file: LoaderFile, list: HotList, ask: ImportAsk): Promise<Imported> {
    const task = { ...ask, list, keys: await keysOf(list.id), key: keyOf(list.id, at()), at: at() };
    const imported = await file.import({ ...task, secret });
    if (!imported.made) return imported;
    force.take(imported.made.row, imported.made.index);
    tell(imported.made.row);
    return imported;
  }

  async function catchUpAll(): Promise<void> {
    for (const { list, version } of await store.heads())
      if (version > (force.version(list.id)?.version ?? 0)) await force.catchUp(list.id);
  }

  async function tidyOne({ list, version }: Version): Promise<void> {
    const keep = new Set([version]);
    for (const one of options.referred()) if (one.list === list.id) keep.add(one.version);
    const young = new Date(now() - YOUNG_MS).toISOString();
    for (const row of await store.since(list.id, 0)) if (row.at > young) keep.add(row.version);
    await store.tidy(list.id, keep);
    if (!(await store.keys(list.id)).some((key) => isOld(key, at()))) return;
    const key = keyOf(list.id, at());
    await loader.rekey({ list: list.id, key, keys: await keysOf(list.id) });
  }

  const ready = inTurn(async () => {
    await seedLists({
      ...{ shipped, known: await store.heads() },
      take: (one, list) => {
        const file = loader.file();
        file.add(one);
        const ask = { list: list.id, apply: true, base: 0, skipRejected: false, by: 'Belfry' };
        return take(file, list, ask);
      },
    });
    await catchUpAll();
    for (const row of force.versions()) tell(row);
  });
  let polling = false;
  const timer = setInterval(() => {
    if (polling) return;
    polling = true;
    inTurn(catchUpAll)
      .catch((error: unknown) => !closed && warn('hot lists not looked at', error))
      .finally(() => (polling = false));
  }, POLL_MS).unref();

  return {
    ready,
    all: (view) =>
      [...force.versions()]
        .filter(({ list }) => isCleared(view, list.restrictions))
        .map(summaryOf)
        .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1)),
    summary: (list) => {
      const row = force.version(list);
      return row && summaryOf(row);
    },
    definition: (list) => force.version(list)?.list,
    counts: countsAt,
    async entry(list, version, id) {
      const head = force.version(list);
      const of = head?.version === version ? head : await store.version(list, version);
      if (!of) return undefined;
      const kept = await store.block(of, blockOf(id, of.blocks));
      const line = findLine(await textOfBlock(of, kept, keys), id);
      return line === undefined ? undefined : entryOf(line);
    },
    async page(list, query) {
      const of = force.version(list);
      if (!of) throw new ListRefused(refuse('list-unknown', 'id'));
      return { ...(await pageOf(store, of, keys, query)), version: of.version };
    },
    define: (list, base, by) => inTurn(() => define(list, base, by)),
    put: (list, entry, base, by) =>
      inTurn(() => edit(list, base, by, (how) => putEntry(how, entry))),
    remove: (list, id, base, by) =>
      inTurn(() =>
        edit(list, base, by, async (how) => {
          const made = await removeEntry(how, id);
          if (!made) throw new ListRefused(refuse('list-entry-unknown', 'entry'));
          return made;
        }),
      ),
    file() {
      if (files === FILES) return undefined;
      files += 1;
      const file = loader.file();
      return {
        ...file,
        drop() {
          files -= 1;
          file.drop();
        },
      };
    },
    import: (file, ask) =>
      inTurn(async () => take(file, (await headOf(ask.list, ask.base)).list, ask)),
    tidy: () =>
      inTurn(async () => {
        for (const row of await store.heads()) await tidyOne(row);
      }),
    async close() {
      closed = true;
      clearInterval(timer);
      await loader.close();
      await turn;
      await store.close();
    },
  };
}

/** Fields by name: the order in which a screen sends them is no change. */
const inOrder = (list: object): [string, unknown][] =>
  Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1));
