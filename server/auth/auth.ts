import { v7 as uuid } from 'uuid';
import type { Actor, Event } from '../../shared/entry.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { viewOf, type View } from '../../shared/role.ts';
import type { Role, Roles } from '../../shared/roles.ts';
import { accept, reject } from '../../shared/subject.ts';
import type { Commit } from '../commit.ts';
import { accountFact, userKey, type Account, type Accounts } from './account.ts';
import { checkPassword, hashPassword, keyOf, newSecret } from './password.ts';

/** Who somebody is, for as long as one call or one socket lasts. */
export interface Who {
  account: Account;
  actor: Actor;
  role: Role;
  view: View;
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
const good = <T>(value: T): Result<T> => ({ ok: true, value });
const bad = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

export interface AuthOptions {
  commit: Commit<Accounts>;
  roles: Roles;
  demo: boolean;
  sessionHours: number;
}

const LINK_HOURS = 72;
const SYSTEM: Actor = { id: 'system', name: 'Belfry', role: 'system' };
const MIN_PASSWORD = 12;

export type Auth = ReturnType<typeof openAuth>;

export function openAuth({ commit, roles, demo, sessionHours }: AuthOptions) {
  const all = () => commit.now().state;
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const byUser = (user: string) => all().accounts.find((one) => sameUser(one.user, user));

  function whoIs(account: Account | undefined): Who | undefined {
    const role = account && roles.roles[account.role];
    if (!role || account.blocked || (account.demo && !demo)) return undefined;
    const { id, name } = account;
    return { account, actor: { id, name, role: account.role }, role, view: viewOf(role) };
  }

  /** The account behind a secret of this kind, if it still opens the door. */
  function holder(secret: string, kind: 'link' | 'token' | 'session'): Account | undefined {
    const key = all().keys.get(keyOf(secret));
    if (key?.kind !== kind) return undefined;
    if (key.expires !== undefined && key.expires < new Date().toISOString()) return undefined;
    return all().accounts.get(key.account);
  }

  const administers = (one: Account): boolean =>
    !one.blocked && !one.demo && (roles.roles[one.role]?.rights.includes('accounts') ?? false);

  async function write(
    type: string,
    actor: Actor,
    events: (state: Accounts) => Event[] | Refusal,
  ): Promise<Result<undefined>> {
    const decide = (state: Accounts) => {
      const decided = events(state);
      return Array.isArray(decided) ? accept(...decided) : reject(decided);
    };
    const outcome = await commit.submit({ id: uuid(), type, actor, decide });
    return outcome.ok ? good(undefined) : bad(outcome.refusal);
  }

  async function openSession(account: Account, spent?: string): Promise<Result<string>> {
    const who = whoIs(account);
    if (!who || account.machine) return bad(refuse('sign-in-failed'));
    const secret = newSecret();
    const opened = { key: keyOf(secret), expires: inHours(sessionHours), spent };
    const done = await write('session.open', who.actor, (state) =>
      spent !== undefined && !state.keys.has(spent)
        ? refuse('link-spent')
        : [accountFact('session.opened', account.id, opened)],
    );
    return done.ok ? good(secret) : done;
  }

  async function issue(account: Account, by: Actor): Promise<Result<string>> {
    const secret = newSecret();
    const kind = account.machine ? 'token' : 'link';
    const expires = account.machine ? {} : { expires: inHours(LINK_HOURS) };
    const done = await write('account.issueKey', by, () => [
      accountFact('account.keyIssued', account.id, { key: keyOf(secret), kind, ...expires }),
    ]);
    return done.ok ? good(secret) : done;
  }

  async function create(
    entry: { user: string; name: string; role: string; demo?: boolean },
    by: Actor,
  ): Promise<Result<Account>> {
    const role = roles.roles[entry.role];
    if (!role) return bad(refuse('role-unknown', 'role'));
    const id = uuid();
    const { user, name } = entry;
    const made = { user, name, role: entry.role, machine: role.machine, demo: entry.demo ?? false };
    const done = await write('account.create', by, (state) =>
      state.accounts.some((one) => sameUser(one.user, user))
        ? refuse('name-taken', 'user')
        : [accountFact('account.created', id, made)],
    );
    return done.ok ? good(all().accounts.get(id)!) : done;
  }

  async function setPassword(
    account: Account,
    password: string,
    by: Actor,
    session?: string,
  ): Promise<Result<undefined>> {
    if (password.length < MIN_PASSWORD) return bad(refuse('password-weak', 'password'));
    const hash = await hashPassword(password);
    return write('account.setPassword', by, () => [
      accountFact('account.passwordSet', account.id, {
        password: hash,
        ...(session === undefined ? {} : { keep: keyOf(session) }),
      }),
    ]);
  }

  return {
    bySession: (secret: string): Who | undefined => whoIs(holder(secret, 'session')),
    byToken: (secret: string): Who | undefined => whoIs(holder(secret, 'token')),

    async byPassword(user: string, password: string): Promise<Result<string>> {
      const account = byUser(user);
      const right = await checkPassword(password, account?.password);
      return right && account ? openSession(account) : bad(refuse('sign-in-failed'));
    },
    async byLink(secret: string): Promise<Result<string>> {
      const account = holder(secret, 'link');
      return account ? openSession(account, keyOf(secret)) : bad(refuse('link-spent'));
    },
    signOut: (secret: string, who: Who) =>
      write('session.close', who.actor, () => [
        accountFact('session.closed', who.account.id, { key: keyOf(secret) }),
      ]),

    create,
    issue,
    setPassword,
    list: () => all().accounts.valueSeq().toArray(),
    sessionsOf: (id: string) =>
      all().keys.count((key) => key.account === id && key.kind === 'session'),
    find: (id: string) => all().accounts.get(id),

    /** Changes name, role or blocking; an administrator always remains. */
    change: (id: string, patch: { name?: string; role?: string; blocked?: boolean }, by: Actor) =>
      write('account.change', by, (state) => {
        const account = state.accounts.get(id);
        if (!account) return refuse('account-unknown', 'id');
        const next = patch.role === undefined ? undefined : roles.roles[patch.role];
        if (patch.role !== undefined && next?.machine !== account.machine)
          return refuse('role-unknown', 'role');
        const left = state.accounts.set(id, { ...account, ...patch }).some(administers);
        if (administers(account) && !left) return refuse('last-administrator', 'id');
        const same = Object.entries(patch).every(([key, v]) => account[key as keyof Account] === v);
        return same ? [] : [accountFact('account.changed', id, patch)];
      }),

    /** At an installation's first start: an administrator without password, and the link that lets them in. */
    async firstLink(): Promise<string | undefined> {
      const people = all().accounts.filter((one) => !one.demo && !one.machine);
      if (people.some((one) => one.password !== undefined)) return undefined;
      const role = Object.entries(roles.roles).find(([, one]) =>
        one.rights.includes('accounts'),
      )![0];
      // Whoever else was entered meanwhile: the link is for somebody who administers.
      let first = people.find(administers);
      if (!first) {
        const made = await create(
          { user: 'admin', name: roles.roles[role]!.title.nl, role },
          SYSTEM,
        );
        first = made.ok ? made.value : byUser('admin');
      }
      const link = first && (await issue(first, SYSTEM));
      return link?.ok ? link.value : undefined;
    },

    /** Demo mode: an account per role, with passwords that everybody may know. */
    async demoAccounts(): Promise<void> {
      await Promise.all(
        Object.entries(roles.roles).map(async ([role, { title, machine }]) => {
          const user = demo ? role : '';
          if (!user || byUser(user)) return;
          const made = await create({ user, name: `Demo ${title.en}`, role, demo: true }, SYSTEM);
          if (!made.ok) return;
          if (!machine) await setPassword(made.value, `belfry-demo-${role}`, SYSTEM);
          else
            await write('account.issueKey', SYSTEM, () => [
              accountFact('account.keyIssued', made.value.id, {
                key: keyOf(`belfry-demo-${role}`),
                kind: 'token',
              }),
            ]);
        }),
      );
    },
  };
}

const sameUser = (a: string, b: string): boolean => userKey(a) === userKey(b);
