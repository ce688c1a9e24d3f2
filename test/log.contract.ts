import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '../shared/entry.ts';
import { seal, verify } from '../server/log/chain.ts';
import { LogUnavailable, type Head, type Log } from '../server/log/log.ts';

/** What a log stands on, with the means to hurt it. */
export interface Storage {
  /** Another handle on the same storage. */
  open(): Promise<Log>;
  /** Replaces a space's entries behind the log's back. */
  rewrite(space: string, entries: readonly Entry[]): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** No more room for anything, and room again. */
  fill(): Promise<void>;
  room(): Promise<void>;
  destroy(): Promise<void>;
}

export const EMPTY: Head = { seq: 0, hash: '' };
const SPACE = 'live';
const MANY = Number(process.env['BELFRY_TEST_ENTRIES'] ?? 100_000);

/** Sealed entries of about 400 bytes that continue `head`. */
export function entriesAfter(head: Head, count: number, text = 'Rook aan de noordzijde'): Entry[] {
  const entries: Entry[] = [];
  let { seq, hash } = head;
  for (let i = 0; i < count; i++) {
    const entry = seal(hash, {
      seq: ++seq,
      at: '2026-11-24T08:31:58.000Z',
      actor: { id: 'op-7', name: 'Operator 7', role: 'operator' },
      command: { id: v7(), type: 'journal.add' },
      events: [
        { type: 'journal.added', v: 1, id: v7(), data: { incident: 'i-1', kind: 'message', text } },
      ],
    });
    hash = entry.hash;
    entries.push(entry);
  }
  return entries;
}

export async function readAll(log: Log, space = SPACE): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const page = await log.read(space, all.at(-1)?.seq ?? 0, 1_000);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

const numbers = (entries: readonly Entry[]): number[] => entries.map((entry) => entry.seq);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

