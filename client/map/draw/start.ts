import { boxOf } from '../../../shared/geo/feature.ts';
import { standing } from '../../../shared/subject/perimeter/standing.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { usePicture } from '../../store.ts';
import { theCamera } from '../camera.ts';
import type { Draft, Effect, Measure } from './tool.ts';

/** Tools as they begin. The map goes to what is drawn: the bar must not lie over it. */

const FIRST_RADIUS = 100;

/** A circle round the incident's place, or round what is looked at, of the kind that does not stand yet. */
export function startDraw(incident: string): Draft | undefined {
  const { shown } = usePicture.getState();
  const center = centerFor(incident);
  if (!center) return undefined;
  const there = new Set(standing(shown, incident).map(({ kind }) => kind));
  const kind = (['exclusion', 'isolation', 'dissuasion'] as const).find((one) => !there.has(one));
  theCamera()?.fly(center);
  return {
    name: 'draw',
    incident,
    kind: kind ?? 'exclusion',
    form: 'circle',
    center,
    radius: FIRST_RADIUS,
    ring: [],
    closed: false,
    label: '',
  };
}

export function startRedraw({
  id,
  incident,
  kind,
  shape,
  label = '',
}: Perimeter): Draft | Effect | undefined {
  if (kind === 'effect') return startEffect(incident, id);
  const center = shape.form === 'circle' ? shape.center : centerFor(incident);
  if (!center || shape.form === 'sector') return undefined;
  const box = shape.form === 'polygon' && boxOf({ type: 'LineString', coordinates: shape.ring });
  if (box) theCamera()?.frame(box);
  else theCamera()?.fly(center);
  return {
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
  };
}

export const startMeasure = (): Measure => ({ name: 'measure', line: [] });

export function startEffect(incident: string, perimeter?: string): Effect | undefined {
  const known =
    perimeter === undefined
      ? undefined
      : usePicture.getState().shown.perimeter.perimeters.get(perimeter);
  const origin = known?.shape.form === 'sector' ? known.shape.origin : centerFor(incident);
  if (!origin) return undefined;
  return {
    name: 'effect',
    incident,
    ...(perimeter === undefined ? {} : { perimeter }),
    origin,
    agent: known?.estimate?.agent ?? 'smoke',
    shape: undefined,
  };
}

const centerFor = (incident: string): Point | undefined =>
  usePicture.getState().shown.incident.incidents.get(incident)?.place?.point ??
  theCamera()?.middle();
