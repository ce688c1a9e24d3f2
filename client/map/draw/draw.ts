import type { GeoJSONSource, MapMouseEvent, Map as MapLibre } from 'maplibre-gl';
import { metresBetween } from '../../../shared/geo/metres.ts';
import { outlineOf } from '../../../shared/geo/outline.ts';
import { roundPoint, type Point } from '../../../shared/value.ts';
import { roundRadius } from '../../panel/perimeter/radius.ts';
import { changeDraft, setPoint, theDraft } from './edit.ts';
import { useTool } from './state.ts';
import { DRAFT, draftFeatures, halfway } from '../layer/perimeter-draft.ts';

/** Pixels within which one means a handle. */
const REACH = 11;

/** Six decimals: a decimetre. */
const pointOf = ({ lng, lat }: { lng: number; lat: number }): Point => roundPoint([lng, lat]);

/** What a press takes hold of, as what dragging it does. */
type Drag = (to: Point) => void;

/**
 * The drawing hand, while there is a tool: clicks set corners, handles are dragged, and what is drawn
 * follows on the map. The shape itself stands in `state.ts`, where the keyboard changes it too.
 */
export function openDraw(map: MapLibre, ready: () => boolean): { again(): void; close(): void } {
  const canvas = map.getCanvas();
  let ahead: Point | undefined;
  let drag: Drag | undefined;
  let dragged = false;

  function paint(): void {
    if (!ready()) return;
    const { tool } = useTool.getState();
    void map.getSource<GeoJSONSource>(DRAFT)?.setData(draftFeatures(tool, ahead));
  }

  const near = (event: MapMouseEvent, point: Point): number => {
    const { x, y } = map.project(point);
    return Math.hypot(x - event.point.x, y - event.point.y);
  };

  function handleAt(event: MapMouseEvent): Drag | undefined {
    const draft = theDraft();
    if (!draft) return undefined;
    const { form, center, radius, ring, closed } = draft;
    if (form === 'circle') {
      if (near(event, center) < REACH) return (to) => changeDraft({ center: to });
      if (radius === undefined) return undefined;
      const rim = outlineOf({ form, center, radius }).coordinates[0]![0] as Point;
      const { x, y } = map.project(center);
      const edge = map.project(rim);
      const off = near(event, center) - Math.hypot(edge.x - x, edge.y - y);
      if (Math.abs(off) > REACH) return undefined;
      return (to) => changeDraft({ radius: roundRadius(metresBetween(center, to)) });
    }
    const corner = ring.findIndex((point) => near(event, point) < REACH);
    if (corner >= 0) return (to) => changeDraft({ ring: ring.with(corner, to) });
    if (!closed && ring.length < 3) return undefined;
    const half = halfway(ring, closed).findIndex((point) => near(event, point) < REACH);
    if (half < 0) return undefined;
    return (to) => changeDraft({ ring: ring.toSpliced(half + 1, 0, to) });
  }

  const press = (event: MapMouseEvent) => {
    dragged = false;
    drag = event.originalEvent.button === 0 ? handleAt(event) : undefined;
    // The map stays where it is while a handle is dragged.
    if (drag) event.preventDefault();
  };
  const move = (event: MapMouseEvent) => {
    ahead = pointOf(event.lngLat);
    if (drag) {
      dragged = true;
      drag(ahead);
    } else {
      canvas.style.cursor = handleAt(event) ? 'move' : 'crosshair';
      paint();
    }
  };
  const release = () => void (drag = undefined);
  const click = (event: MapMouseEvent) => {
    if (dragged) return;
    const draft = theDraft();
    if (draft?.form === 'polygon') {
      const { ring, closed } = draft;
      const corner = ring.findIndex((point) => near(event, point) < REACH);
      if (corner === 0 && ring.length > 2 && !closed) return changeDraft({ closed: true });
      // The second click of a double click, and a click on what is there already.
      if (corner >= 0) return;
    }
    setPoint(pointOf(event.lngLat));
  };
  /** Without a mouse, the next side goes to the cross in the middle. */
  const panned = ({ originalEvent }: { originalEvent?: unknown }) => {
    if (originalEvent instanceof MouseEvent || originalEvent instanceof WheelEvent) return;
    ahead = pointOf(map.getCenter());
    paint();
  };

  map.doubleClickZoom.disable();
  map.on('mousedown', press);
  map.on('mousemove', move);
  map.on('mouseup', release);
  map.on('click', click);
  map.on('moveend', panned);
  const unsubscribe = useTool.subscribe(paint);
  canvas.style.cursor = 'crosshair';
  paint();
  return {
    again: paint,
    close() {
      unsubscribe();
      map.off('mousedown', press);
      map.off('mousemove', move);
      map.off('mouseup', release);
      map.off('click', click);
      map.off('moveend', panned);
      map.doubleClickZoom.enable();
      canvas.style.cursor = '';
      ahead = undefined;
      if (ready()) void map.getSource<GeoJSONSource>(DRAFT)?.setData(draftFeatures(undefined));
    },
  };
}
