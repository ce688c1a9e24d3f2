import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { KeyStore } from '../anpr/vault/keys.ts';

/**
 * Keys beside a backup. A backup of the log holds plates only sealed, and without keys nobody reads them: so
 * what is deleted in time is deleted from every backup. A copy of the keys undoes that for as long as it
 * exists. It is made only when asked for, into a file of its own, and has to be deleted when it is a month
 * old at the latest, and be kept elsewhere than the backup. Keys of raw reads are never in it, for those
 * are in no backup; keys whose end has come are not put back.
 */
const Key = z.strictObject({
  name: z.string().min(1).max(200),
  id: z.base64url(),
  key: z.base64url(),
  expires: z.int(),
});
const File = z.strictObject({ v: z.literal(1), master: z.base64url(), keys: z.array(Key) });

export const keysBeside = (file: string): string => `${file}.keys`;
const OF_READS = 'reads:';

/** Writes all keys but those of raw reads; tells how many. The file appears only when complete. */
export async function saveKeys(store: KeyStore, file: string): Promise<number> {
  // A vault that has no master yet has this one from then on.
  const master = await store.master(randomBytes(32));
  const all = (await store.all()).filter(({ name }) => !name.startsWith(OF_READS));
  const keys = all.map(({ name, id, key, expires }) => ({
    ...{ name, id: id.toString('base64url'), key: key.toString('base64url'), expires },
  }));
  const text = JSON.stringify({ v: 1, master: master.toString('base64url'), keys });
  writeFileSync(`${file}.part`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.part`, file);
  return keys.length;
}

/** Puts them into a vault that has none yet; tells how many were put back, and how many were over. */
export async function restoreKeys(
  store: KeyStore,
  file: string,
  now: number,
): Promise<{ put: number; over: number }> {
  const { master, keys } = File.parse(JSON.parse(readFileSync(file, 'utf8')));
  if ((await store.all()).length > 0)
    throw new Error('there are keys already: restore into a new installation');
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  if (!(await store.master(bytes(master))).equals(bytes(master)))
    throw new Error(
      'this installation has a master key of its own: restore before its first start',
    );
  const live = keys.filter(({ expires }) => expires > now);
  await store.make(
    live.map(({ name, id, key, expires }) => ({ name, id: bytes(id), key: bytes(key), expires })),
  );
  return { put: live.length, over: keys.length - live.length };
}
