import { Map } from 'immutable';
import type { Event, SeenEntry } from '../../shared/entry.ts';
import type { Model } from '../model.ts';

/**
 * Accounts, sign-in links, machine tokens and sessions. They are a space of their own (`accounts`)
 * in the same log, under the same commit: durable, the same on every process, and a record of who
 * was let in when. No console can join it; secrets stand in it only as hashes.
 */
export const ACCOUNTS = 'accounts';

export interface Account {
  id: string;
  user: string;
  name: string;
  role: string;
  machine: boolean;
  blocked: boolean;
  /** For trying out: let in only while the server runs in demo mode. */
  demo: boolean;
  /** scrypt, see `password.ts`. */
  password?: string | undefined;
  created: string;
  lastSignIn?: string | undefined;
}

/** A way in. Key: SHA-256 of the secret. */
export interface Key {
  account: string;
  kind: 'link' | 'token' | 'session';
  /** ISO 8601; tokens have none. */
  expires?: string | undefined;
}

/** One key for all ways to write a user name: letter case and Unicode's look-alikes of width do not count. */
export const userKey = (user: string): string => user.normalize('NFKC').toLowerCase();

export interface Accounts {
  accounts: Map<string, Account>;
  keys: Map<string, Key>;
}

export interface AccountEvents {
  'account.created': Pick<Account, 'user' | 'name' | 'role' | 'machine' | 'demo'>;
  'account.changed': Partial<Pick<Account, 'name' | 'role' | 'blocked'>>;
  /** Ends all sessions but the one that set it, and an unused link. */
  'account.passwordSet': { password: string; keep?: string };
  /** A new link or token replaces the one before. */
  'account.keyIssued': { key: string; kind: 'link' | 'token'; expires?: string };
  'session.opened': { key: string; expires: string; spent?: string | undefined };
  'session.closed': { key: string };
}

export const accountFact = <T extends keyof AccountEvents>(
  type: T,
  id: string,
  data: AccountEvents[T],
): Event => ({ type, v: 1, id, data: { ...data } });

type Known = {
  [T in keyof AccountEvents]: { type: T; id: string; data: AccountEvents[T] };
}[keyof AccountEvents];

function evolve(state: Accounts, event: Event, entry: SeenEntry): Accounts {
  const known = event as unknown as Known;
  const { accounts, keys } = state;
  const change = (patch: Partial<Account>) => {
    const account = accounts.get(known.id);
    return account ? accounts.set(known.id, { ...account, ...patch }) : accounts;
  };
  const without = (kinds: readonly Key['kind'][]) =>
    keys.filterNot((key) => key.account === known.id && kinds.includes(key.kind));
  switch (known.type) {
    case 'account.created': {
      const account = { ...known.data, id: known.id, blocked: false, created: entry.at };
      return { ...state, accounts: accounts.set(known.id, account) };
    }
    case 'account.changed':
      return {
        accounts: change(known.data),
        keys: known.data.blocked ? without(['session']) : keys,
      };
    case 'account.passwordSet': {
      const { password, keep } = known.data;
      return {
        accounts: change({ password }),
        keys: keys.filterNot((key, id) => key.account === known.id && id !== keep),
      };
    }
    case 'account.keyIssued': {
      const { key, kind, expires } = known.data;
      return { ...state, keys: without([kind]).set(key, { account: known.id, kind, expires }) };
    }
    case 'session.opened': {
      const { key, expires, spent } = known.data;
      const live = keys.filterNot((one) => one.expires !== undefined && one.expires < entry.at);
      const left = spent === undefined ? live : live.delete(spent);
      return {
        accounts: change({ lastSignIn: entry.at }),
        keys: left.set(key, { account: known.id, kind: 'session', expires }),
      };
    }
    case 'session.closed':
      return { ...state, keys: keys.delete(known.data.key) };
  }
}

export const accountsModel: Model<Accounts> = {
  initial: { accounts: Map(), keys: Map() },
  reduce: (state, entry) => entry.events.reduce((next, event) => evolve(next, event, entry), state),
  shape: 'accounts-2',
  toText: ({ accounts, keys }) =>
    JSON.stringify({ accounts: accounts.toObject(), keys: keys.toObject() }),
  fromText(text) {
    const plain = JSON.parse(text) as { accounts: object; keys: object };
    return { accounts: Map(plain.accounts), keys: Map(plain.keys) };
  },
};
