import { useState, type KeyboardEvent } from 'react';
import { stepTo } from '../../../part/step.ts';

const INDEX = 'data-index';

/** Arrows go from entry to entry, of which only those in view are drawn. `at`: the one that Tab comes to. */
export function useWalk(count: number, scrollTo: (index: number) => void) {
  const [at, setAt] = useState(0);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const grid = event.currentTarget;
    const told = document.activeElement?.closest(`[${INDEX}]`)?.getAttribute(INDEX);
    if (told == null) return;
    const ends: Record<string, number> = { Home: 0, End: count - 1 };
    const to = ends[event.key] ?? stepTo(event.key, Number(told), count);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    scrollTo(to);
    // Drawn perhaps only after it was scrolled to.
    let tries = 10;
    const enter = () => {
      const row = grid.querySelector<HTMLElement>(`[${INDEX}="${to}"]`);
      tries -= 1;
      if (row) row.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(enter);
    };
    requestAnimationFrame(enter);
  };
  return { at: Math.min(at, Math.max(0, count - 1)), walk };
}
