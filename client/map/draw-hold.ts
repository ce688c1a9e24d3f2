import type * as Tools from './draw-start.ts';
import { endTool } from './draw-state.ts';

/**
 * What is typed between the key that takes the tool and the coming of its bar: kept for the bar, so that
 * it never reaches the keys of the console (a 2 would set a priority).
 */
let held: string[] = [];
let letGo: (() => string[]) | undefined;
const PATIENCE_MS = 5_000;

function holdKeys(): void {
  letGo?.();
  held = [];
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') {
      letGo?.();
      endTool();
    } else held.push(event.key);
  };
  addEventListener('keydown', hold, true);
  const late = setTimeout(() => letGo?.(), PATIENCE_MS);
  letGo = () => {
    clearTimeout(late);
    removeEventListener('keydown', hold, true);
    letGo = undefined;
    return held;
  };
}

/** Takes a tool in hand, by code that comes only then; nothing when Esc was pressed before it came. */
export function takeUp(start: (tools: typeof Tools) => void): void {
  holdKeys();
  import('./draw-start.ts').then((tools) => letGo && start(tools)).catch(() => letGo?.());
}

/** The bar is there: it takes what was typed, and the keys from now on. */
export const takeHeldKeys = (): string[] => letGo?.() ?? [];
