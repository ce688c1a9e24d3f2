import { create } from 'zustand';
import type { AnprCamera, CameraHealth } from '../shared/anpr/camera.ts';
import type { ListSummary } from '../shared/anpr/list.ts';
import { api } from './api.ts';
import { useSession } from './session.ts';
import { usePicture } from './store.ts';

/** What the console knows of plate reading beside the log: lists and cameras, asked from the server. */
export interface Anpr {
  /** Lists that this person may see. */
  lists: readonly ListSummary[];
  cameras: ReadonlyMap<string, AnprCamera>;
  health: ReadonlyMap<string, CameraHealth>;
}

export const useAnpr = create<Anpr>()(() => ({
  lists: [],
  cameras: new Map(),
  health: new Map(),
}));

const AGAIN_MS = 60_000;

/**
 * Keeps it up to date until the returned function is called: every minute, and the lists at once when one
 * of them has another version. Asks only for what the role may have; what is refused stays as it was.
 */
export function followAnpr(): () => void {
  const rights = useSession.getState().me?.rights;
  const lists = rights?.rights.includes('anpr-lists') || rights?.cleared.includes('plate');
  const cameras = rights?.rights.includes('anpr-flow');
  if (!lists && !cameras) return () => undefined;

  const look = (): void => {
    if (lists) void lookAtLists();
    if (cameras) void lookAtCameras();
  };
  look();
  const timer = setInterval(look, AGAIN_MS);
  let heard = usePicture.getState().seq;
  const deaf = usePicture.subscribe(
    (picture) => picture.recent,
    (recent) => {
      const fresh = recent.filter(({ seq }) => seq > heard).flatMap(({ events }) => events);
      heard = Math.max(heard, recent.at(-1)?.seq ?? 0);
      if (lists && fresh.some(({ type }) => type === 'anpr.listed')) void lookAtLists();
    },
  );
  return () => {
    clearInterval(timer);
    deaf();
  };
}

async function lookAtLists(): Promise<void> {
  const answer = await api<ListSummary[]>('GET', '/api/anpr/lists');
  if (answer.ok) useAnpr.setState({ lists: answer.body });
}

async function lookAtCameras(): Promise<void> {
  type Body = { cameras: AnprCamera[]; health: CameraHealth[] };
  const answer = await api<Body>('GET', '/api/anpr/cameras');
  if (!answer.ok) return;
  useAnpr.setState({
    cameras: new Map(answer.body.cameras.map((one) => [one.id, one])),
    health: new Map(answer.body.health.map((one) => [one.camera, one])),
  });
}
