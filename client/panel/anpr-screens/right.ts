import type { Role } from '../../../shared/roles.ts';
import { useSession } from '../../session.ts';

type Right = Role['rights'][number];

/** Whether this person has a right, as it is now: for keys. Components ask `useRight`. */
export const hasRight = (right: Right): boolean =>
  useSession.getState().me?.rights.rights.includes(right) ?? false;

export const useRight = (right: Right): boolean =>
  useSession((s) => s.me?.rights.rights.includes(right) ?? false);

/** Whether plates are sent to this person at all. */
export const usePlateCleared = (): boolean =>
  useSession((s) => s.me?.rights.cleared.includes('plate') ?? false);
