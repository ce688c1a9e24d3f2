import { mayDo } from '../shared/role.ts';
import { useSession } from './session.ts';

/** Whether this person may send a command of this type, as it is now: for keys. Components ask `useMay`. */
export function may(type: string): boolean {
  const rights = useSession.getState().me?.rights;
  return rights !== undefined && mayDo(rights, type);
}
