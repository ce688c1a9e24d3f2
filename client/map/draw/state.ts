import { create } from 'zustand';
import { setUi } from '../../ui.ts';
import type * as Tools from './start.ts';
import type { Tool } from './tool.ts';
import { useMapState } from '../state.ts';

/** The tool in hand: one at a time. Bar and map, keyboard and mouse all change the same thing here. */
export const useTool = create<{ tool: Tool | undefined }>()(() => ({ tool: undefined }));

export const endTool = (): void => useTool.setState({ tool: undefined });

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
export function takeUp(start: (tools: typeof Tools) => Tool | undefined): void {
  holdKeys();
  import('./start.ts')
    .then((tools) => {
      const tool = letGo && start(tools);
      if (!tool) return void letGo?.();
      setUi({ placing: undefined, dialog: undefined });
      useMapState.setState({ place: undefined, searching: false });
      useTool.setState({ tool });
    })
    .catch(() => letGo?.());
}

/** The bar is there: it takes what was typed, and the keys from now on. */
export const takeHeldKeys = (): string[] => letGo?.() ?? [];
