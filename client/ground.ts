import { create } from 'zustand';
import type { Manager } from '../shared/geo/base.ts';
import type { GeoCollection, GeoFeature } from '../shared/geo/feature.ts';
import type { Ground } from '../shared/geo/ground.ts';
import type { Zone } from '../shared/geo/municipality.ts';

/**
 * The ground as this role is sent it. Fetched once, and looked at again now and then: it changes when
 * somebody imports an official layer. The index for questions is made when the first is asked, by code
 * that comes only then.
 */
interface GroundState {
  /** Undefined until it came; the map opens without it. */
  geo: GeoCollection | undefined;
  managers: ReadonlyMap<string, Manager>;
  zones: readonly Zone[];
}

export const useGround = create<GroundState>()(() => ({
  geo: undefined,
  managers: new Map(),
  zones: [],
}));

/** Once a minute: an answer that nothing changed is a handful of bytes. */
const AGAIN_MS = 60_000;
const AFTER_FAILURE_MS = 5_000;

/** Keeps the ground up to date until the returned function is called. */
export function followGround(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let etag: string | undefined;
  let over = false;

  async function look(): Promise<void> {
    const came = await fetchGround(etag).catch(() => undefined);
    if (over) return;
    if (came && came !== 'same') {
      etag = came.etag;
      useGround.setState({ geo: came.geo, managers: came.managers, zones: came.zones });
    }
    timer = setTimeout(() => void look(), came ? AGAIN_MS : AFTER_FAILURE_MS);
  }
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

async function fetchGround(etag: string | undefined) {
  const response = await fetch('/api/geo', { headers: etag ? { 'if-none-match': etag } : {} });
  if (response.status === 304) return 'same' as const;
  if (!response.ok) throw new Error(`ground: ${response.status}`);
  const geo = (await response.json()) as GeoCollection;
  const fresh = response.headers.get('etag') ?? undefined;
  const people = await fetch('/api/geo/people');
  if (!people.ok) throw new Error(`ground: ${people.status}`);
  const { managers, zones } = (await people.json()) as { managers: Manager[]; zones: Zone[] };
  return { geo, etag: fresh, zones, managers: new Map(managers.map((one) => [one.id, one])) };
}

let indexed: { of: GeoCollection; ground: Ground } | undefined;

/** The ground with its index, made once per ground that came; undefined while none has come. */
export async function theGround(): Promise<Ground | undefined> {
  const { geo } = useGround.getState();
  if (!geo) return undefined;
  if (indexed?.of === geo) return indexed.ground;
  const { makeGround } = await import('../shared/geo/ground.ts');
  indexed = { of: geo, ground: makeGround(geo.features) };
  return indexed.ground;
}

export const groundThing = (id: string): GeoFeature | undefined =>
  useGround.getState().geo?.features.find((feature) => feature.id === id);
