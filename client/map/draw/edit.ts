import { faultOf, type Shape } from '../../../shared/geo/shape.ts';
import type { Point } from '../../../shared/value.ts';
import { useTool } from './state.ts';
import type { Draft, Effect } from './tool.ts';

/** What bar and map, keyboard and mouse do to the thing that is being drawn. */

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
