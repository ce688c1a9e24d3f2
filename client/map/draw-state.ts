import { create } from 'zustand';
import type { Agent } from '../../shared/geo/plume.ts';
import type { Shape } from '../../shared/geo/shape.ts';
import type { PerimeterKind } from '../../shared/subject/perimeter.ts';
import type { Point } from '../../shared/value.ts';
import type * as Tools from './draw-start.ts';

/**
 * The tool in the hand of whoever draws on the map: one at a time, never sent before it is done. Bar and
 * map, keyboard and mouse all change the same thing here.
 */
export interface Draft {
  name: 'draw';
  incident: string;
  /** The perimeter that is drawn anew; absent: it will be a new one. */
  perimeter?: string;
  kind: Exclude<PerimeterKind, 'effect'>;
  form: 'circle' | 'polygon';
  center: Point;
  /** Metres; undefined while what is typed is no length. */
  radius: number | undefined;
  ring: readonly Point[];
  /** The last side has been drawn: a click sets no further corner. */
  closed: boolean;
  label: string;
}
export interface Measure {
  name: 'measure';
  line: readonly Point[];
}
/** The area of effect: what is typed so far, and the sector that comes of it. */
export interface Effect {
  name: 'effect';
  incident: string;
  perimeter?: string;
  origin: Point;
  agent: Agent;
  shape: Shape | undefined;
}
export type Tool = Draft | Measure | Effect;

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
export function takeUp(start: (tools: typeof Tools) => void): void {
  holdKeys();
  import('./draw-start.ts').then((tools) => letGo && start(tools)).catch(() => letGo?.());
}

/** The bar is there: it takes what was typed, and the keys from now on. */
export const takeHeldKeys = (): string[] => letGo?.() ?? [];
