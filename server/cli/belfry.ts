import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ACCOUNTS, accountsModel } from '../auth/account.ts';
import { openAuth } from '../auth/auth.ts';
import { openCommit } from '../commit.ts';
import { openKeyStore } from '../anpr/vault/open.ts';
import type { KeyStore } from '../anpr/vault/keys.ts';
import { readConfig } from '../config.ts';
import { verify } from '../log/chain.ts';
import { openLog } from '../log/open.ts';
import { backup, restoreInto } from './backup.ts';
import { keysBeside, restoreKeys, saveKeys } from './keys.ts';

/** `npm run belfry -- <command>`: what an administrator does beside the console. Works while the server runs. */
const HELP = `npm run belfry -- <command>

  verify                   walk the chain of every space: was anything altered, removed, put in?
  backup <file.gz>         copy the whole log to a file (the server may run)
  restore <file.gz>        fill an empty log from a backup (the server must not run)
     --with-keys           the keys of number plates too, to or from <file.gz>.keys
  token <name> <role>      a new token for a machine, e.g.: token mobiris feed
  link <user>              a new one-time sign-in link for a person

Without its keys, a backup holds no number plate that anybody could read, and what is deleted in time is
gone from it as well. With --with-keys it can be read for as long as the .keys file exists: keep that file
elsewhere, and delete it after a month at the latest.

The log is the one that BELFRY_REDIS_URL, else BELFRY_DATA, else config/belfry.yaml names.`;

const CLI = { id: 'system', name: 'Belfry CLI', role: 'system' };

const { positionals, values } = parseArgs({
  ...{ allowPositionals: true, strict: false },
  options: { 'with-keys': { type: 'boolean' } },
});
const [command, ...args] = positionals;
const { belfry, roles } = readConfig(resolve(process.env['BELFRY_CONFIG'] ?? 'config'));
const where = {
  redisUrl: process.env['BELFRY_REDIS_URL'],
  dataDir: resolve(process.env['BELFRY_DATA'] ?? belfry.data.folder),
  warn: (message: string) => console.error(message),
};
const log = await openLog(where);

async function withAuth<T>(use: (auth: ReturnType<typeof openAuth>) => Promise<T>): Promise<T> {
  const commit = await openCommit({ log, space: ACCOUNTS, model: accountsModel });
  const { hours: sessionHours } = belfry.session;
  const result = await use(openAuth({ commit, roles, demo: false, sessionHours }));
  await commit.close();
  return result;
}

async function key(user: string, role?: string): Promise<boolean> {
  return withAuth(async (auth) => {
    const made = role ? await auth.create({ user, name: user, role }, CLI) : undefined;
    if (made && !made.ok) return fail(made.refusal.code);
    const account = made?.value ?? auth.list().find((one) => one.user === user);
    if (!account) return fail('account-unknown');
    if (role && !account.machine) return fail(`${role} is not a role for machines`);
    const issued = await auth.issue(account, CLI);
    if (!issued.ok) return fail(issued.refusal.code);
    console.log(account.machine ? issued.value : `/#/enter/${issued.value}`);
    return true;
  });
}

function fail(why: string): false {
  console.error(why);
  return false;
}

const tell = (counts: Map<string, number>) => {
  for (const [space, count] of counts) console.log(`${space}: ${count} entries`);
  return true;
};

/** Only with `--with-keys`. */
async function withKeys(use: (store: KeyStore) => Promise<string>): Promise<true> {
  if (values['with-keys'] !== true) return true;
  const store = await openKeyStore(where);
  try {
    console.log(await use(store));
  } finally {
    await store.close();
  }
  return true;
}

async function run(): Promise<boolean> {
  const [first, second] = args;
  if (command === 'verify') {
    let whole = true;
    for (const space of await log.spaces()) {
      const verdict = await verify(log, space);
      whole &&= verdict.ok;
      console.log(
        verdict.ok
          ? `${space}: ${verdict.head.seq} entries, whole (${verdict.head.hash})`
          : `${space}: entry ${verdict.seq} ${verdict.why}`,
      );
    }
    return whole;
  }
  if (command === 'backup' && first) {
    const file = resolve(first);
    tell(await backup(log, file));
    return withKeys(async (store) => `${await saveKeys(store, keysBeside(file))} keys`);
  }
  if (command === 'restore' && first) {
    const file = resolve(first);
    tell(await restoreInto(log, file));
    return withKeys(async (store) => {
      const { put, over } = await restoreKeys(store, keysBeside(file), Date.now());
      return `${put} keys put back, ${over} whose time is over left out`;
    });
  }
  if (command === 'token' && first && second) return key(first, second);
  if (command === 'link' && first) return key(first);
  return fail(HELP);
}

const ok = await run().catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);
await log.close();
process.exit(ok ? 0 : 1);
