import type { Map as MapLibre } from 'maplibre-gl';
import { useTool } from './state.ts';

/** Fetches the drawing hand when the first tool is taken, and opens and closes it with the tool. */
export function openTools(map: MapLibre, ready: () => boolean): { again(): void; close(): void } {
  let hand: { again(): void; close(): void } | undefined;
  let over = false;

  async function follow(): Promise<void> {
    const wanted = useTool.getState().tool !== undefined;
    if (!wanted) {
      hand?.close();
      hand = undefined;
      return;
    }
    if (hand) return;
    const { openDraw } = await import('./draw.ts');
    // Put away, or opened by another call, while the code came.
    if (over || hand || !useTool.getState().tool) return;
    hand = openDraw(map, ready);
  }
  const soon = () => void follow().catch(() => setTimeout(soon, 1_000));
  const unsubscribe = useTool.subscribe(({ tool }, before) => {
    if ((tool === undefined) !== (before.tool === undefined)) soon();
  });
  return {
    again: () => hand?.again(),
    close() {
      over = true;
      unsubscribe();
      hand?.close();
      hand = undefined;
    },
  };
}
