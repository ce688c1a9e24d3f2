import type { Map as MapLibre } from 'maplibre-gl';
import { mayFlow } from '../layers.ts';
import { useSession } from '../../session.ts';
import type { AnprPainter } from './painter.ts';

/** Whether this role is told anything of plate reading at all. */
function isTold(): boolean {
  const rights = useSession.getState().me?.rights;
  return (
    mayFlow() || (rights !== undefined && [...rights.sees, ...rights.cleared].includes('anpr'))
  );
}

/** Plate reading on the map: its code comes after the first picture, and only for whom it is. */
export function openAnpr(map: MapLibre, ready: () => boolean, soft: boolean): AnprPainter {
  let painter: AnprPainter | undefined;
  let over = false;
  async function fetchPainter(): Promise<void> {
    try {
      const { openAnprPainter } = await import('./painter.ts');
      if (over) return;
      painter = openAnprPainter(map, ready, soft);
      painter.again();
    } catch {
      // The server is just then away.
      setTimeout(() => void (over || fetchPainter()), 1_000);
    }
  }
  if (isTold()) void fetchPainter();
  return {
    again: () => painter?.again(),
    restyled: () => painter?.restyled(),
    close() {
      over = true;
      painter?.close();
    },
  };
}