export function logContract(name: string, make: () => Promise<Storage>): void {
  describe(`log on ${name}`, () => {
    let storage: Storage;
    let log: Log;
    const opened: Log[] = [];

    async function open(): Promise<Log> {
      const another = await storage.open();
      opened.push(another);
      return another;
    }
    async function write(entries: readonly Entry[]): Promise<void> {
      expect(await log.append(SPACE, entries[0]!.seq - 1, entries)).toEqual({ ok: true });
    }

    beforeEach(async () => {
      storage = await make();
      log = await open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
      await storage.destroy();
    });

    test('[P1.1] entries of a space are numbered without a gap, groups or not', async () => {
      const entries = entriesAfter(EMPTY, 60);
      expect(await log.head(SPACE)).toEqual(EMPTY);
      await write(entries.slice(0, 1));
      await write(entries.slice(1, 50));
      await write(entries.slice(50));
      expect(await readAll(log)).toEqual(entries);
      expect(await log.head(SPACE)).toEqual({ seq: 60, hash: entries[59]!.hash });
      expect(numbers(await log.read(SPACE, 30, 25))).toEqual(upTo(55).slice(30));
      expect(await log.read(SPACE, 60, 10)).toEqual([]);
      expect(await log.read(SPACE, 0, 0)).toEqual([]);
    });

    test('[P1.1] spaces do not touch each other and are listed once they hold an entry', async () => {
      expect(await log.spaces()).toEqual([]);
      await write(entriesAfter(EMPTY, 3));
      expect(await log.append('ex-a', 0, entriesAfter(EMPTY, 2))).toEqual({ ok: true });
      expect(await log.append('ex-b', 5, entriesAfter({ seq: 5, hash: '' }, 1))).toMatchObject({
        ok: false,
      });
      expect((await log.spaces()).sort()).toEqual(['ex-a', 'live']);
      expect((await log.head('ex-a')).seq).toBe(2);
      expect((await log.head(SPACE)).seq).toBe(3);
    });

    test('[P1.2] an append on an older head writes nothing and tells the head', async () => {
      await write(entriesAfter(EMPTY, 3));
      const late = entriesAfter({ seq: 2, hash: '' }, 2);
      expect(await log.append(SPACE, 2, late)).toEqual({ ok: false, reason: 'conflict', head: 3 });
      const early = entriesAfter({ seq: 7, hash: '' }, 1);
      expect(await log.append(SPACE, 7, early)).toEqual({ ok: false, reason: 'conflict', head: 3 });
      expect((await readAll(log)).length).toBe(3);
      expect((await log.find(SPACE, [late[0]!.command.id, early[0]!.command.id])).size).toBe(0);
    });

    test('[P1.2] a wrongly numbered or empty group is a bug and throws', async () => {
      await expect(log.append(SPACE, 0, entriesAfter({ seq: 1, hash: '' }, 1))).rejects.toThrow();
      await expect(log.append(SPACE, 0, [])).rejects.toThrow();
    });

    test('[P1.3] concurrent writers on two handles make one order, all entries once', async () => {
      const ids: string[] = [];
      async function writer(mine: Log): Promise<void> {
        for (let n = 0; n < 40; n++) {
          let done = false;
          while (!done) {
            const entries = entriesAfter(await mine.head(SPACE), 1 + (n % 3));
            const result = await mine.append(SPACE, entries[0]!.seq - 1, entries);
            if (!result.ok) expect(result.reason).toBe('conflict');
            else ids.push(...entries.map((entry) => entry.command.id));
            done = result.ok;
          }
        }
      }
      const other = await open();
      await Promise.all([writer(log), writer(other), writer(log), writer(other)]);
      const all = await readAll(other);
      expect(numbers(all)).toEqual(upTo(ids.length));
      expect(all.map((entry) => entry.command.id).sort()).toEqual(ids.sort());
      expect(await verify(log, SPACE)).toMatchObject({ ok: true });
    });

    test('[P1.4] a command is found again, and never written twice: all or none', async () => {
      const entries = entriesAfter(EMPTY, 5);
      await write(entries);
      const ids = entries.map((entry) => entry.command.id);
      expect(await log.find(SPACE, [...ids, 'unknown'])).toEqual(
        new Map(ids.map((id, i) => [id, i + 1])),
      );
      expect((await log.find('ex-a', ids)).size).toBe(0);
      const again = entriesAfter({ seq: 5, hash: entries[4]!.hash }, 3);
      again[1]!.command.id = ids[2]!;
      const conflict = { ok: false, reason: 'conflict', head: 5 };
      expect(await log.append(SPACE, 5, again)).toEqual(conflict);
      const twins = entriesAfter({ seq: 5, hash: entries[4]!.hash }, 2);
      twins[1]!.command.id = twins[0]!.command.id;
      expect(await log.append(SPACE, 5, twins)).toEqual(conflict);
      expect(await readAll(log)).toEqual(entries);
      expect((await log.find(SPACE, [again[0]!.command.id])).size).toBe(0);
      await write(entriesAfter({ seq: 5, hash: entries[4]!.hash }, 1));
    });

    test('[P6.1] verify names the first entry that was altered, removed or put in', async () => {
      const entries = entriesAfter(EMPTY, 30);
      await write(entries);
      expect(await verify(log, SPACE)).toEqual({ ok: true, head: await log.head(SPACE) });
      async function judged(changed: Entry[]) {
        await storage.rewrite(SPACE, changed);
        return verify(await open(), SPACE);
      }
      const altered = structuredClone(entries);
      altered[11]!.events[0]!.data['text'] = 'Niets te zien';
      expect(await judged(altered)).toEqual({ ok: false, seq: 12, why: 'altered' });
      const removed = entries.filter((entry) => entry.seq !== 7);
      expect(await judged(removed)).toEqual({ ok: false, seq: 7, why: 'gap' });
      const renumbered = removed.map((entry, i) => ({ ...entry, seq: i + 1 }));
      expect(await judged(renumbered)).toEqual({ ok: false, seq: 7, why: 'altered' });
      const forged = entriesAfter({ seq: 20, hash: entries[19]!.hash }, 1);
      const moved = entries.slice(20).map((entry) => ({ ...entry, seq: entry.seq + 1 }));
      expect(await judged([...entries.slice(0, 20), ...forged, ...moved])).toEqual({
        ok: false,
        seq: 22,
        why: 'altered',
      });
      expect(await judged(entries)).toMatchObject({ ok: true });
    });

    test('[P1.5] a tail delivers from any point, in order, exactly once, whoever wrote', async () => {
      await write(entriesAfter(EMPTY, 20));
      const other = await open();
      const heard = new Map([0, 7, 20, 40].map((from) => [from, [] as number[]]));
      const tails = [...heard].map(([from, list]) =>
        log.tail(SPACE, from, (entries) => list.push(...numbers(entries))),
      );
      for (let n = 0; n < 30; n++) {
        const writer = n % 3 === 0 ? other : log;
        const next = entriesAfter(await writer.head(SPACE), 2);
        expect(await writer.append(SPACE, next[0]!.seq - 1, next)).toEqual({ ok: true });
        if (n % 7 === 0) await sleep(15);
      }
      for (const [from, list] of heard)
        await vi.waitFor(() => expect(list).toEqual(upTo(80).slice(from)), 5_000);
      await tails[0]!.stop();
      const next = entriesAfter(await log.head(SPACE), 1);
      await write(next);
      await vi.waitFor(() => expect(heard.get(7)!.at(-1)).toBe(81), 2_000);
      expect(heard.get(0)!.length).toBe(80);
      expect([...heard.values()].slice(1).map((list) => list.length)).toEqual([74, 61, 41]);
    });

    test('[P2.1] a tail is fresh only while the storage answers, and catches up by itself', async () => {
      const heard: number[] = [];
      const first = entriesAfter(EMPTY, 3);
      const tail = log.tail(SPACE, 0, (entries) => heard.push(...numbers(entries)));
      await write(first);
      await vi.waitFor(() => expect(tail.fresh()).toBe(true), 3_000);
      await storage.freeze();
      await vi.waitFor(() => expect(tail.fresh()).toBe(false), 4_000);
      const next = entriesAfter({ seq: 3, hash: first[2]!.hash }, 2);
      const asked = performance.now();
      await Promise.all([
        expect(log.append(SPACE, 3, next)).resolves.toMatchObject({ reason: 'unavailable' }),
        expect(log.read(SPACE, 0, 10)).rejects.toThrow(LogUnavailable),
        expect(log.head(SPACE)).rejects.toThrow(LogUnavailable),
        expect(log.find(SPACE, ['a'])).rejects.toThrow(LogUnavailable),
      ]);
      expect(performance.now() - asked).toBeLessThan(3_500);
      await storage.thaw();
      await vi.waitFor(() => expect(tail.fresh()).toBe(true), 4_000);
      // The refused append may have been carried out late: once at most.
      await vi.waitFor(async () => {
        const { seq } = await log.head(SPACE);
        const again = seq === 3 ? await log.append(SPACE, 3, next) : { ok: true };
        expect(again).toEqual({ ok: true });
      }, 4_000);
      await vi.waitFor(() => expect(heard).toEqual(upTo(5)), 4_000);
    }, 30_000);

    test('[P1.6] full: refused and said, nothing half written, readable, goes on with room', async () => {
      const first = entriesAfter(EMPTY, 50);
      await write(first);
      const head = { seq: 50, hash: first[49]!.hash };
      const big = entriesAfter(head, 20, 'x'.repeat(50_000));
      await storage.fill();
      const full = { ok: false, reason: 'full', message: expect.any(String) };
      expect(await log.append(SPACE, 50, big)).toEqual(full);
      expect(await log.append(SPACE, 50, big)).toEqual(full);
      expect(await readAll(log)).toEqual(first);
      expect((await log.find(SPACE, [big[0]!.command.id])).size).toBe(0);
      await storage.room();
      await write(big);
      expect(await verify(log, SPACE)).toMatchObject({ ok: true, head: { seq: 70 } });
    });

    test('[P6.2] one snapshot per space is kept, the newest, for every handle', async () => {
      expect(await log.loadSnapshot(SPACE)).toBeUndefined();
      const one = { seq: 3, hash: 'h3', shape: 's1', state: '{"text":"één €"}' };
      const two = { ...one, seq: 9, state: `{"text":"${'y'.repeat(2_000_000)}"}` };
      await log.saveSnapshot(SPACE, one);
      expect(await (await open()).loadSnapshot(SPACE)).toEqual(one);
      await log.saveSnapshot(SPACE, two);
      expect(await log.loadSnapshot(SPACE)).toEqual(two);
      expect(await log.loadSnapshot('ex-a')).toBeUndefined();
    });

    test(
      `[P1.7] ${MANY} entries are written and read back, chain and all`,
      async () => {
        let head = EMPTY;
        while (head.seq < MANY) {
          const group = entriesAfter(head, Math.min(1_000, MANY - head.seq));
          await write(group);
          head = { seq: group.at(-1)!.seq, hash: group.at(-1)!.hash };
        }
        const started = performance.now();
        let count = 0;
        for (let page; (page = await log.read(SPACE, count, 5_000)).length > 0;)
          count += page.length;
        const ms = Math.round(performance.now() - started);
        if (process.env['BELFRY_TEST_ENTRIES'])
          console.log(
            `${name}: ${count} read in ${ms} ms, rss ${process.memoryUsage.rss() >> 20} MB`,
          );
        expect(count).toBe(MANY);
        expect(await verify(log, SPACE)).toEqual({ ok: true, head });
      },
      60_000 + MANY / 5,
    );
  });
}
