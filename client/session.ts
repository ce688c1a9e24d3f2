import { create } from 'zustand';
import type { IncidentType, Settings } from '../shared/settings.ts';
import type { Person } from '../shared/value.ts';
import type { Role } from '../shared/roles.ts';
import { api } from './api.ts';

/** Who sits here, in which role, and the centre's own lists. */
export interface Me {
  person: Person;
  user: string;
  role: string;
  /** What the role may and sees: the server enforces it, the console only does not offer the rest. */
  rights: Role;
  demo: boolean;
  /** Signed in by a link: a password is still to be chosen. */
  passwordSet: boolean;
}

export interface Session {
  /** undefined: not asked yet. null: nobody is signed in. */
  me: Me | null | undefined;
  settings: Settings | undefined;
  people: readonly (Person & { role: string })[];
}

export const useSession = create<Session>()(() => ({
  me: undefined,
  settings: undefined,
  people: [],
}));

/** Asks the server who is signed in and for the lists; quiet when nobody is. */
export async function loadSession(): Promise<void> {
  const me = await api<Me>('GET', '/api/session');
  if (!me.ok) {
    // Only a clear "no" signs a console out: a server that does not answer says nothing about it.
    if (me.code === 'signed-out') useSession.setState({ me: null });
    else setTimeout(() => void loadSession(), 1_000);
    return;
  }
  const [settings, people] = await Promise.all([
    api<Settings>('GET', '/api/settings'),
    api<Session['people']>('GET', '/api/people'),
  ]);
  if (!settings.ok || !people.ok) {
    setTimeout(() => void loadSession(), 1_000);
    return;
  }
  useSession.setState({ me: me.body, settings: settings.body, people: people.body });
}

/** A stranger can be added while we run: asked again when a list of people opens. */
export async function loadPeople(): Promise<void> {
  const people = await api<Session['people']>('GET', '/api/people');
  if (people.ok) useSession.setState({ people: people.body });
}

export const signIn = (user: string, password: string) =>
  api<undefined>('POST', '/api/session', { user, password });
export const signInByLink = (link: string) => api<undefined>('POST', '/api/session', { link });
export const choosePassword = (password: string) =>
  api<undefined>('POST', '/api/session/password', { password });
export async function signOut(): Promise<void> {
  await api('DELETE', '/api/session');
  location.reload();
}

export const incidentType = (settings: Settings | undefined, id: string | undefined) =>
  settings?.incidentTypes.find((type: IncidentType) => type.id === id);
