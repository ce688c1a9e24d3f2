import { create } from 'zustand';
import type { Agent } from '../../shared/geo/plume.ts';
import { faultOf, type Shape } from '../../shared/geo/shape.ts';
import { standing, type Perimeter, type PerimeterKind } from '../../shared/subject/perimeter.ts';
import type { Point } from '../../shared/value.ts';
import { usePicture } from '../store.ts';
import { setUi } from '../ui.ts';
import { theCamera } from './camera.ts';
import { useMapState } from './state.ts';

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

const take = (tool: Tool): void => {
  setUi({ placing: undefined, dialog: undefined });
  useMapState.setState({ place: undefined, searching: false });
  useTool.setState({ tool });
};
export const endTool = (): void => useTool.setState({ tool: undefined });

export const theDraft = (): Draft | undefined => {
  const { tool } = useTool.getState();
  return tool?.name === 'draw' ? tool : undefined;
};

/** Changes the tool in hand; nothing when it was put away in the meantime. */
export function changeDraft(patch: Partial<Omit<Draft, 'name'>>): void {
  const draft = theDraft();
  if (draft) useTool.setState({ tool: { ...draft, ...patch } });
}
export function changeEffect(patch: Partial<Omit<Effect, 'name'>>): void {
  const { tool } = useTool.getState();
  if (tool?.name === 'effect') useTool.setState({ tool: { ...tool, ...patch } });
}
export function changeLine(line: readonly Point[]): void {
  if (useTool.getState().tool?.name === 'measure')
    useTool.setState({ tool: { name: 'measure', line } });
}

const FIRST_RADIUS = 100;

/** A circle round the incident's place, or round what is looked at, of the kind that does not stand yet. */
export function startDraw(incident: string): void {
  const { shown } = usePicture.getState();
  const center = centerFor(incident);
  if (!center) return;
  const there = new Set(standing(shown, incident).map(({ kind }) => kind));
  const kind = (['exclusion', 'isolation', 'dissuasion'] as const).find((one) => !there.has(one));
  theCamera()?.reveal(center);
  holdKeys();
  take({
    name: 'draw',
    incident,
    kind: kind ?? 'exclusion',
    form: 'circle',
    center,
    radius: FIRST_RADIUS,
    ring: [],
    closed: false,
    label: '',
  });
}

export function startRedraw({ id, incident, kind, shape, label = '' }: Perimeter): void {
  if (kind === 'effect') return startEffect(incident, id);
  const center = shape.form === 'circle' ? shape.center : centerFor(incident);
  if (!center || shape.form === 'sector') return;
  theCamera()?.reveal(shape.form === 'polygon' ? shape.ring[0]! : center);
  holdKeys();
  take({
    name: 'draw',
    incident,
    perimeter: id,
    kind,
    form: shape.form,
    center,
    radius: shape.form === 'circle' ? shape.radius : FIRST_RADIUS,
    ring: shape.form === 'polygon' ? shape.ring : [],
    closed: shape.form === 'polygon',
    label,
  });
}

export const startMeasure = (): void => take({ name: 'measure', line: [] });

export function startEffect(incident: string, perimeter?: string): void {
  const known =
    perimeter === undefined
      ? undefined
      : usePicture.getState().shown.perimeter.perimeters.get(perimeter);
  const origin = known?.shape.form === 'sector' ? known.shape.origin : centerFor(incident);
  if (!origin) return;
  theCamera()?.reveal(origin);
  holdKeys();
  take({
    name: 'effect',
    incident,
    ...(perimeter === undefined ? {} : { perimeter }),
    origin,
    agent: known?.estimate?.agent ?? 'smoke',
    shape: undefined,
  });
}

const centerFor = (incident: string): Point | undefined =>
  usePicture.getState().shown.incident.incidents.get(incident)?.place?.point ??
  theCamera()?.middle();

/** The shape as drawn so far, when it could be sent. */
export function shapeOf({ form, center, radius, ring }: Draft): Shape | undefined {
  if (form === 'circle') return radius === undefined ? undefined : { form, center, radius };
  if (ring.length < 3) return undefined;
  const shape: Shape = { form, ring: [...ring] };
  return faultOf(shape) ? undefined : shape;
}

/** Why it cannot be sent yet. */
export function faultIn({ form, radius, ring }: Draft): string | undefined {
  if (form === 'circle') return radius === undefined ? 'radius' : undefined;
  if (ring.length < 3) return 'corners';
  return faultOf({ form, ring: [...ring] });
}

/** Corners that one outline may have: as `shared/geo/shape.ts` takes them. */
const MOST_CORNERS = 500;

/** A click, or the space bar under the cross: the circle's middle, the next corner, the next point of the line. */
export function setPoint(point: Point): void {
  const { tool } = useTool.getState();
  if (tool?.name === 'measure') return changeLine([...tool.line, point]);
  if (tool?.name === 'effect') return changeEffect({ origin: point });
  if (tool?.name !== 'draw') return;
  if (tool.form === 'circle') return changeDraft({ center: point });
  if (!tool.closed && tool.ring.length < MOST_CORNERS) changeDraft({ ring: [...tool.ring, point] });
}

export function takeBack(): void {
  const { tool } = useTool.getState();
  if (tool?.name === 'measure') changeLine(tool.line.slice(0, -1));
  if (tool?.name === 'draw' && tool.form === 'polygon')
    changeDraft({ ring: tool.ring.slice(0, -1), closed: false });
}

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

/** The bar is there: it takes what was typed, and the keys from now on. */
export const takeHeldKeys = (): string[] => letGo?.() ?? [];
