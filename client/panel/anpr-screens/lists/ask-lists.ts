import { useEffect } from 'react';
import { create } from 'zustand';
import type { ListSummary } from '../../../../shared/anpr/list.ts';
import { useAnpr } from '../../../anpr.ts';
import { api } from '../../../api.ts';

/** Why the lists could not be asked for; a text of the server, or empty. */
export const useListsFailed = create<{ why: string | undefined }>()(() => ({ why: undefined }));

/** Asks for the lists now; gives them. */
export async function fetchLists(): Promise<readonly ListSummary[] | undefined> {
  const reply = await api<ListSummary[]>('GET', '/api/anpr/lists');
  useListsFailed.setState({ why: reply.ok ? undefined : reply.message });
  if (!reply.ok) return undefined;
  useAnpr.setState({ lists: reply.body });
  return reply.body;
}

/** Asks when this comes on the screen, and says why not; then the console itself keeps them up to date. */
export function useLists(): readonly ListSummary[] {
  useEffect(() => void fetchLists(), []);
  return useAnpr((anpr) => anpr.lists);
}
