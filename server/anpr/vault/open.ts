import { randomBytes } from 'node:crypto';
import type { Vault } from '../vault.ts';
import { keyedHash } from './keyed.ts';
import type { Kept, KeyStore } from './keys.ts';
import { openRedisKeys } from './redis.ts';
import { bytesOf, headerOf, ID, openUnder, requireName, sealUnder } from './seal.ts';
import { openSqliteKeys } from './sqlite.ts';

export interface VaultOptions {
  dataDir: string;
  redisUrl?: string | undefined;
  now?: () => number;
  warn?: (message: string) => void;
}

export interface OpenedVault extends Vault {
  /** The key of this name if there is one: never made for the asking. */
  known(key: string): Promise<Uint8Array | undefined>;
}

const LONGEST_MS = 366 * 86_400_000;
/** Keys in memory where the store can be asked without waiting. */
const CACHE = 20_000;
const FINGERPRINT = 22;

export const openKeyStore = async ({ dataDir, redisUrl, warn }: VaultOptions): Promise<KeyStore> =>
  redisUrl ? openRedisKeys(redisUrl, warn ?? (() => {})) : openSqliteKeys(dataDir);

export async function openVault(options: VaultOptions): Promise<OpenedVault> {
  const { now = Date.now, redisUrl } = options;
  const store = await openKeyStore(options);
  const fingerprint = keyedHash(await store.master(randomBytes(32)));
  const cache = new Map<string, Kept>();
  /** Keys that are being made in this moment: one write to disk for all of them. */
  let coming = new Map<string, Kept>();
  let making: Promise<void> | undefined;

  const drop = (names: readonly string[]) => names.forEach((name) => cache.delete(name));
  store.onGone(drop);
  function keep(kept: Kept): void {
    cache.delete(kept.name);
    cache.set(kept.name, kept);
    if (redisUrl || cache.size <= CACHE) return;
    const [oldest] = cache.keys();
    if (oldest !== undefined) cache.delete(oldest);
  }
  for (const kept of redisUrl ? await store.all() : []) keep(kept);

  const lives = (kept: Kept | undefined): kept is Kept =>
    kept !== undefined && kept.expires > now();

  function find(name: string): Kept | undefined {
    const kept = cache.get(name);
    if (kept) return lives(kept) ? kept : undefined;
    const peeked = store.peek(name);
    if (peeked) keep(peeked);
    return lives(peeked) ? peeked : undefined;
  }

  async function make(): Promise<void> {
    await new Promise(setImmediate);
    const wanted = coming;
    coming = new Map();
    making = undefined;
    // One whose end has come and that nobody swept yet must not be the new one.
    const over = (await store.find([...wanted.keys()])).filter((one) => one && !lives(one));
    if (over.length > 0) await store.remove(over.map((one) => one!.name));
    for (const kept of await store.make([...wanted.values()])) keep(kept);
  }

  async function keyOf(name: string, expires: string): Promise<Kept> {
    requireName(name);
    const ends = Math.min(Date.parse(expires), now() + LONGEST_MS);
    if (!(ends > now())) throw new RangeError('the period of this key is over');
    const kept = find(name);
    if (kept && kept.expires <= ends) return kept;
    const waiting = coming.get(name);
    const made = waiting ?? { name, id: randomBytes(ID), key: randomBytes(32), expires: ends };
    coming.set(name, { ...made, expires: Math.min(made.expires, ends) });
    await (making ??= make());
    const stands = find(name);
    if (!stands) throw new RangeError('the period of this key is over');
    return stands;
  }

  async function forget(names: readonly string[]): Promise<number> {
    const count = await store.remove(names);
    drop(names);
    return count;
  }

  function openBytes(sealed: Uint8Array): Uint8Array | undefined {
    const header = headerOf(sealed);
    const kept = header && find(header.name);
    if (!header || !kept?.id.equals(header.id)) return undefined;
    return openUnder(kept.key, header, sealed);
  }

  return {
    openBytes: (sealed) => quietly(() => openBytes(sealed)),
    open: (sealed) =>
      quietly(() => {
        const bytes = bytesOf(sealed);
        const found = bytes && openBytes(bytes);
        return found && (JSON.parse(found.toString()) as Record<string, unknown>);
      }),
    seal: async (key, expires, thing) =>
      sealUnder(await keyOf(key, expires), Buffer.from(JSON.stringify(thing))).toString(
        'base64url',
      ),
    sealBytes: async (key, expires, bytes) => sealUnder(await keyOf(key, expires), bytes),
    keyFor: async (key, expires) => Uint8Array.from((await keyOf(key, expires)).key),
    async known(key) {
      const kept = find(key) ?? (await store.find([key]))[0];
      return lives(kept) ? Uint8Array.from(kept.key) : undefined;
    },
    async fetch(sealed) {
      if (!redisUrl) return;
      const missing = new Set<string>();
      for (const text of sealed) {
        const bytes = bytesOf(text);
        const header = bytes && headerOf(bytes);
        if (header && !cache.get(header.name)?.id.equals(header.id)) missing.add(header.name);
      }
      for (const kept of await store.find([...missing])) if (kept) keep(kept);
    },
    forget,
    async sweep(at) {
      const ms = Date.parse(at);
      const over = new Set(await store.expired(ms));
      for (const { name, expires } of cache.values()) if (expires <= ms) over.add(name);
      await forget([...over]);
      // What another process deleted while this one could not hear it.
      const names = [...cache.keys()];
      const found = await store.find(names);
      drop(names.filter((_, i) => !found[i]));
      return [...over];
    },
    fingerprint: (text) => fingerprint(text).toString('base64url').slice(0, FINGERPRINT),
    close: () => store.close(),
  };
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
